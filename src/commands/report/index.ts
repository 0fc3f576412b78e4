import type { Register } from '../context.js';
import { forceOption, formatOption, outputOption, unblindOption } from '../options.js';
import { REPORT_FORMATS } from './formats.js';

export const registerReport: Register = (parent, { host, finish }) => {
  parent
    .command('report')
    .description('show a scorecard as a report')
    .argument('<scorecards...>', 'scorecard files (JSON)')
    .addOption(formatOption(REPORT_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
    .addOption(unblindOption())
    .addHelpText(
      'after',
      `
Examples:
  scorecard report scorecards/2026-11-20-ada-example-head-infra-r-panel.json
  scorecard report scorecards/*.json -f json | jq '.[].result.score'
  scorecard report ada.json -f answers > again.yaml     what interview --answers takes

Exit codes: 0 done; 1 other interviewers' scorecards were left out, since your own for the candidate is a draft; 2 a file can't be read or is no scorecard.`,
    )
    .action(async (paths, _options, command) => {
      const { report } = await import('./report.js');
      finish(await report(paths, command.optsWithGlobals(), host));
    });
};
