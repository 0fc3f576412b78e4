import {
  type CsvText,
  type HtmlText,
  type JsonText,
  jsonDocument,
  type MarkdownText,
  type TerminalText,
} from '../../core/text/safe-text.js';
import type { Host } from '../../io/system/host.js';
import type { Page } from '../../render/text/page.js';
import { formatOf } from './formats.js';
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
export type Renderers<Data, Format extends string> = { readonly [Each in Format]: Renderer<Data, Each> };

interface PresentOptions<Format extends string> extends OutputOptions {
  readonly format?: Format | undefined;
}

/**
 * How a command shows its result: `formats` are the choices of `--format`, the usual one first, and `renderers` has
 * one for each of them. The format is chosen at once, before any work; what comes back lays a result out for where it
 * goes and writes it there.
 *
 * @throws ScorecardError when the ending of `--output` names none of the formats
 */
export function presenter<Data, Format extends string>(
  formats: readonly [Format, ...Format[]],
  renderers: Renderers<Data, Format>,
  options: PresentOptions<Format>,
  host: Host,
): (data: Data) => Promise<void> {
  const render = renderers[formatOf(options, formats)];
  return (data) => writeResult(render(data, pageFor(options, host)), options, host);
}

/** A document of JSON that programs read: keys are only ever added to its version. */
export function jsonOf(document: object): JsonText {
  return jsonDocument({ schemaVersion: 1, ...document });
}
