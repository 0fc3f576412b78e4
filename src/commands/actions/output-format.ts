import { ScorecardError } from '../../errors.js';

const ENDINGS: Readonly<Record<string, string>> = {
  json: 'json',
  ndjson: 'ndjson',
  csv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'table',
};

interface Wanted<Format extends string> {
  readonly format?: Format;
  readonly output?: string;
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
  const ending = /\.([a-z]+)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  if (ending === undefined) return formats[0];
  const meant = formats.find((one) => one === ENDINGS[ending]);
  if (meant !== undefined) return meant;
  throw new ScorecardError(`${output}: the ending .${ending} names none of the formats ${formats.join(', ')}`, {
    hint: 'pass --format too',
  });
}
