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
import { RELIABILITY_FORMATS } from './formats.js';

export const registerReliability: Register = (parent, { host, finish }) => {
  const command = parent
    .command('reliability')
    .description('how many interviewers a decision takes: reliability, error, chance to tell two candidates apart')
    .argument(
      '[scorecards...]',
      'scorecard files, folders of them, output of batch (- reads stdin); default: the store',
    )
    .option('--reach <reliability>', 'what is to be reached, between 0 and 1', '.8')
    .option('--interviewers <range>', 'how many to look at, such as 1-8 or 4', '1-8')
    .option('--dimensions <range>', 'the same for dimensions; counts where own scorecards tell them apart', '1-6')
    .option(
      '--from <figure>',
      'the reliability of one interviewer: .44 (separate interviews), .74 (one panel), or another figure (default: your own panels, else .44)',
    )
    .option('-r, --role <role>', 'your own panels of this role, and the scale of its rubric (default: 1 to 5)')
    .option('--since <date>', 'only scorecards from this day on (YYYY-MM-DD)')
    .option('--across-versions', 'take all versions and variants of a role as one, the newest')
    .addOption(asOption())
    .addOption(unblindOption())
    .addOption(sameOption())
    .addOption(storeOption())
    .addOption(formatOption(RELIABILITY_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(bomOption())
    .addOption(forceOption())
    .action(async (paths, _options, given) => {
      const { reliability } = await import('./reliability.js');
      finish(await reliability(paths, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard reliability --reach .8',
      { line: 'scorecard reliability --from .74', about: 'one panel that hears the same answers' },
      'scorecard reliability --role head-infra --interviewers 1-4 --dimensions 2-5',
    ],
    notes: [
      'TELLS APART is the chance that the better of two candidates who truly are half a point apart on 1 to 5 (an eighth of any other scale) comes out ahead. ERROR is the standard error of the score, in points.',
      'Own panels are taken as they stood before any talk about a candidate; variance comes from candidates, interviewers and dimensions. With fewer than 10 degrees of freedom, or candidates who do not differ, the published figure is taken, and that is said.',
    ],
    exitCodes: {
      0: 'done',
      1: 'done, but files or hidden scorecards were left out, each with the reason',
      2: 'wrong usage or input',
    },
  });
};
