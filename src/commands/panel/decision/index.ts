import { Option } from 'commander';
import type { Register } from '../../context.js';
import { describeCommand } from '../../describe.js';
import {
  asOption,
  forceOption,
  formatOption,
  openOption,
  outputOption,
  sameOption,
  storeOption,
  unblindOption,
} from '../../options.js';
import { DECIDE_FORMATS, DECISION_WORDS, DECISIONS_FORMATS } from './formats.js';

export const registerDecision: Register = (panel, { host, finish }) => {
  const decide = panel
    .command('decide')
    .description('record what was decided about a candidate: sealed, with all that was known then')
    .argument('<candidate>', 'a name or id, or its beginning')
    .addOption(new Option('--decision <decision>', 'what was decided').choices(DECISION_WORDS))
    .option('--by <name>', 'who decided, by name or "Name <id>"')
    .option('--why <text>', 'why')
    .option('--why-differs <text>', 'why it is another than the recommendation; needed where it is')
    .option('--why-replace <text>', 'why it stands in place of an earlier decision; needed where there is one')
    .option('--follow-up <text>', 'what is to be done')
    .option('--date <day>', 'the day of the decision, YYYY-MM-DD (default: today)')
    .option('-r, --role <role>', 'for this role, where they were interviewed for several')
    .option('--across-versions', 'pool all versions and variants of the role, with the newest weights')
    .addOption(unblindOption())
    .addOption(asOption())
    .addOption(sameOption())
    .addOption(storeOption())
    .addOption(formatOption(DECIDE_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(forceOption())
    .action(async (candidate, _options, given) => {
      const { panelDecide } = await import('./decide.js');
      finish(await panelDecide(candidate, given.optsWithGlobals(), host));
    });
  describeCommand(decide, {
    examples: [
      { line: 'scorecard panel decide ada', about: 'asks for what is not said' },
      'scorecard panel decide ada --decision hold --by "H. Brandt" --why Frozen',
      { line: 'scorecard panel decide ada -o ada.pdf', about: 'prints the record as well' },
    ],
    notes: [
      'The record holds the decision, who took it and why, and a copy of what was known: recommendation, score, verdicts, red flags and ratings, with the scorecards by digest. It is sealed and signed as scorecards are, and put into decisions/ in the store, never over another. To decide again, say why with --why-replace: the earlier record stays, and the new one names it.',
      'A panel of which a session is missing can be decided on, and the record says so. One of which scorecards are hidden from you cannot.',
    ],
    exitCodes: {
      0: 'done',
      1: 'done, but files were left out or the record is not signed, each with the reason',
      2: 'wrong usage, something is missing, or no such candidate: nothing was recorded',
    },
  });
  const decisions = panel
    .command('decisions')
    .description('the decisions of the store, newest first')
    .argument('[candidate]', 'of this candidate alone: a name or id, or its beginning')
    .option('-r, --role <role>', 'for this role alone')
    .option('--since <day>', 'from this day on, YYYY-MM-DD')
    .option('--all', 'also those in whose place another stands')
    .addOption(unblindOption())
    .addOption(asOption())
    .addOption(storeOption())
    .addOption(formatOption(DECISIONS_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (candidate, _options, given) => {
      const { panelDecisions } = await import('./decisions.js');
      finish(await panelDecisions(candidate, given.optsWithGlobals(), host));
    });
  describeCommand(decisions, {
    examples: [
      'scorecard panel decisions',
      'scorecard panel decisions ada --all',
      { line: 'scorecard panel decisions --since 2026-01-01 -o decisions.csv', about: 'for a spreadsheet' },
    ],
    notes: ['scorecard report shows one of them as a page.'],
    exitCodes: {
      0: 'done',
      1: 'decisions were left out, each with the reason',
      2: 'wrong usage, or no such candidate',
    },
  });
};
