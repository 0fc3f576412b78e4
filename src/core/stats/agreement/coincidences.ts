import { at, sumOf } from '../ratings/at.js';

/** How often two ratings of the same candidate met, each candidate's pairs weighed so that each rating counts once. */
export interface Coincidences {
  /** How many pairable ratings there are at each position of the scale. */
  readonly margins: Float64Array;
  /** For each two different positions a < b, at a + b(b − 1)/2. */
  readonly pairs: Float64Array;
}

export function noCoincidences(size: number): Coincidences {
  return { margins: new Float64Array(size), pairs: new Float64Array((size * (size - 1)) / 2) };
}

/** Those of one candidate, from how often each rating was given; `undefined` for fewer than two ratings. */
export function coincidencesOf(count: readonly number[]): Coincidences | undefined {
  const given = sumOf(count);
  if (given < 2) return undefined;
  const own = noCoincidences(count.length);
  own.margins.set(count);
  let pair = 0;
  for (let b = 0; b < count.length; b += 1) {
    for (let a = 0; a < b; a += 1, pair += 1) own.pairs[pair] = (at(count, a) * at(count, b)) / (given - 1);
  }
  return own;
}

/** Adds the second to the first, so many times. */
export function addCoincidences(sum: Coincidences, own: Coincidences, times: number): void {
  if (times === 0) return;
  addTimes(sum.margins, own.margins, times);
  addTimes(sum.pairs, own.pairs, times);
}

function addTimes(sum: Float64Array, own: Float64Array, times: number): void {
  for (let position = 0; position < sum.length; position += 1) {
    sum[position] = at(sum, position) + times * at(own, position);
  }
}
