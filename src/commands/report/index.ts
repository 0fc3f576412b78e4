import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import {
  asOption,
  forceOption,
  formatOption,
  openOption,
  outputOption,
  storeOption,
  unblindOption,
} from '../options.js';
import { REPORT_FORMATS } from './formats.js';

export const registerReport: Register = (parent, { host, finish }) => {
  const command = parent
    .command('report')
    .description('show a scorecard, or a decision, as a report')
    .argument(
      '[scorecard...]',
      'scorecard files, folders of them, names or ids of candidates; or the file of a decision; default: the store',
    )
    .option('--anonymous', 'a copy without names, ids and addresses; notes may tell more')
    .addOption(storeOption())
    .addOption(formatOption(REPORT_FORMATS))
    .addOption(outputOption())
    .addOption(openOption())
    .addOption(forceOption())
    .option('--history', 'tell from the journals how each came about, too (Markdown)')
    .addOption(unblindOption())
    .addOption(asOption())
    .action(async (paths, _options, given) => {
      const { report } = await import('./report.js');
      finish(await report(paths, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard report scorecards/2026-11-20-ada-example-head-infra-r-panel.json',
      'scorecard report ada --anonymous',
      "scorecard report scorecards/*.json -f json | jq -s 'flatten[].result.score'",
      { line: 'scorecard report scorecards/decisions/*ada*.json -o ada.pdf', about: 'a decision; see panel decisions' },
      { line: 'scorecard report ada.json -f answers > again.yaml', about: 'what interview --answers takes' },
    ],
    notes: ['A scorecard or decision that was changed after it was sealed is shown, and says so first.'],
    exitCodes: {
      0: 'done',
      1: "a scorecard or decision was changed after it was sealed, or other interviewers' were left out, since your own for the candidate is still a draft; or there are none yet",
      2: 'a file cannot be read or is not a scorecard',
    },
  });
};
