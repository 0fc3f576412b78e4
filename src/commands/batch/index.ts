import { InvalidArgumentError, Option } from 'commander';
import { DATE_ORDERS } from '../../core/text/read-day.js';
import type { Register } from '../context.js';
import { describeCommand } from '../describe.js';
import {
  bomOption,
  formatOption,
  mapFileOption,
  outputOption,
  repeatable,
  valueOption,
  writeMapOption,
} from '../options.js';
import { BATCH_FORMATS, ENGINES, ORDERS } from './formats.js';

export const registerBatch: Register = (parent, { host, finish }) => {
  const command = parent
    .command('batch')
    .description('score a CSV: each row is a scorecard')
    .argument('[file]', 'a CSV, also gzipped (- reads stdin), Parquet, or a folder of them')
    .option('-r, --role <role>', 'the rubric: a role, an alias, or the path of a YAML file')
    .option('--variant <id>', 'the context whose weights to use')
    .option('-i, --interviewer <name>', 'the interviewer, for rows that name none')
    .option('--session <id>', 'the session of the interview plan, for rows that name none')
    .option('--held <date>', 'the day of the interview, for rows that name none')
    .addOption(
      new Option(
        '--date-order <order>',
        'what comes first in dates such as 03/04/2026 (default: as the column tells)',
      ).choices(DATE_ORDERS),
    )
    .addOption(repeatable('--map <column=dimension>', 'what a column holds; nothing after = ignores it (repeatable)'))
    .addOption(valueOption())
    .addOption(mapFileOption())
    .addOption(writeMapOption())
    .option('--delimiter <character>', 'the character between cells (default: detected; "tab" is understood)')
    .option('--encoding <name>', 'the encoding, such as windows-1252 (default: UTF-8, or by its byte order mark)')
    .addOption(formatOption(BATCH_FORMATS))
    .addOption(outputOption())
    .addOption(bomOption())
    .option('--reports <dir>', 'also write a scorecard for each row, as JSON and Markdown')
    .option('--rejects <file>', 'where to keep rows that were left out (default: beside the output)')
    .option('--force', 'replace files that exist')
    .option('--long', 'the table has one row for each rating: candidate, criterion, score (default: by its header)')
    .option('--partial', 'score although dimensions have no column while others seem to hold ratings')
    .option('--strict', 'write nothing unless all rows are good')
    .option('--dry-run', 'check only, and print every problem')
    .addOption(
      new Option(
        '--engine <engine>',
        'what reads the rows: careful is slower, duckdb reads Parquet and patterns of names; all leave the same (default: fast for large tables)',
      ).choices(ENGINES),
    )
    .addOption(
      new Option('--order <order>', 'how results are ordered: score has the highest first (default: table)').choices(
        ORDERS,
      ),
    )
    .addOption(
      new Option('--top <number>', 'only the best so many, and who is level with the last').argParser(parseTop),
    )
    .option('--template', 'print a CSV to fill in')
    .option('--sample', 'with --template: include sample rows that work')
    .action(async (file, _options, given) => {
      const { batch } = await import('./batch.js');
      finish(await batch(file, given.optsWithGlobals(), host));
    });
  describeCommand(command, {
    examples: [
      'scorecard batch --role head-infra --template --sample > candidates.csv',
      'scorecard batch candidates.csv --role head-infra',
      'scorecard batch candidates.csv --role head-infra -o results.json',
      'scorecard batch form.csv -r head-infra --reports cards --map-file form.yaml',
      'scorecard batch a.csv --role head-infra --map Tech=architecture -f csv | head',
      'scorecard batch months/ --role head-infra --top 20',
      "scorecard batch 'lake/*.parquet' -r head-infra --engine duckdb -o all.csv",
      'scorecard batch a.csv --role head-infra --value "Maybe=no-decision"',
      'zcat old.csv.gz | scorecard batch - --role head-infra --dry-run',
    ],
    notes: [
      'Columns: candidate, interviewer, their ids ("candidate id", "email", "interviewer id"), date (the day of the interview), session, one for each dimension (id, name or alias, in any case), "<dimension> evidence", flags (ids between semicolons) or one column for each flag, verdict, verdict reason, and the requirements of the rubric. "(greenhouse)" or "(lever)" after a dimension in the header says that the column uses their words. A blank cell is not assessed, never zero.',
      'A header may hold more than a name ("3. How would you rate Craft? (10 pts)"), stand below a title, or say that there is one row for each rating (candidate, criterion, score). Where it is doubtful what a column holds, nothing is scored and the message has the --map to copy. See `scorecard help csv`.',
      'A rating or a candidate that cannot be read costs the row; a verdict, a flag, a requirement, a date or an id costs its cell, which is told, left blank, and kept as a note. --value says what such texts mean: a rating, a verdict, not-assessed, n/a, yes, no, a number, the id of a flag; nothing after = reads the cell as blank. With --strict every such cell costs its row.',
      '--write-map writes what each column was read as, and how dates and the file are written, into a YAML file: change what is not right there, then pass it as --map-file. At a terminal, columns of which it is doubtful what they hold, and words of the first rows that cannot be read, are asked about once, but not with --strict, --dry-run or --quiet.',
      'With --reports, a row that has its scorecard in the folder already is left alone: run the same table again, or with more rows, and only what is new is added. A row that was changed becomes a later scorecard of its interviewer.',
      "Of a folder, all that is a table by its name is read as one, in the order of the names: the files have one header, and each result, problem and reject says in which file its row stands. With --engine duckdb a pattern such as 'lake/**/*.parquet' is taken too; that needs the package @duckdb/node-api (npm install @duckdb/node-api), which is not part of an install.",
      '--order score and --top keep rows until all are read: by the exact score, level ones in the order of the table, incomplete ones last. With --engine duckdb what does not fit into memory goes to a private folder that is gone afterwards.',
      'Rows that cannot be scored are left out, each with its reason, and kept unchanged in the rejects file: fix them there and run that file.',
    ],
    exitCodes: {
      0: 'all rows were scored, and every cell was read',
      1: 'rows were left out, or cells could not be read',
      2: 'wrong usage or input: nothing was written',
    },
  });
};

function parseTop(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number from 1 on.');
}
