import { at } from '../ratings/at.js';
import type { Interval } from '../ratings/no-value.js';
import { withoutRounding } from '../ratings/rounding.js';
import { type SeededRandom, seededRandom } from './seeded-random.js';

export interface BootstrapOptions {
  /** How often candidates are drawn again; 2,000 unless given. */
  readonly resamples?: number | undefined;
  /** A whole number from 0 to 2^32 − 1; the same one gives the same interval. 1 unless given. */
  readonly seed?: number | undefined;
}

export interface Bootstrap {
  /** `undefined` where no resample has a value, or all have the same one. */
  readonly interval: Interval | undefined;
  readonly resamples: number;
  readonly seed: number;
  /** Resamples that had no value, such as those in which all ratings are the same; the interval is of the others. */
  readonly withoutValue: number;
}

/** Fewer resamples have no 2.5% tail to speak of; more take minutes. */
const FEWEST = 100;
const MOST = 1_000_000;

/**
 * The percentile interval of a statistic over candidates that are drawn again, with replacement, as many as there are.
 * `statistic` is given how often each was drawn.
 *
 * @throws RangeError when resamples aren't a whole number from 100 to a million, or the seed isn't one of 32 bits
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13
 */
export function bootstrap(
  candidates: number,
  level: number,
  { resamples = 2000, seed = 1 }: BootstrapOptions,
  statistic: (drawn: Uint32Array) => number | undefined,
): Bootstrap {
  if (!(Number.isInteger(resamples) && resamples >= FEWEST && resamples <= MOST)) {
    throw new RangeError(`resamples are a whole number from ${FEWEST} to ${MOST}, not ${resamples}`);
  }
  const random = seededRandom(seed);
  const drawn = new Uint32Array(candidates);
  const values: number[] = [];
  for (let resample = 0; resample < resamples; resample += 1) {
    draw(drawn, random);
    const value = statistic(drawn);
    if (value !== undefined) values.push(value);
  }
  const sorted = Float64Array.from(values).sort();
  const tail = (1 - level) / 2;
  const interval = sorted.length === 0 ? undefined : between(percentile(sorted, tail), percentile(sorted, 1 - tail));
  return { interval, resamples, seed, withoutValue: resamples - values.length };
}

function between(lower: number, upper: number): Interval | undefined {
  const width = withoutRounding(upper - lower, Math.max(Math.abs(lower), Math.abs(upper)), 0);
  return width > 0 ? [lower, upper] : undefined;
}

function draw(drawn: Uint32Array, random: SeededRandom): void {
  drawn.fill(0);
  for (let count = 0; count < drawn.length; count += 1) {
    const candidate = random.below(drawn.length);
    drawn[candidate] = at(drawn, candidate) + 1;
  }
}

/** Between the two nearest values, in proportion: the seventh kind of Hyndman & Fan (1996), R's own. */
function percentile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [at(sorted, below), at(sorted, Math.ceil(place))];
  return low + (place - below) * (high - low);
}
