import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import {
  bomOption,
  forceOption,
  formatOption,
  mapFileOption,
  outputOption,
  repeatable,
  valueOption,
  writeMapOption,
} from '../options.js';
import { SCREEN_FORMATS } from './formats.js';

export const registerScreen: Register = (parent, { host, finish }) => {
  const command = parent
    .command('screen')
    .description("a CSV of applications against the rubric's requirements: met, not met, unknown")
    .argument('<file>', 'a CSV, also gzipped (- reads stdin), or Parquet')
    .requiredOption('-r, --role <role>', 'the rubric: a role, an alias, or the path of a YAML file')
    .addOption(repeatable('--map <column=requirement>', 'what a column holds (repeatable)'))
    .addOption(valueOption())
    .addOption(mapFileOption())
    .addOption(writeMapOption())
    .option('--delimiter <character>', 'what separates the cells (default: found; "tab" is known)')
    .option('--encoding <name>', 'how the file is written, such as windows-1252 (default: UTF-8, or by its mark)')
    .addOption(formatOption(SCREEN_FORMATS))
    .addOption(outputOption())
    .addOption(bomOption())
    .addOption(forceOption())
    .action(async (file, _options, given) => {
      const { screen } = await import('./screen.js');
      finish(await screen(file, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard screen applications.csv --role head-infra',
      'scorecard screen a.csv --role head-infra --map "Years=years-field" -f csv',
    ],
    notes: [
      'Columns: candidate, and one for each requirement (id, name or alias). A cell that is blank or cannot be read is unknown, never a "no": so are a range and a bound ("8-10", "5+") around the limit, and "1,200", which may be 1200 or 1.2. "About 15" is 10 to 22.5. --value says what a text means. In the table, requirements that the rubric does not insist on stand in brackets. This is advice for whoever reads the applications; it decides nothing.',
    ],
    exitCodes: { 0: 'done', 1: 'done, but some cells could not be read', 2: 'wrong usage or input' },
  });
};
