import { type Rational, rational, toNumber } from '../../numbers/rational.js';

/** Counts of two groups on two outcomes: a row for each group. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

export interface Probability {
  readonly value: number;
  readonly exact: Rational;
}

export interface FisherExact {
  /** Tables that are at most as likely as this one. */
  readonly twoSided: Probability;
  /** The first count as small as it is, or smaller. */
  readonly less: Probability;
  /** The first count as large as it is, or larger. */
  readonly greater: Probability;
}

/**
 * Fisher's exact test: how often chance alone gives a table at least as far from independence as this one, with the
 * same margins. From whole numbers alone, so that tables which are as likely as this one are told from those that are
 * nearly so.
 *
 * 1 where a margin is 0: there is but one such table. Takes time with the smallest margin and the size of the numbers.
 *
 * @throws RangeError for counts that are not whole or are below 0
 * @see Fisher (1935), The Design of Experiments, chapter 2 (the lady tasting tea)
 * @example fisherExact([[3, 1], [1, 3]]).twoSided.exact // 17/35
 */
export function fisherExact([[a, b], [c, d]]: TwoByTwo): FisherExact {
  for (const count of [a, b, c, d]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('counts are whole numbers from 0');
  }
  const [row, column, total] = [BigInt(a + b), BigInt(a + c), BigInt(a + b + c + d)];
  const other = total - row;
  const first = column > other ? column - other : 0n;
  const last = row < column ? row : column;
  // Each table's share is C(row, x)·C(other, column − x) of C(total, column).
  let ways = choose(row, first) * choose(other, column - first);
  const weights: bigint[] = [];
  for (let x = first; x <= last; x += 1n) {
    weights.push(ways);
    ways = (ways * (row - x) * (column - x)) / ((x + 1n) * (other - column + x + 1n));
  }
  const position = Number(BigInt(a) - first);
  const own = weights[position] ?? 0n;
  const all = sum(weights);
  const of = (part: readonly bigint[]): Probability => {
    const exact = rational(sum(part), all);
    return { exact, value: toNumber(exact) };
  };
  return {
    twoSided: of(weights.filter((weight) => weight <= own)),
    less: of(weights.slice(0, position + 1)),
    greater: of(weights.slice(position)),
  };
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((all, value) => all + value, 0n);
}

/** How many ways there are to choose `some` of `all`. */
function choose(all: bigint, some: bigint): bigint {
  const fewer = some > all - some ? all - some : some;
  let ways = 1n;
  for (let at = 1n; at <= fewer; at += 1n) ways = (ways * (all - fewer + at)) / at;
  return ways;
}
