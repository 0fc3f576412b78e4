/** The words of a text, lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
}

export function wordList(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** How many words a reader counts: signs that stand alone are none. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Words of any English question: they say nothing of what it asks for. */
const COMMON = wordList(
  'a about all an and any are as at be been but by can could describe did do does each for from give had has have how ' +
    'i if in into is it its last me most of off on one or other recent recently so tell than that the their them then ' +
    'there these they thing this through time to took up us walk was we were what when where which who whom whose why ' +
    'will with without work would you your',
);

/** The words that carry a text, without their endings, each once. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = wordsOf(text).filter((word) => word.length > 2 && !COMMON.has(word));
  return new Set(words.map((word) => word.replace(/(?:ing|ed|es|s)$/, '')));
}

export function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}
