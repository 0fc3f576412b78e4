import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import {
  asOption,
  bomOption,
  forceOption,
  formatOption,
  openOption,
  outputOption,
  sameOption,
  storeOption,
  unblindOption,
} from '../options.js';
import { AGREEMENT_FORMATS } from './formats.js';

export const registerAgreement: Register = (parent, { host, finish }) => {
  const command = parent
    .command('agreement')
    .description('how interviewers agree and differ: alpha, reliability, severity, halo, each with its interval')
    .argument(
      '[scorecards...]',
      'scorecard files, folders of them, output of batch (- reads stdin); default: the store',
    )
    .option('-r, --role <role>', 'only this role: an id or an alias')
    .option('--since <date>', 'only scorecards from this day on (YYYY-MM-DD)')
    .option('--details', 'tables: by dimension, by interviewer, by pair')
    .option('--names', 'show every interviewer by name, not only yourself')
    .option('--seed <number>', 'where the drawing of the intervals begins', '1')
    .addOption(asOption())
    .addOption(unblindOption())
    .addOption(sameOption())
    .option('--across-versions', 'take all versions and variants of a role as one, the newest')
    .addOption(storeOption())
    .addOption(formatOption(AGREEMENT_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(bomOption())
    .addOption(forceOption())
    .action(async (paths, _options, given) => {
      const { agreement } = await import('./agreement.js');
      finish(await agreement(paths, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard agreement',
      'scorecard agreement --role head-infra --details',
      { line: 'scorecard agreement --details --names --as "J. Lee"', about: 'everybody by name' },
      'scorecard agreement -o agreement.html --open',
    ],
    notes: [
      'Ratings count as they were sealed before the talk about a candidate; what is hidden from you stays out. Your own severity, halo, drift and pairs are shown; the others in sum alone, unless --names.',
      'SEVERITY is how far above the others (below 0: more severely) somebody rates the same candidates, in points; HALO the mean correlation of their ratings on two dimensions; DRIFT how severity moved from the first month with 30 ratings to the last. A number that there is too little for is not shown; what is missing is.',
      'Intervals are over candidates, at 95%; the same scorecards and --seed give the same digits.',
    ],
    exitCodes: {
      0: 'done',
      1: 'done, but files or hidden scorecards were left out, each with the reason',
      2: 'wrong usage or input',
    },
  });
};
