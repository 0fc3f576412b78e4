import { extname } from 'node:path';
import { normaliseHeader } from '../../core/table/header/header-form.js';
import type { TableMap } from '../../core/table/map/map-file.js';
import type { Remedy } from '../../core/table/remedies.js';
import type { BatchOptions, PreparedTable } from './prepare.js';

/** Options with what the user has said of columns, so that it is not asked again. */
export function withAnswers(options: BatchOptions, { answers, saidOfTexts }: Answers): BatchOptions {
  const map = answers.map(({ header, target }) => `${header}=${target}`);
  const value = saidOfTexts.map(
    ({ header, text, meaning }) => `${header === undefined ? '' : `${header}:`}${text}=${meaning}`,
  );
  return {
    ...options,
    ...(map.length > 0 ? { map: [...(options.map ?? []), ...map] } : {}),
    ...(value.length > 0 ? { value: [...(options.value ?? []), ...value] } : {}),
  };
}

type Answers = Pick<PreparedTable, 'answers' | 'saidOfTexts'>;

/** The words behind `scorecard batch` that read the same table again, with what makes more of it readable. */
export function rerunArguments(file: string, options: BatchOptions, remedies: readonly Remedy[]): readonly string[] {
  const writes = [options.output, options.reports, options.rejects, options.writeMap].some(
    (path) => path !== undefined,
  );
  return [
    file,
    ...readingOptions({ ...options, map: (options.map ?? []).filter((one) => !isReplaced(one, remedies)) }),
    ...flag('--encoding', options.encoding),
    ...flag('-o', options.output),
    ...flag('--reports', options.reports),
    ...flag('--rejects', options.rejects),
    ...flag('--write-map', options.writeMap),
    ...(options.strict ? ['--strict'] : []),
    // What this run has written stands there.
    ...(options.force || (writes && !options.dryRun) ? ['--force'] : []),
    ...remedies.flatMap(({ option, value }) => [option, value]),
  ];
}

/** Whether a remedy maps the same column. */
function isReplaced(mapping: string, remedies: readonly Remedy[]): boolean {
  const headerOf = (text: string) => normaliseHeader(text.slice(0, text.lastIndexOf('=')));
  return remedies.some(({ option, value }) => option === '--map' && headerOf(value) === headerOf(mapping));
}

/**
 * The words that read the rows that were left out: they are UTF-8, with the delimiter of the table. What comes of them
 * goes beside the first results.
 */
export function mendArguments(
  rejects: string,
  options: BatchOptions,
  { encoding }: Pick<TableMap, 'encoding'>,
): readonly string[] {
  const { output, reports, mapFile } = options;
  return [
    rejects,
    ...readingOptions(options),
    // The map says how the first table was written.
    ...(mapFile === undefined || encoding === undefined ? [] : ['--encoding', 'utf-8']),
    ...flag('-o', output && mendedPath(output)),
    ...flag('--reports', reports),
  ];
}

/** `out.csv` → `out.mended.csv`; standard output stays what it is. */
function mendedPath(output: string): string {
  if (output === '-') return output;
  const ending = extname(output);
  return `${output.slice(0, output.length - ending.length)}.mended${ending}`;
}

function readingOptions(options: BatchOptions): readonly string[] {
  const { map = [], value = [], partial, long, bom } = options;
  return [
    ...flag('--role', options.role),
    ...flag('--variant', options.variant),
    ...flag('--interviewer', options.interviewer),
    ...flag('--session', options.session),
    ...flag('--held', options.held),
    ...flag('--date-order', options.dateOrder),
    ...flag('--map-file', options.mapFile),
    ...flag('--delimiter', options.delimiter),
    ...flag('--format', options.format),
    ...map.flatMap((one) => ['--map', one]),
    ...value.flatMap((one) => ['--value', one]),
    ...(partial ? ['--partial'] : []),
    ...(long ? ['--long'] : []),
    ...(bom ? ['--bom'] : []),
    ...flag('--engine', options.engine),
    ...flag('--order', options.order),
    ...flag('--top', options.top?.toString()),
  ];
}

function flag(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}
