import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAtLeast } from '../../../src/core/numbers/fraction.js';
import { isRated, nextRating, ratingsOf, stepOf } from '../../../src/core/rubric/scale.js';
import { evaluate } from '../../../src/core/scoring/evaluate.js';
import { BANDS } from '../../../src/core/scoring/rules.js';
import { computeScore, type WeightedRating } from '../../../src/core/scoring/scoring.js';
import { anyScale, bandsOn, type ScaledCard, scaledCard } from '../../support/scales.js';

const judgedCard = scaledCard.chain((card) =>
  fc.record({
    card: fc.constant(card),
    bands: bandsOn(card.scale),
    strongYesNeeds: fc.option(fc.constantFrom(...ratingsOf(card.scale)), { nil: undefined }),
    minimum: fc.option(fc.constantFrom(...ratingsOf(card.scale)), { nil: undefined }),
  }),
);
type JudgedCard = typeof judgedCard extends fc.Arbitrary<infer T> ? T : never;

function judge({ card: { scale, dimensions }, bands, strongYesNeeds, minimum }: JudgedCard) {
  const named = dimensions.map((dimension, at) => ({ id: `d${at}`, name: `d${at}`, minimum, ...dimension }));
  const recommendation = { coverageAtLeast: 70, bands, strongYesNeeds };
  return evaluate({ dimensions: named, redFlags: [], recommendation, scale });
}

function scoreOf({ dimensions, scale }: ScaledCard) {
  return computeScore(dimensions, undefined, scale);
}

describe('on every scale, with weights or with equal ones,', () => {
  test('the score is whole numbers over whole numbers, between the lowest and the highest rating', () => {
    fc.assert(
      fc.property(scaledCard, (card) => {
        const { exact } = scoreOf(card);
        const rated = card.dimensions.map(({ rating }) => rating).filter(isRated);
        expect(exact === undefined).toBe(rated.length === 0);
        if (!exact) return;
        expect(Number.isSafeInteger(exact.numerator) && Number.isSafeInteger(exact.denominator)).toBe(true);
        expect(exact.denominator).toBeGreaterThan(0);
        expect(exact.numerator).toBeGreaterThanOrEqual(Math.min(...rated) * exact.denominator);
        expect(exact.numerator).toBeLessThanOrEqual(Math.max(...rated) * exact.denominator);
      }),
    );
  });

  test('the score is the lowest rating and the weighted mean of the steps above it', () => {
    fc.assert(
      fc.property(scaledCard, ({ scale, dimensions }) => {
        const { exact, units } = computeScore(dimensions, undefined, scale);
        if (!exact) return;
        let [num, den] = [0n, 0n];
        dimensions.forEach(({ rating }, at) => {
          if (!isRated(rating)) return;
          num += BigInt(units[at]) * BigInt(stepOf(rating, scale));
          den += BigInt(units[at]);
        });
        const d = scale.step === 0.5 ? 2n : 1n;
        // min + num / (d · den)
        expect(BigInt(exact.numerator) * d * den).toBe((BigInt(scale.min) * d * den + num) * BigInt(exact.denominator));
      }),
    );
  });

  test('a higher rating lowers neither the score nor the recommendation', () => {
    const order = [...BANDS, 'incomplete'];
    fc.assert(
      fc.property(judgedCard, fc.nat(), (judged, pick) => {
        const { dimensions, scale } = judged.card;
        const at = pick % dimensions.length;
        const { rating } = dimensions[at];
        const next = isRated(rating) ? nextRating(rating, 'up', scale) : undefined;
        if (next === undefined) return;
        const raised = {
          ...judged,
          card: { scale, dimensions: dimensions.with(at, { ...dimensions[at], rating: next }) },
        };
        const [before, after] = [judge(judged), judge(raised)];
        const [low, high] = [before.score.exact, after.score.exact];
        if (!low || !high) throw new Error('both are rated');
        expect(high.numerator * low.denominator).toBeGreaterThan(low.numerator * high.denominator);
        expect(after.score.hundredths).toBeGreaterThanOrEqual(before.score.hundredths ?? 0);
        expect(order.indexOf(after.result.recommendation)).toBeLessThanOrEqual(
          order.indexOf(before.result.recommendation),
        );
      }),
    );
  });

  test('neither the order of the dimensions nor the size of the weights matters', () => {
    fc.assert(
      fc.property(judgedCard, fc.integer({ min: 2, max: 9 }), (judged, factor) => {
        const { dimensions, scale } = judged.card;
        const other = (changed: readonly WeightedRating[]) => {
          const {
            exact: _,
            because: _because,
            ...result
          } = judge({ ...judged, card: { scale, dimensions: changed } }).result;
          return result;
        };
        const same = other(dimensions);
        expect(other(dimensions.toReversed())).toEqual(same);
        expect(other(dimensions.map(({ weight = 1, rating }) => ({ weight: weight * factor, rating })))).toEqual(same);
      }),
    );
  });

  test('an unrated dimension counts as if the rubric lacked it, but for coverage', () => {
    fc.assert(
      fc.property(scaledCard, ({ scale, dimensions }) => {
        const weight = dimensions[0].weight === undefined ? undefined : 7;
        const more = [...dimensions, { weight, rating: 'not-assessed' as const }];
        const [without, with_] = [scoreOf({ scale, dimensions }), scoreOf({ scale, dimensions: more })];
        expect(with_.exact).toEqual(without.exact);
        expect(with_.coverage.numerator * without.coverage.denominator).toBeLessThanOrEqual(
          without.coverage.numerator * with_.coverage.denominator,
        );
      }),
    );
  });

  test('a rating that all dimensions have is the score, exactly', () => {
    fc.assert(
      fc.property(scaledCard, fc.nat(), ({ scale, dimensions }, pick) => {
        const ratings = ratingsOf(scale);
        const rating = ratings[pick % ratings.length];
        const { exact, hundredths } = scoreOf({
          scale,
          dimensions: dimensions.map(({ weight }) => ({ weight, rating })),
        });
        expect(exact?.numerator).toBe(rating * (exact?.denominator ?? 0));
        expect(hundredths).toBe(100 * rating);
      }),
    );
  });

  test('the shown score is half up, and never at or above an edge that is not reached', () => {
    fc.assert(
      fc.property(judgedCard, (judged) => {
        const { score } = judge(judged);
        const { exact, hundredths } = score;
        if (!exact || hundredths === undefined) return;
        const halfUp = computeScore(judged.card.dimensions, undefined, judged.card.scale).hundredths ?? 0;
        // Half up is upwards below 0 too: -0.5 hundredths are 0, and -1.5 are -1.
        expect((2 * halfUp - 1) * exact.denominator).toBeLessThanOrEqual(200 * exact.numerator);
        expect((2 * halfUp + 1) * exact.denominator).toBeGreaterThan(200 * exact.numerator);
        expect(hundredths).toBeLessThanOrEqual(halfUp);
        for (const edge of Object.values(judged.bands))
          expect(hundredths >= 100 * edge && !isAtLeast(exact, edge)).toBe(false);
      }),
    );
  });

  test('the contributions add up to the shown score', () => {
    fc.assert(
      fc.property(judgedCard, (judged) => {
        const { contributions, hundredths } = judge(judged).score;
        expect(contributions.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(hundredths ?? 0);
        expect(contributions.map((part) => part !== undefined)).toEqual(
          judged.card.dimensions.map(({ rating }) => isRated(rating)),
        );
      }),
    );
  });
});

test('every rating of a scale is on it, and nothing between two of them', () => {
  fc.assert(
    fc.property(anyScale, (scale) => {
      const ratings = ratingsOf(scale);
      expect(ratings.length).toBeLessThanOrEqual(21);
      expect([ratings[0], ratings.at(-1)]).toEqual([scale.min, scale.max]);
      expect(ratings.map((rating) => stepOf(rating, scale))).toEqual(ratings.map((_rating, step) => step));
    }),
  );
});

test('three equal weights are exact where 33.33, 33.33 and 33.34 are not', () => {
  const rated = (ratings: readonly number[]) => computeScore(ratings.map((rating) => ({ rating }))).exact;
  expect(rated([5, 4, 3])).toEqual({ numerator: 12, denominator: 3 });
  expect(rated([3, 4, 5])).toEqual({ numerator: 12, denominator: 3 });
});
