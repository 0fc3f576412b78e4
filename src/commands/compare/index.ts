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
import { COMPARE_FORMATS } from './formats.js';

export const registerCompare: Register = (parent, { host, finish }) => {
  const command = parent
    .command('compare')
    .description('candidates side by side, dimension by dimension; says which can be told apart')
    .argument('[candidates...]', 'names, or the first letters of their words; also files and folders to look in')
    .option('-r, --role <role>', 'for this role, where they were interviewed for several')
    .option('--weights', 'whether the order would survive other weights, and the smallest change that reverses it')
    .option('--evidence', 'show what the ratings rest on')
    .option('--drafts', 'include drafts')
    .addOption(unblindOption())
    .addOption(asOption())
    .addOption(sameOption())
    .option('--across-versions', 'compare all versions and variants of a role, with the newest weights')
    .addOption(storeOption())
    .addOption(formatOption(COMPARE_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(bomOption())
    .addOption(forceOption())
    .action(async (candidates, _options, given) => {
      const { compare } = await import('./compare.js');
      finish(await compare(candidates, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard compare "Ada Example" "Bob Example"',
      'scorecard compare ada bob --weights',
      'scorecard compare ada bob panel/ --evidence -f markdown -o meeting.md',
      'scorecard compare ada bob --open',
    ],
    notes: [
      'Scores are compared on the dimensions that all candidates were rated on. A dimension that was in no session which a candidate has had is blank, and in JSON and CSV its state is "not-held"; the CSV then has sessionsIn and sessionsMissing too.',
    ],
    exitCodes: {
      0: 'done',
      1: 'done, but files or hidden scorecards were left out, each with the reason; or there are none yet',
      2: 'wrong usage, no such candidate, or nothing that can be compared',
    },
  });
};
