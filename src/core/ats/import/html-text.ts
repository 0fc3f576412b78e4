/** Elements that end a line. */
const BLOCK = new Set([
  ...['address', 'article', 'blockquote', 'br', 'dd', 'div', 'dl', 'dt', 'figure', 'footer', 'form', 'h1', 'h2', 'h3'],
  ...['h4', 'h5', 'h6', 'header', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'table', 'td', 'th', 'tr', 'ul'],
]);

/** Elements whose contents nobody reads. */
const HIDDEN = new Set(['script', 'style', 'template', 'title', 'noscript']);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
};

/** What an editor of rich text writes begins with a tag; a `<` in the middle of a sentence is one. */
const HTML = /^\s*<(?:[a-z][a-z0-9]*(?=[\s/>])|!--)/i;

/**
 * An answer as text: where it is HTML, without its tags, with a line for each block; any other as it is. Nothing of it
 * is ever run or looked up. Linear in the length.
 */
export function answerText(answer: string): string {
  return HTML.test(answer) ? htmlText(answer) : answer;
}

function htmlText(html: string): string {
  const find = createFinder(html);
  let text = '';
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    text += decode(html.slice(at, open));
    const tag = readTag(html, open, find);
    if (tag && BLOCK.has(tag.name)) text += tag.name === 'p' ? '\n\n' : '\n';
    if (tag === undefined) text += '<';
    at = tag?.end ?? open + 1;
  }
  return tidy(text + decode(html.slice(at)));
}

interface Tag {
  readonly name: string;
  /** Where the text goes on. */
  readonly end: number;
}

/** The tag or comment that begins there, with what nobody reads; `undefined` for a `<` that begins none. */
function readTag(html: string, open: number, find: Find): Tag | undefined {
  if (html.startsWith('<!--', open)) return endAt('', find('-->', open + 4));
  const [, slash, written] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 24)) ?? [];
  const end = written === undefined ? undefined : find('>', open);
  if (written === undefined || end === undefined) return undefined;
  const name = written.toLowerCase();
  if (slash !== '' || !HIDDEN.has(name)) return { name, end };
  const closing = find(`</${name}`, end);
  return endAt(name, closing === undefined ? end : (find('>', closing) ?? closing));
}

function endAt(name: string, end: number | undefined): Tag | undefined {
  return end === undefined ? undefined : { name, end };
}

/** The position after the next such text; `undefined` where there is none. */
type Find = (text: string, from: number) => number | undefined;

/** A text that was not found once is not looked for again, however often it is missing. */
function createFinder(html: string): Find {
  const lower = html.toLowerCase();
  const missing = new Set<string>();
  return (text, from) => {
    const found = missing.has(text) ? -1 : lower.indexOf(text, from);
    if (found >= 0) return found + text.length;
    missing.add(text);
    return undefined;
  };
}

function decode(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : entity;
    });
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
