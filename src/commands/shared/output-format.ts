import { extname } from 'node:path';
import { ScorecardError } from '../../errors.js';

/** What the ending of a file says of its format; a command has at most one of those named. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  '.json': ['json'],
  '.ndjson': ['ndjson'],
  '.csv': ['csv'],
  '.md': ['markdown'],
  '.markdown': ['markdown'],
  '.html': ['html'],
  '.htm': ['html'],
  '.txt': ['table', 'text'],
  '.yaml': ['answers'],
  '.yml': ['answers'],
};

interface Wanted<Format extends string> {
  readonly format?: Format | undefined;
  readonly output?: string | undefined;
}

/**
 * The format that was asked for: `--format`, else by the ending of `--output`, else the first of those there are.
 *
 * @throws ScorecardError when the ending names a format that this command doesn't have
 */
export function outputFormat<Format extends string>(
  { format, output }: Wanted<Format>,
  formats: readonly [Format, ...Format[]],
): Format {
  if (format !== undefined) return format;
  const ending = extname(output ?? '').toLowerCase();
  if (ending === '') return formats[0];
  const meant = formats.find((one) => ENDINGS[ending]?.includes(one));
  if (meant !== undefined) return meant;
  throw new ScorecardError(`${output}: the ending ${ending} names none of the formats ${formats.join(', ')}`, {
    hint: 'pass --format too',
  });
}
