import { parse } from 'csv-parse/sync';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect } from 'vitest';

/** What a name or a note could hold to act on whoever looks at it. */
export const HOSTILE = [
  'Zq',
  '\u001b]0;PWN\u0007\u001b]8;;http://evil.example/\u0007\u001b[31m\u009b31m\u007f\u061c\u202e\u2066\u0000\rY\b',
  '<img src=x onerror=alert(1)><script>alert(1)</script><!-- x --> &lt;b&gt;',
  '[c](javascript:alert(1)) ![i](http://evil.example/i) [r]: http://evil.example <http://evil.example>',
  '`k` **b** ~~s~~ | q | https://evil.example (www.evil.example), evil@evil.example `http://evil.example',
  '\n---\nadmin: true\n---\n# h\n- i\n',
].join(' ');

export const FORMULA = '=HYPERLINK("http://evil.example","Zq")';

// A tab and a line end are layout; a bare carriage return would write over the line.
const ACTS_ON_A_TERMINAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069]|\r(?!\n)/;

export function expectPrintable(text: string, about: string): void {
  expect(ACTS_ON_A_TERMINAL.exec(text)?.[0], about).toBeUndefined();
}

const OWN_MARKUP = /^(p|h[1-5]|table|thead|tbody|tr|th|td|strong|ul|ol|li|blockquote|code|hr|br)$/;

/** Nothing in it is rendered as a link, an image, HTML or struck out. */
export function expectOwnMarkup(markdown: string, about: string): void {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const page = micromark(body, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  const tags = [...page.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag);
  expect(
    tags.filter((tag) => !OWN_MARKUP.test(tag)),
    about,
  ).toEqual([]);
}

export function expectOwnElements(page: string, about: string): void {
  expect(
    /<(?:img|script|a|del|b)[\s>]|<[^>]*\s(?:on\w+|href)=/i.exec(page.replace(/<style>[\s\S]*<\/style>/, ''))?.[0],
    about,
  ).toBe(undefined);
}

export function expectNoFormulas(csv: string, about: string): void {
  const cells = (parse(csv, { relax_column_count: true }) as string[][]).flat();
  expect(
    cells.filter((cell) => /^\s*[=+\-@]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell)),
    about,
  ).toEqual([]);
}

type Path = readonly (string | number)[];

/** The places of all texts in data. */
export function textsIn(data: unknown, at: Path = []): readonly Path[] {
  if (typeof data === 'string') return [at];
  if (typeof data !== 'object' || data === null) return [];
  const entries = Array.isArray(data) ? data.map((item, key) => [key, item] as const) : Object.entries(data);
  return entries.flatMap(([key, value]) => textsIn(value, [...at, key]));
}

/** One of each kind of place: a list counts once. */
export function placesIn(data: unknown): readonly Path[] {
  return oneOfEachKind(textsIn(data));
}

function oneOfEachKind(paths: readonly Path[]): readonly Path[] {
  return [...new Map(paths.map((path) => [path.filter((key) => typeof key === 'string').join('.'), path])).values()];
}

/** A copy with another text in one place. */
export function withText<T>(data: T, path: Path, text: string): T {
  const copy = structuredClone(data) as any;
  const last = path.at(-1);
  const owner = path.slice(0, -1).reduce((value, key) => value[key], copy);
  owner[last ?? ''] = text;
  return copy;
}

/** A copy with the text in each place where it may stand, and the places where it may not. */
export function filled<T>(data: T, text: string, isValid: (data: T) => boolean): { all: T; refused: readonly Path[] } {
  let all = data;
  const refused: Path[] = [];
  for (const path of textsIn(data)) {
    const next = withText(all, path, text);
    if (isValid(next)) all = next;
    else refused.push(path);
  }
  return { all, refused: oneOfEachKind(refused) };
}
