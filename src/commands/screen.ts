import { Option } from 'commander';
import type { Register } from './context.js';

const collect = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value];

export const registerScreen: Register = (parent, { host, finish }) => {
  parent
    .command('screen')
    .description("a CSV of applications against the rubric's requirements: met, not met, unknown")
    .argument('<file>', 'a CSV, also gzipped (- reads stdin)')
    .requiredOption('-r, --role <role>', 'the rubric: a role, an alias, or the path of a YAML file')
    .option('--map <column=requirement>', 'what a column holds (repeatable)', collect)
    .option('--delimiter <character>', 'what separates the cells (default: found; "tab" is known)')
    .option('--encoding <name>', 'how the file is written, such as windows-1252 (default: UTF-8, or by its mark)')
    .addOption(
      new Option('-f, --format <format>', 'how to show it (default: by the ending of -o, else table)').choices([
        'table',
        'csv',
        'json',
        'markdown',
      ]),
    )
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('--force', 'replace the file if it exists')
    .addHelpText(
      'after',
      `
Examples:
  scorecard screen applications.csv --role head-infra
  scorecard screen applications.csv --role head-infra --map "Years=years-field" -f csv

Columns: candidate, and one for each requirement (id, name or alias). A blank cell, or one that can't be read, is unknown:
never a "no". In the table, what the rubric does not require stands in brackets. This is advice to whoever reads the
applications; it decides nothing.

Exit codes: 0 done; 1 done, and some cells could not be read; 2 wrong usage or input.`,
    )
    .action(async (file, _options, command) => {
      const { screen } = await import('./actions/screen.js');
      finish(await screen(file, command.optsWithGlobals(), host));
    });
};
