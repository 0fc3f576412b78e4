import { extname } from 'node:path';
import { BYTE_ORDER_MARK, say, type TerminalText } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';

/** What the ending of a file says of its format; a command has at most one of those named. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  '.json': ['json'],
  '.ndjson': ['ndjson'],
  '.jsonl': ['ndjson'],
  '.csv': ['csv'],
  '.md': ['markdown'],
  '.markdown': ['markdown'],
  '.html': ['html'],
  '.htm': ['html'],
  '.pdf': ['pdf'],
  '.txt': ['table', 'text'],
  '.yaml': ['answers'],
  '.yml': ['answers'],
};

/** Where a result goes: a file, or stdout where none is named or the name is `-`. */
export interface Destination {
  readonly output?: string | undefined;
}

export function isToFile({ output }: Destination): boolean {
  return output !== undefined && output !== '-';
}

interface Wanted<Format extends string> extends Destination {
  readonly format?: Format | undefined;
}

/**
 * The format that was asked for: `--format`, else by the ending of `--output`, else the first of those there are.
 *
 * @throws ScorecardError when the ending names a format that this command doesn't have
 */
export function formatOf<Format extends string>(
  options: Wanted<Format>,
  formats: readonly [Format, ...Format[]],
): Format {
  if (options.format !== undefined) return options.format;
  const { output = '' } = options;
  const ending = isToFile(options) ? extname(output).toLowerCase() : '';
  if (ending === '') return formats[0];
  const meant = formats.find((format) => ENDINGS[ending]?.includes(format));
  if (meant !== undefined) return meant;
  throw new ScorecardError(`${output}: the ending ${ending} names none of the formats ${formats.join(', ')}`, {
    hint: say`pass --format too`,
  });
}

interface Marked {
  readonly bom?: boolean | undefined;
}

/**
 * What stands before a result: with `--bom`, the byte order mark by which spreadsheets know UTF-8.
 *
 * @throws ScorecardError when the format is none for spreadsheets
 */
export function markOf({ bom }: Marked, format: string): TerminalText {
  if (!bom) return say``;
  if (format === 'csv') return BYTE_ORDER_MARK;
  throw new ScorecardError(`--bom is for CSV, not for ${format}`, { hint: say`pass --format csv, or leave it out` });
}
