import { nameKey } from './name.js';

/** Somebody whose name and id are to be replaced, and by what. */
export interface Alias {
  readonly name: string;
  readonly id?: string | undefined;
  readonly alias: string;
}

/** Words that link the parts of a name: alone they are nobody. */
const LINKS = new Set(
  'al bin da das de del della den der di do dos du el ibn la le les mac mc of st ten ter van von zu zur'.split(' '),
);

/** Two-letter words of English, which stand in every note. */
const SHORT_WORDS = new Set('am an as at be by do go he if in is it me my no of oh on or so to up us we'.split(' '));

/**
 * Names that are words too. Alone they count where they are written as a name is, with a capital: "Will led it", and
 * not "will lead".
 */
const COMMON_WORDS = new Set(
  (
    'april art august baker bell bill black bond booth brook brown carol carter case chance chase clay cliff ' +
    'cook cooper cross dawn day dean drew early example faith field fine fisher flint ford forest fox frank ' +
    'gene glen good grace grant gray green grey guy hall hand hardy harry hill hope hunter ivy jack joy june ' +
    'king lane law lily long love major mark marsh mason max may mercy miles miller moss noble norm old page ' +
    'panel park pat pearl penny pierce piper pole pope power price ray reed rich rob robin rock rose royal ' +
    'ruby rush rusty sample sandy sharp short skip sky small smart smith stern stone sue summer swift tailor ' +
    'tom victor viola wade wait walker ward west white wild will wise wood woods young'
  ).split(' '),
);

/** What of a name stands for the person, and whether its case matters. */
interface Pattern {
  readonly text: string;
  readonly isCased: boolean;
}

/**
 * Puts an alias in the place of each name: of the whole name in any case, of one of its words alone where that can be
 * told from other words, of an id, and of every e-mail address. What is spelt otherwise stays, and so does a nickname.
 */
export function createNameReplacer(people: readonly Alias[]): (text: string) => string {
  const aliases = new Map<string, string>();
  const learn = (pattern: Pattern, alias: string) => {
    const key = keyOf(pattern);
    // What could be one of two people says no more than that it was a name.
    aliases.set(key, (aliases.get(key) ?? alias) === alias ? alias : '[name]');
  };
  const patterns = people.flatMap(({ name, id, alias }) => {
    const own = [...(id === undefined ? [] : [{ text: id, isCased: false }]), ...patternsOf(name)];
    for (const pattern of own) learn(pattern, alias);
    return own;
  });
  // The longest first, so that a whole name is not taken apart.
  const search = [...new Map(patterns.map((pattern) => [keyOf(pattern), pattern])).values()]
    .sort((a, b) => b.text.length - a.text.length)
    .map((pattern) => ({ expression: expressionOf(pattern), alias: aliases.get(keyOf(pattern)) ?? '[name]' }));
  return (text) =>
    search.reduce(
      (all, { expression, alias }) => all.replace(expression, alias),
      withoutAddresses(text.normalize('NFC')),
    );
}

function keyOf({ text, isCased }: Pattern): string {
  return isCased ? `= ${text}` : nameKey(text);
}

function patternsOf(name: string): readonly Pattern[] {
  const written = name.normalize('NFC').trim();
  const words = written.split(/[\s,]+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  const all = [{ text: written, isCased: false }, ...words.flatMap((word) => patternOfWord(word))];
  const bare = all.map(({ text, isCased }) => ({ text: withoutAccents(text), isCased }));
  return [...all, ...bare];
}

function patternOfWord(word: string): readonly Pattern[] {
  const lower = word.toLowerCase();
  if (LINKS.has(lower) || [...word].length < 2) return [];
  if ([...word].length === 2 && !UNCASED.test(word)) {
    return SHORT_WORDS.has(lower) ? [] : [{ text: word, isCased: true }];
  }
  return [{ text: word, isCased: COMMON_WORDS.has(lower) }];
}

/** Scripts without capitals, most of which put no space between words. */
const UNCASED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+$/u;

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
}

function expressionOf({ text, isCased }: Pattern): RegExp {
  const quoted = text
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
  const [before, after] = UNCASED.test(text.replace(/\s+/g, ''))
    ? ['', '']
    : ['(?<![\\p{L}\\p{M}\\p{N}])', '(?![\\p{L}\\p{M}\\p{N}])'];
  return new RegExp(`${before}${quoted}${after}`, isCased ? 'gu' : 'giu');
}

const OF_ADDRESS = /[\p{L}\p{M}\p{N}._%+-]/u;

/** Without e-mail addresses, whosever they are. */
function withoutAddresses(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > copied && OF_ADDRESS.test(text[from - 1] ?? '')) from -= 1;
    let to = at + 1;
    while (OF_ADDRESS.test(text[to] ?? '')) to += 1;
    while (text[to - 1] === '.') to -= 1;
    if (from === at || !text.slice(at, to).includes('.')) continue;
    result += `${text.slice(copied, from)}[e-mail]`;
    copied = to;
  }
  return result + text.slice(copied);
}
