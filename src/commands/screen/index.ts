import type { Register } from '../context.js';
import { forceOption, formatOption, outputOption, repeatable } from '../options.js';
import { SCREEN_FORMATS } from './formats.js';

export const registerScreen: Register = (parent, { host, finish }) => {
  parent
    .command('screen')
    .description("a CSV of applications against the rubric's requirements: met, not met, unknown")
    .argument('<file>', 'a CSV, also gzipped (- reads stdin)')
    .requiredOption('-r, --role <role>', 'the rubric: a role, an alias, or the path of a YAML file')
    .addOption(repeatable('--map <column=requirement>', 'what a column holds (repeatable)'))
    .option('--delimiter <character>', 'what separates the cells (default: found; "tab" is known)')
    .option('--encoding <name>', 'how the file is written, such as windows-1252 (default: UTF-8, or by its mark)')
    .addOption(formatOption(SCREEN_FORMATS))
    .addOption(outputOption())
    .addOption(forceOption())
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
      const { screen } = await import('./screen.js');
      finish(await screen(file, command.optsWithGlobals(), host));
    });
};
