export interface Measured {
  readonly value: number;
  /** Standard error of the value, 0 or more. */
  readonly error: number;
}

/**
 * A place or a range of places, counted from 1 for the highest value; `best` and `worst` are the same where it is
 * certain.
 */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

/** Two normal deviates of 1.96 enclose 95%. */
export const DEVIATE = 1.96;

/**
 * The difference between two values below which they can't be told apart: 1.96 standard errors of the difference.
 *
 * @see Cascio, Outtz, Zedeck & Goldstein (1991), Statistical implications of six methods of test score use in personnel
 *   selection, Human Performance 4 (bands of scores that are treated alike)
 * @example leastDifference(0.6, 0.6) // 1.663…
 */
export function leastDifference(error: number, other: number): number {
  return DEVIATE * Math.sqrt(error * error + other * other);
}

/**
 * The places that each value could have: behind all that are certainly higher, before all that are certainly lower.
 * "Can't be told apart" isn't transitive, so that tied places would have to cut somewhere; a range needn't.
 *
 * Sorts once and looks only at neighbours whose difference is in doubt, so that thousands are ranked quickly.
 *
 * @example rankRanges([{ value: 5, error: 0.1 }, { value: 3, error: 0.1 }]) // [{ best: 1, worst: 1 }, { best: 2, worst: 2 }]
 */
export function rankRanges(values: readonly Measured[]): readonly RankRange[] {
  const order = values.map((_value, at) => at).sort((a, b) => valueAt(values, b) - valueAt(values, a));
  const sorted = order.flatMap((at) => values[at] ?? []);
  const errors = sorted.map(({ error }) => error);
  const [least, most] = [errors.reduce((a, b) => Math.min(a, b), Infinity), errors.reduce((a, b) => Math.max(a, b), 0)];
  const ranges = new Array<RankRange>(values.length);
  sorted.forEach((measured, position) => {
    const far = leastDifference(measured.error, most);
    const near = leastDifference(measured.error, least);
    // Above `certain` all are higher for sure, from `level` on none is; only those between are looked at.
    const certain = countWhile(sorted, ({ value }) => value - measured.value > far);
    const level = countWhile(sorted, ({ value }) => value - measured.value > near);
    const higher = certain + countApart(sorted.slice(certain, level), measured);
    const lowerFrom = countWhile(sorted, ({ value }) => measured.value - value <= near);
    const lowerCertain = countWhile(sorted, ({ value }) => measured.value - value <= far);
    const lower = sorted.length - lowerCertain + countApart(sorted.slice(lowerFrom, lowerCertain), measured);
    const at = order[position];
    if (at !== undefined) ranges[at] = { best: higher + 1, worst: sorted.length - lower };
  });
  return ranges;
}

function valueAt(values: readonly Measured[], at: number): number {
  return values[at]?.value ?? 0;
}

function countApart(others: readonly Measured[], { value, error }: Measured): number {
  return others.filter((other) => Math.abs(other.value - value) > leastDifference(error, other.error)).length;
}

/** How many values at the beginning of the sorted list satisfy the condition, found by halving. */
function countWhile(sorted: readonly Measured[], holds: (value: Measured) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && holds(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
