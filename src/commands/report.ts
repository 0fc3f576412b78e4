import { Option } from 'commander';
import type { Register } from './context.js';

export const registerReport: Register = (parent, { host, finish }) => {
  parent
    .command('report')
    .description('show a scorecard as a report')
    .argument('<scorecards...>', 'scorecard files (JSON)')
    .addOption(
      new Option('-f, --format <format>', 'how to show it (default: by the ending of -o, else markdown)').choices([
        'markdown',
        'json',
        'answers',
      ]),
    )
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('--force', 'replace the file if it exists')
    .option('--unblind', "show other interviewers' ratings while your own draft is open; your scorecard will say so")
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
      const { report } = await import('./actions/report.js');
      finish(await report(paths, command.optsWithGlobals(), host));
    });
};
