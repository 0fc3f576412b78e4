import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a typo most likely meant; `undefined` when none is near. Case does not matter. `most` is how many
 * letters may differ.
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  most = Math.min(3, Math.floor(word.length / 2)),
): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    const steps = distance(typed, candidate.toLowerCase());
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** `; did you mean "weight"?`, or nothing: the end of a message. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}

/** `; here may stand a, b`, or nothing: the end of a message. */
export function mayStand(allowed: string | undefined): string {
  return allowed === undefined ? '' : `; here may stand ${allowed}`;
}

/** The text that YAML made a map of one key of, since it has a colon; `undefined` for anything else. */
export function colonText(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  const [only, second] = Object.entries(input);
  if (!only || second || (typeof only[1] === 'object' && only[1] !== null)) return undefined;
  return `${only[0]}: ${only[1] ?? ''}`.trimEnd();
}

/** For quoting what may be of any length. */
export function shorten(text: string): string {
  const letters = [...text.slice(0, 81)];
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : text;
}

/** A scale in words: `1 to 5`, `0 to 10 in halves`. */
export function scaleInWords({ min, max, step = 1 }: ScaleEnds): string {
  return `${min} to ${max}${step === 1 ? '' : ' in halves'}`;
}

interface ScaleEnds {
  readonly min: number;
  readonly max: number;
  /** 1 where it is not given, else one half. */
  readonly step?: number | undefined;
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count as prose has it: in words up to twelve. */
export function numberInWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** A sentence as a part of another: without the full stop at its end. */
export function asPhrase(sentence: string): string {
  return sentence.trim().replace(/(?<!\.)\.$/, '');
}

/** What tells people apart where they have no names: A to Z, then A2. */
export function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26) + 1}`;
}
