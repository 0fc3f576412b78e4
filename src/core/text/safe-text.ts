// What others wrote reaches a terminal, a page, a sheet or a shell only as one of these types. Each has one maker, and
// each place to write to asks for its own: what wasn't made safe for it does not compile.

declare const places: unique symbol;

/** Text that can do no harm in these places. Whatever else it is for, it can be printed. */
export type SafeFor<Place extends string> = string & { readonly [places]: { readonly [At in Place]: true } };

/**
 * For a terminal: no control, and nothing that reorders text. Made by `clean`, `cleanLines`, `withoutControls` and
 * `say`.
 */
export type TerminalText = SafeFor<'terminal'>;
/** Made by `jsonText`. */
export type JsonText = SafeFor<'terminal' | 'json'>;
/** Made by `formatCsvCell` and `formatCsvRow`. */
export type CsvText = SafeFor<'terminal' | 'csv'>;
/** Made by the template `md`. */
export type MarkdownText = SafeFor<'terminal' | 'markdown'>;
/** Made by the template `html`. */
export type HtmlText = SafeFor<'terminal' | 'html'>;
/** To be typed or pasted at a shell. Made by `shellWord` and the template `command`. */
export type ShellText = SafeFor<'terminal' | 'shell'>;

// C0 and C1 controls, and the marks that reorder text: what a name or a note must never do to a terminal.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text from outside, safe on one line of a terminal: white space folded, controls and bidi marks taken out. */
export function clean(text: string): TerminalText {
  // A space that stands alone, as most do, is not taken out to be put in again.
  return text
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .replace(UNSAFE, '')
    .trim() as TerminalText;
}

/** `clean` with the line breaks kept. */
export function cleanLines(text: string): TerminalText {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/\t/g, '  ').replace(UNSAFE, '').trimEnd())
    .join('\n') as TerminalText;
}

/** Text from outside with its layout kept: line ends become `\n`, tabs stay, controls and bidi marks are taken out. */
export function withoutControls(text: string): TerminalText {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSAFE, (sign) => (sign === '\n' || sign === '\t' ? sign : '')) as TerminalText;
}

/** Whether nothing in the text has to be taken out or folded for a terminal. */
export function isPrintable(text: string): boolean {
  return text.search(UNSAFE) < 0;
}

/** At the very front of a file it says that the text is UTF-8; a terminal takes no notice of it. */
export const BYTE_ORDER_MARK = '\ufeff' as TerminalText;

/** Data as JSON that means the same and is safe to print: what a terminal would act on is written as `\u009b`. */
export function jsonText(data: unknown, indent?: number): JsonText {
  return escapeQuoted(JSON.stringify(data, undefined, indent)) as JsonText;
}

/** A document of JSON or YAML with all escaped that a terminal would act on, which stands between double quotes. */
export function escapeQuoted(document: string): string {
  return document
    .replace(UNSAFE, (sign) =>
      // Between its values a document has white space of its own; in a text it is escaped already.
      /[\n\r\t]/.test(sign) ? sign : escaped(sign),
    )
    .replace(/[\u2028\u2029]/g, escaped);
}

/** As JSON and YAML write a sign by its number. */
function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A document of JSON, for people too: indented by two spaces, one newline at the end. */
export function jsonDocument(data: unknown): JsonText {
  return `${jsonText(data, 2)}\n` as JsonText;
}

/**
 * A string of our own: one whose type lists what it can be. `string` itself, and anything with a `string` in it, is
 * not.
 */
type Own<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text;

/** What `say` takes: figures, fixed values, text that is safe already. */
export type Sayable<Part> = Part extends number | bigint | `${number}` | TerminalText
  ? Part
  : Part extends string
    ? Own<Part>
    : never;

type SayableAll<Parts extends readonly unknown[]> = { readonly [At in keyof Parts]: Sayable<Parts[At]> };

/**
 * Words of our own for a terminal, with figures, fixed values and text that is safe already between them. A plain
 * `string` is refused by the compiler: `clean` it first.
 *
 * @example say`${clean(candidate)}: ${score} of ${scale.max}\n`
 */
export function say<const Parts extends readonly (string | number | bigint)[]>(
  strings: TemplateStringsArray,
  ...parts: Parts & SayableAll<Parts>
): TerminalText {
  let text = strings[0] ?? '';
  for (let at = 0; at < parts.length; at += 1) text += `${parts[at]}${strings[at + 1]}`;
  return text as TerminalText;
}

/** What may stand between safe texts: signs of our own. */
type Between = '' | ' ' | '  ' | '\n' | ',' | ', ' | '; ' | ':' | ': ' | ' and ' | ' · ' | TerminalText;

// What is joined from safe text is as safe as its parts, and a part of what can be printed can be printed.
declare global {
  interface Array<T> {
    join<Text extends TerminalText>(this: readonly (Text | '')[], between?: Between): Text;
  }
  interface ReadonlyArray<T> {
    join<Text extends TerminalText>(this: readonly (Text | '')[], between?: Between): Text;
  }
  interface String {
    slice(this: TerminalText, from?: number, to?: number): TerminalText;
    trimStart(this: TerminalText): TerminalText;
    trimEnd(this: TerminalText): TerminalText;
    padEnd(this: TerminalText, length: number): TerminalText;
    padStart(this: TerminalText, length: number): TerminalText;
    repeat(this: TerminalText, times: number): TerminalText;
    split(this: TerminalText, at: string): TerminalText[];
  }
}
