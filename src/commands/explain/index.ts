import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import { asOption, forceOption, formatOption, outputOption, storeOption, unblindOption } from '../options.js';
import { EXPLAIN_FORMATS } from './formats.js';

export const registerExplain: Register = (parent, { host, finish }) => {
  const command = parent
    .command('explain')
    .description('tell a candidate in plain words how their interview was assessed')
    .argument('<scorecard>', 'a scorecard file, or the name or id of a candidate: then all of theirs in the store')
    .option('--contact <text>', 'whom to ask for a review or a correction (default: a blank to fill in)')
    .addOption(unblindOption())
    .addOption(asOption())
    .addOption(storeOption())
    .addOption(formatOption(EXPLAIN_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (word, _options, given) => {
      const { explain } = await import('./explain.js');
      finish(await explain(word, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard explain "Ada Example" --contact hiring@example.com -o ada.html',
      'scorecard explain scorecards/2026-11-20-ada-example-head-infra-r-panel.json',
    ],
    notes: [
      'It is made from the record alone: what was asked, the ratings with the words that describe them, the sum, the rules that acted, the notes as they were written, the verdict. It tells nothing of other candidates. Notes are not changed: read it before you hand it out.',
      'Of scorecards that were amended the newest counts; drafts and shadow scorecards are never explained.',
    ],
    exitCodes: {
      0: 'done',
      1: 'nothing was explained: a scorecard was changed after it was sealed, or others are hidden while your own draft for the candidate is open',
      2: 'wrong usage, no such scorecard or candidate',
    },
  });
};
