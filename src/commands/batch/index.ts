import type { Register } from '../context.js';
import { formatOption, outputOption, repeatable } from '../options.js';
import { BATCH_FORMATS } from './formats.js';

export const registerBatch: Register = (parent, { host, finish }) => {
  parent
    .command('batch')
    .description('score a CSV: one row is one scorecard')
    .argument('[file]', 'a CSV, also gzipped (- reads stdin)')
    .option('-r, --role <role>', 'the rubric: a role, an alias, or the path of a YAML file')
    .option('--variant <id>', 'the context whose weights to use')
    .option('-i, --interviewer <name>', 'who interviewed, for rows that name nobody')
    .addOption(
      repeatable('--map <column=dimension>', 'what a column holds; nothing after = leaves it out (repeatable)'),
    )
    .option('--delimiter <character>', 'what separates the cells (default: found; "tab" is known)')
    .option('--encoding <name>', 'how the file is written, such as windows-1252 (default: UTF-8, or by its mark)')
    .addOption(formatOption(BATCH_FORMATS))
    .addOption(outputOption())
    .option('--reports <dir>', 'a scorecard for each row too, as JSON and Markdown')
    .option('--rejects <file>', 'where rows go that were left out (default: beside the output)')
    .option('--force', 'replace files that exist')
    .option('--strict', 'write nothing unless all rows are good')
    .option('--dry-run', 'only check, and print every problem')
    .option('--template', 'print a CSV to fill in')
    .option('--sample', 'with --template: with rows that work')
    .addHelpText('after', HELP_END)
    .action(async (file, _options, command) => {
      const { batch } = await import('./batch.js');
      finish(await batch(file, command.optsWithGlobals(), host));
    });
};

const HELP_END = `
Examples:
  scorecard batch --role head-infra --template --sample > candidates.csv
  scorecard batch candidates.csv --role head-infra
  scorecard batch candidates.csv --role head-infra -o results.json
  scorecard batch export.csv --role head-infra --map "Tech skills=architecture" -f csv | head
  zcat old.csv.gz | scorecard batch - --role head-infra --dry-run

Columns: candidate, interviewer, one for each dimension (id, name or alias, any case), "<dimension> evidence", flags (ids
between semicolons) or one column for each flag, verdict, verdict reason, the rubric's requirements. "(greenhouse)" or
"(lever)" after a dimension in the header says that the column holds their words. A blank cell is not assessed, never zero.

Rows that can't be scored are left out, each with its reason, and kept in the rejects file as they came: mend them there,
and run that file. Exit codes: 0 all rows scored; 1 rows were left out; 2 wrong usage or input: nothing was written.`;
