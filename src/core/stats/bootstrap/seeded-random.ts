/** Numbers that look like chance and are the same for the same seed, on every machine. */
export interface SeededRandom {
  /** A whole number from 0 to below `bound`, which is at most 2^32. */
  below(bound: number): number;
}

const TWO_TO_32 = 2 ** 32;

/**
 * xoshiro128** by Blackman and Vigna, its state filled from the seed by splitmix32. For resampling, never for secrets.
 *
 * @throws RangeError when the seed isn't a whole number from 0 to 2^32 − 1
 * @see Blackman & Vigna (2021), https://doi.org/10.1145/3460772
 */
export function seededRandom(seed: number): SeededRandom {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < TWO_TO_32)) {
    throw new RangeError(`a seed is a whole number from 0 to ${TWO_TO_32 - 1}, not ${seed}`);
  }
  const fill = splitmix(seed);
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return { below: (bound) => Math.floor((next() / TWO_TO_32) * bound) };
}

function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
