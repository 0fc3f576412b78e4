import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cohenKappa,
  cronbachAlpha,
  fleissKappa,
  gwetAC,
  halo,
  icc,
  kendallW,
  krippendorffAlpha,
  type Ratings,
  severity,
} from '../../../src/core/stats/library.js';

/** Ratings from −2 to 2 with holes, some near what each candidate is, and whose they are. */
const tables = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(0, 1, 3))
  .chain(([rows, columns, holes]) => {
    const rating = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -2, max: 2 }) },
      { weight: 6, arbitrary: fc.constantFrom(0, 1) },
      { weight: holes, arbitrary: fc.constant(undefined) },
    );
    return fc.record({
      ratings: fc.array(fc.array(rating, { minLength: columns, maxLength: columns }), {
        ...{ minLength: rows, maxLength: rows },
      }),
      clusters: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
    });
  });

type Found = Readonly<Record<string, unknown>>;

/** What depends neither on the order of rows or columns nor on the unit. */
function figuresOf(ratings: Ratings, clusters: readonly number[], unit: (value: number) => number): Found {
  const scale = [-2, -1, 0, 1, 2].map(unit);
  const alpha = cronbachAlpha(ratings);
  const two = ratings.map((row) => row.slice(0, 2));
  const effects = severity(ratings, { clusters });
  const inUnits = unit(1) - unit(0);
  const sizes = (values: readonly (number | undefined)[]) =>
    values.map((value) => (value === undefined ? 99 : value / inUnits)).sort((a, b) => a - b);
  return {
    ...{ icc: icc(ratings).forms, oneWay: icc(ratings, { missing: 'one-way' }).forms },
    alpha: [alpha.value, alpha.interval, alpha.reason],
    items: sizes(alpha.items.map(({ correctedItemTotal }) => (correctedItemTotal.value ?? -9) * inUnits)),
    dropped: sizes(alpha.items.map(({ alphaIfDropped }) => Math.max(-1e3, alphaIfDropped.value ?? -1e3) * inUnits)),
    pairwise: cronbachAlpha(ratings, { missing: 'pairwise' }).value,
    ...{ concordance: kendallW(ratings).value, halo: halo(ratings) },
    ordinal: krippendorffAlpha(ratings, { metric: 'ordinal', scale }).value,
    interval: krippendorffAlpha(ratings, { metric: 'interval', scale }).value,
    ...{ fleiss: fleissKappa(ratings), gwet: gwetAC(ratings, { scale, weights: 'quadratic', clusters }) },
    kappa: two.every(({ length }) => length === 2) && cohenKappa(two, { missing: 'keep-in-margins' }),
    severity: sizes(effects.interviewers.map(({ value }) => value)),
    errors: sizes(effects.interviewers.map(({ standardError }) => standardError)),
    sure: effects.interviewers.filter(({ interval }) => interval).length,
  };
}

/** Where the two differ; what isn't a number differs from itself. */
function differenceOf(one: unknown, other: unknown, where: string): string | undefined {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= 1e-7 * Math.max(1, Math.abs(one)) ? undefined : `${where}: ${one} and ${other}`;
  if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
    const [first, second] = [one as Found, other as Found];
    const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
    return keys.reduce<string | undefined>(
      (found, key) => found ?? differenceOf(first[key], second[key], `${where}.${key}`),
      undefined,
    );
  }
  return one === other ? undefined : `${where}: ${one} and ${other}`;
}

test('neither the order of candidates and interviewers nor the unit of the scale changes anything', () => {
  const units = fc.constantFrom<(value: number) => number>(
    (value) => value,
    (value) => 10 * value,
    (value) => 0.1 * value,
    (value) => 0.1 * value + 0.3,
    (value) => value + 100,
  );
  fc.assert(
    fc.property(tables, units, fc.boolean(), ({ ratings, clusters }, unit, isTurned) => {
      const turn = <Item>(items: readonly Item[]) => (isTurned ? items.toReversed() : items);
      const moved = turn(ratings).map((row) => {
        const [first, second, ...others] = row.map((rating) => (rating === undefined ? rating : unit(rating)));
        return row.length === 1 ? [first] : [second, first, ...turn(others)];
      });
      const plain = figuresOf(ratings, clusters, (value) => value);
      expect(differenceOf(plain, figuresOf(moved, turn(clusters), unit), 'figures')).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
