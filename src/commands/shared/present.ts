import {
  type CsvText,
  type HtmlText,
  type JsonText,
  jsonDocument,
  type MarkdownText,
  say,
  type TerminalText,
} from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import type { Page } from '../../render/text/page.js';
import { formatOf, isToFile, markOf } from './formats.js';
import { pageFor } from './page.js';
import { type OutputOptions, writeResult } from './write-result.js';

/** Data as text. What is not laid out, such as JSON, passes the page over. */
export type Renderer<Data, Format extends string = string> = (data: Data, page: Page) => TextOf<Format>;

/** What a format has to be made safe for. */
type TextOf<Format extends string> = Format extends keyof Documents ? Documents[Format] : TerminalText;

interface Documents {
  readonly json: JsonText;
  readonly ndjson: JsonText;
  readonly csv: CsvText;
  readonly markdown: MarkdownText;
  readonly html: HtmlText;
}

/** A renderer for each format of a command. */
export type Renderers<Data, Format extends string> = {
  readonly [Each in Exclude<Format, 'pdf'>]: Renderer<Data, Each>;
};

interface PresentOptions<Format extends string> extends OutputOptions {
  readonly format?: Format | undefined;
  /** Shows the page at once, in the browser. */
  readonly open?: boolean;
  readonly bom?: boolean | undefined;
}

/**
 * How a command shows its result: `formats` are the choices of `--format`, the usual one first, and `renderers` has
 * one for each of them. The format is chosen at once, before any work; what comes back lays a result out for where it
 * goes and writes it there. A PDF is the page as a browser prints it.
 *
 * @throws ScorecardError when the ending of `--output` names none of the formats, and for `--bom` without CSV
 */
export function presenter<Data, Format extends string>(
  formats: readonly [Format, ...Format[]],
  renderers: Renderers<Data, Format>,
  options: PresentOptions<Format>,
  host: Host,
): (data: Data) => Promise<void> {
  const format = formatToShow(options, formats);
  const mark = markOf(options, format);
  const all = renderers as Readonly<Record<string, Renderer<Data>>>;
  const render = (data: Data) => all[format === 'pdf' ? 'html' : format]?.(data, pageFor(options, host)) ?? say``;
  if (format !== 'pdf' && !options.open) return (data) => writeResult(say`${mark}${render(data)}`, options, host);
  return async (data) => {
    const { showPage } = await import('./show-page.js');
    await showPage(render(data) as HtmlText, { ...options, isPdf: format === 'pdf' }, host);
  };
}

/** @throws ScorecardError where the ending names no format, or what is to be opened is no page */
function formatToShow<Format extends string>(
  options: PresentOptions<Format>,
  formats: readonly [Format, ...Format[]],
): Format {
  const page = formats.find((format) => format === 'html');
  if (!options.open || page === undefined) return formatOf(options, formats);
  const isNamed = options.format !== undefined || isToFile(options);
  const format = isNamed ? formatOf(options, formats) : page;
  if (format === 'html' || format === 'pdf') return format;
  throw new ScorecardError(`--open shows a page, and ${format} is not one`, { hint: say`pass -f html or -f pdf` });
}

/** A document of JSON that programs read: keys are only ever added to its version. */
export function jsonOf(document: object): JsonText {
  return jsonDocument({ schemaVersion: 1, ...document });
}
