import { createAdvice, type Path, type Problem } from '../../problem.js';
import { anchorsOf, type RatedAnchor } from '../../rubric/anchors.js';
import type { Dimension, Rubric } from '../../rubric/rubric.js';
import type { Scale } from '../../rubric/scale.js';
import { countWords, wordList, wordsOf } from './words.js';

/** Praise that names nothing an interviewer could hear. */
const VAGUE = wordList(
  'good great strong solid excellent outstanding exceptional deep broad extensive advanced expert proficient ' +
    'competent skilled experienced knowledgeable proactive passionate adequate sufficient basic poor weak limited ' +
    'superior impressive world-class',
);

/** Words that raise or lower a sentence without changing what happens in it. */
const INTENSIFIERS = wordList(
  'very highly quite rather really somewhat extremely fully always often sometimes rarely never consistently usually ' +
    'mostly largely slightly more most less least some many few well better best',
);

/** An anchor of fewer words than this that leans on praise has no behaviour in it. */
const FEW_WORDS = 12;
/** What can be read while somebody speaks. */
const MOST_WORDS = 30;
/** What fits one line of a board of 80 columns, and is seen at a glance. */
const MOST_WORDS_SHORT = 8;
const MOST_CELLS_SHORT = 60;
/** More conditions than these are a checklist: two careful raters will each miss another one. */
const MOST_CONDITIONS = 3;

export function anchorsAdvice({ dimensions, scale }: Rubric): readonly Problem[] {
  const isShortForm = dimensions.some(({ anchors }) => Object.values(anchors).some(({ short }) => short !== undefined));
  return [
    ...(isShortForm ? [] : [createAdvice('no-short', {}, ['dimensions'])]),
    ...dimensions.flatMap((dimension, at) => {
      const path = (rating: number): Path => ['dimensions', at, 'anchors', String(rating)];
      const anchors = anchorsOf(dimension, scale).toReversed();
      return [
        ...anchors.flatMap((anchor) => wordingAdvice(anchor, scale, path(anchor.rating))),
        ...anchors.flatMap((anchor, position) =>
          anchors.slice(0, position).flatMap((other) => likenessAdvice(other, anchor, path(anchor.rating))),
        ),
        ...(isShortForm ? missingShorts(dimension, anchors, ['dimensions', at, 'anchors']) : []),
      ];
    }),
  ];
}

function missingShorts({ id }: Dimension, anchors: readonly RatedAnchor[], path: Path): readonly Problem[] {
  const ratings = anchors.flatMap(({ rating, short }) => (short === undefined ? [rating] : []));
  return ratings.length === 0 ? [] : [createAdvice('no-short', { dimension: id, ratings }, path)];
}

function wordingAdvice({ rating, text, short }: RatedAnchor, scale: Scale, path: Path): readonly Problem[] {
  const words = countWords(text);
  const conditions = countConditions(text);
  return [
    ...vagueAdvice(text, path),
    ...(words > MOST_WORDS ? [createAdvice('long-anchor', { rating, words, most: MOST_WORDS }, path)] : []),
    ...(conditions > MOST_CONDITIONS
      ? [createAdvice('many-conditions', { rating, count: conditions, most: MOST_CONDITIONS }, path)]
      : []),
    ...(rating > scale.bar && /\bor\b/i.test(text) ? [createAdvice('or-anchor', { rating }, path)] : []),
    ...(rating === scale.min && needsGuard(text) ? [createAdvice('no-guard', { rating }, path)] : []),
    ...(short === undefined ? [] : shortAdvice(short, [...path, 'short'])),
  ];
}

function shortAdvice(short: string, path: Path): readonly Problem[] {
  const words = countWords(short);
  const cells = [...short].length;
  if (words <= MOST_WORDS_SHORT && cells <= MOST_CELLS_SHORT) return [];
  return [
    createAdvice('long-short', { words, cells, most: { words: MOST_WORDS_SHORT, cells: MOST_CELLS_SHORT } }, path),
  ];
}

/** Sentences, and what is joined to one by a comma and a conjunction. */
function countConditions(text: string): number {
  return text.split(/[.;](?:\s|$)|,\s+(?:and|but|with|then)\s/).filter((part) => part.trim() !== '').length;
}

const NEGATION = /\b(?:no|none|nothing|never|not|cannot|nobody|neither|without)\b|n't\b/i;
const GUARD =
  /\b(?:sees?|saw|finds?|found) (?:no|nothing)\b|\bdefends?\b|\bstands? by\b|\bwould do (?:it|so|the same)\b/i;

/**
 * Whether a lowest anchor tells of harm that was done, without asking that the candidate still thinks it right. What
 * only tells that something was missing needs no guard.
 */
function needsGuard(text: string): boolean {
  const tellsOnlyWhatIsMissing = NEGATION.test(text) && !/\bor\b|;/i.test(text);
  return !tellsOnlyWhatIsMissing && !GUARD.test(text);
}

function vagueAdvice(text: string, path: Path): readonly Problem[] {
  const words = wordsOf(text);
  const vague = words.find((word) => VAGUE.has(word));
  if (vague === undefined) return [];
  const opens = VAGUE.has(words[0] ?? '');
  if (!opens && words.length >= FEW_WORDS) return [];
  return [createAdvice('vague-anchor', { word: vague }, path)];
}

function likenessAdvice(one: RatedAnchor, other: RatedAnchor, path: Path): readonly Problem[] {
  const [first, second] = [wordsOf(one.text), wordsOf(other.text)];
  const ratings = [one.rating, other.rating] as const;
  const isSameShort =
    one.short !== undefined && other.short !== undefined && same(wordsOf(one.short), wordsOf(other.short));
  if (same(first, second) || isSameShort) return [createAdvice('same-anchor', { ratings }, path)];
  if (kernel(first) !== kernel(second)) return [];
  return [createAdvice('adverb-anchor', { ratings }, path)];
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.join(' ') === other.join(' ');
}

/** What is left of a sentence without praise, intensifiers and adverbs. */
function kernel(words: readonly string[]): string {
  return words.filter((word) => !VAGUE.has(word) && !INTENSIFIERS.has(word) && !/..ly$/.test(word)).join(' ');
}
