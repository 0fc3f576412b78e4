import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compareRational, divide, fromWhole, rational, ZERO } from '../../../src/core/numbers/rational.js';
import { poolPanel } from '../../../src/core/panel/panel.js';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { isRated, type Rating } from '../../../src/core/rubric/scale.js';
import { isYes } from '../../../src/core/scoring/rules.js';
import { computeScore } from '../../../src/core/scoring/scoring.js';
import { AROUND_ZERO, createRubric, createScaledRubric, TENTHS } from '../../support/rubrics.js';
import { createCards, createScorecard, PANEL_RUBRIC } from '../../support/scorecards.js';

type Parts = Parameters<typeof createCards>[0];

function pool(parts: Parts) {
  const cards = createCards(parts);
  return poolPanel(cards[0].edition, cards);
}

function withRules(more: Partial<Rubric['recommendation']>): Rubric {
  return { ...PANEL_RUBRIC, recommendation: { ...PANEL_RUBRIC.recommendation, ...more } };
}

describe('three interviewers, worked by hand', () => {
  // depth (4+3+4)/3 = 11/3, care (3+4)/2 = 7/2, talk (5+4)/2 = 9/2;
  // 50·11/3 + 30·7/2 + 20·9/2 = 183 1/3 + 105 + 90 = 378 1/3 of 100: 227/60
  const panel = pool([
    { interviewer: 'R. Panel', ratings: [4, 3, 5], verdict: 'yes', flags: ['worry'] },
    { interviewer: 'S. Panel', ratings: [3, undefined, 4], verdict: 'no' },
    { interviewer: 'T. Panel', ratings: [4, 4, 'not-applicable'], verdict: 'yes', flags: ['worry'] },
  ]);

  test('the score is the weighted mean of the means, exactly', () => {
    expect(panel.exact).toEqual(rational(227n, 60n));
    expect(panel.hundredths).toBe(378);
  });

  test('the spread is that of the interviewers’ own scores', () => {
    // own scores: 200+90+100 of 100; 150+80 of 70; 200+120 of 80
    expect(panel.spread?.lowest).toEqual({ numerator: 230, denominator: 70 });
    expect(panel.spread?.highest).toEqual({ numerator: 320, denominator: 80 });
    expect(panel.spread?.standardDeviation).toBeCloseTo(0.38677, 5);
  });

  test('all is covered when each dimension was rated by somebody', () => {
    expect(panel.coveragePercent).toBe(100);
  });

  test('a flag stands once, with all who saw it, and the reasons say how many', () => {
    expect(panel.flags.map(({ id, seen }) => [id, seen.length])).toEqual([['worry', 2]]);
    expect(panel.because.map(({ text }) => text).join('\n')).toContain('(seen by 2 of 3 interviewers)');
  });
});

test('a mean below a minimum caps the recommendation, though one interviewer rated above it', () => {
  const panel = pool([
    { interviewer: 'R. Panel', ratings: [3, 5, 5] },
    { interviewer: 'S. Panel', ratings: [2, 5, 5] },
  ]);
  expect(panel.recommendation).toBe('no');
  expect(panel.because.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('is rated 5/2 on average, below its minimum of 3'),
  );
});

test('a rating below a minimum caps nothing when the mean reaches it', () => {
  const panel = pool([
    { interviewer: 'R. Panel', ratings: [4, 5, 5] },
    { interviewer: 'S. Panel', ratings: [2, 5, 5] },
  ]);
  expect(panel.recommendation).toBe('yes');
});

test('a single rating below a minimum is named beside the mean, whether that reaches it or not', () => {
  const told = (...given: readonly number[]) =>
    pool(given.map((depth, at) => ({ interviewer: `Panel ${at}`, ratings: [depth, 5, 5] }))).because.find(
      ({ dimension }) => dimension === 'depth',
    );
  expect(told(4, 2)).toEqual({
    rule: 'single-below-minimum',
    dimension: 'depth',
    text: 'Dimension depth is rated 2 by one interviewer, below its minimum of 3; 3 on average reaches it',
  });
  expect(told(4, 2, 1)).toEqual({
    rule: 'minimum',
    dimension: 'depth',
    text: 'Dimension depth is rated 7/3 on average, below its minimum of 3 (1 and 2 by 2 interviewers): at most "no"',
  });
  expect(told(2)?.text).toBe('Dimension depth is rated 2, below its minimum of 3: at most "no"');
  expect(told(3, 3)).toBeUndefined();
});

test('a minimum that nobody rated is named', () => {
  const { because } = pool([{ ratings: [undefined, 5, 5] }, { interviewer: 'S. Panel', ratings: [undefined, 5, 5] }]);
  expect(because.map(({ rule, dimension }) => [rule, dimension])).toEqual([
    ['coverage', undefined],
    ['minimum-not-rated', 'depth'],
  ]);
});

test('what a strong yes needs is asked of the mean, not of each interviewer', () => {
  const rubric = withRules({ strongYesNeeds: 3 });
  const recommended = (...care: readonly number[]) =>
    pool(care.map((rating, at) => ({ rubric, interviewer: `Panel ${at}`, ratings: [5, rating, 5] }))).recommendation;
  expect(recommended(2, 4)).toBe('strong-yes');
  expect(recommended(2, 3)).toBe('yes');
});

test('a score that would round up to the next band is shown below it', () => {
  const rubric = createRubric([{ id: 'depth', weight: 100 }]);
  const panel = pool(
    Array.from({ length: 240 }, (_, at) => ({ rubric, interviewer: `Panel ${at}`, ratings: [at === 0 ? 2 : 3] })),
  );
  expect([panel.exact, panel.hundredths, panel.recommendation]).toEqual([rational(719n, 240n), 299, 'no']);
});

test('a stop that one interviewer saw caps the panel', () => {
  const panel = pool([
    { interviewer: 'R. Panel', ratings: [5, 5, 5] },
    { interviewer: 'S. Panel', ratings: [5, 5, 5], flags: ['stopper'] },
  ]);
  expect(panel.recommendation).toBe('no');
});

test('the band is decided by the fraction, not by the shown score', () => {
  // 7 × 4 and 2 × 5 of 9 in depth, as in care and talk: 38/9 = 4.22; the edge is 4.2; with one 5 less 37/9 = 4.11
  const parts = (fives: number) =>
    Array.from({ length: 9 }, (_, at) => {
      const rating = at < fives ? 5 : 4;
      return { interviewer: `Panel ${at}`, ratings: [rating, rating, rating] };
    });
  expect(pool(parts(2)).recommendation).toBe('strong-yes');
  expect(pool(parts(1)).recommendation).toBe('yes');
});

test('one interviewer with two scorecards has one voice: the later rating of each dimension counts', () => {
  const panel = pool([
    { interviewer: 'R. Panel', ratings: [5, 5, undefined], day: '2026-11-20', verdict: 'yes' },
    { interviewer: 'r.  panel', ratings: [1, undefined, 3], day: '2026-11-19', verdict: 'no' },
  ]);
  expect(panel.members).toHaveLength(1);
  expect(panel.members[0].ratings).toEqual([5, 5, 3]);
  expect(panel.members[0].verdict?.is).toBe('yes');
});

test('not applicable leaves the coverage alone unless somebody rated', () => {
  expect(pool([{ ratings: [3, 3, 'not-applicable'] }]).coveragePercent).toBe(100);
  expect(pool([{ ratings: [3, 3, undefined] }]).coveragePercent).toBe(80);
});

test('nobody rated anything: no score, incomplete', () => {
  const panel = pool([{ ratings: [] }, { interviewer: 'S. Panel', ratings: [] }]);
  expect(panel.exact).toBeUndefined();
  expect(panel.recommendation).toBe('incomplete');
  expect(panel.spread).toBeUndefined();
});

describe('whatever is rated', () => {
  const rating = fc.constantFrom<Rating | undefined>(1, 2, 3, 4, 5, 1, 2, 3, 4, 5, undefined);
  const ratings = fc.tuple(rating, rating, fc.oneof(rating, fc.constant<Rating>('not-applicable')));
  const panels = fc
    .array(ratings, { minLength: 1, maxLength: 9 })
    .map((rows) => rows.map((own, at) => ({ interviewer: `Panel ${at}`, ratings: own })));

  test('a single interviewer’s panel scores what the scorecard scores', () => {
    fc.assert(
      fc.property(ratings, (own) => {
        const single = computeScore(
          PANEL_RUBRIC.dimensions.map(({ weight }, at) => ({ weight, rating: own[at] ?? 'not-assessed' })),
          PANEL_RUBRIC.recommendation.bands,
        );
        const panel = pool([{ ratings: own }]);
        expect(panel.hundredths).toBe(single.hundredths);
        expect(panel.because).toEqual(createScorecard({ ratings: own }).result.because);
        expect(panel.coverage.numerator * single.coverage.denominator).toBe(
          single.coverage.numerator * panel.coverage.denominator,
        );
      }),
    );
  });

  test('the order of the scorecards doesn’t matter', () => {
    fc.assert(
      fc.property(panels, (parts) => {
        const [there, back] = [pool(parts), pool([...parts].reverse())];
        expect(back.exact).toEqual(there.exact);
        expect(back.recommendation).toBe(there.recommendation);
      }),
    );
  });

  test('a borderline panel names the dimensions in which one interviewer’s next rating turns it, and no others', () => {
    const rules = fc.record({
      borderline: fc.integer({ min: 1, max: 9_000 }).map((units) => units / 10_000),
      strongYesNeeds: fc.constantFrom(undefined, 3, 5),
      pool: fc.constantFrom('mean' as const, 'median' as const, 'trimmed' as const),
    });
    fc.assert(
      fc.property(panels, rules, (parts, { borderline, strongYesNeeds, pool: rule }) => {
        const rubric = withRules({
          borderline,
          pool: rule,
          ...(strongYesNeeds === undefined ? {} : { strongYesNeeds }),
        });
        const panel = pool(parts.map((one) => ({ ...one, rubric })));
        const reason = panel.because.find(({ rule }) => rule === 'borderline');
        const step = isYes(panel.recommendation) ? -1 : 1;
        const turns = (at: number) =>
          parts.some(({ ratings: own }, member) => {
            const next = (own[at] as number) + step;
            if (!isRated(own[at] ?? 'not-assessed') || next < 1 || next > 5) return false;
            const stepped = parts.with(member, { ...parts[member], ratings: own.with(at, next) as typeof own });
            const { recommendation } = pool(stepped.map((one) => ({ ...one, rubric })));
            return isYes(recommendation) !== isYes(panel.recommendation);
          });
        const turning = ['depth', 'care', 'talk'].filter((_id, at) => turns(at));
        expect(reason?.dimensions).toEqual(panel.isBorderline ? turning : undefined);
      }),
    );
  });

  test('the score lies within the ratings', () => {
    fc.assert(
      fc.property(panels, (parts) => {
        const { exact } = pool(parts);
        const rated = parts.flatMap((part) => part.ratings).filter((one) => typeof one === 'number');
        if (!exact) return;
        expect(compareRational(exact, fromWhole(Math.min(...rated)))).toBeGreaterThanOrEqual(0);
        expect(compareRational(exact, fromWhole(Math.max(...rated)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('where all rate everything, the score is the mean of their own scores', () => {
    const full = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 5 })));
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 9 }), (rows) => {
        const panel = pool(rows.map((own, at) => ({ interviewer: `Panel ${at}`, ratings: own })));
        const own = panel.members.map(({ exact }) => rational(BigInt(exact!.numerator), BigInt(exact!.denominator)));
        expect(panel.exact).toEqual(divide(own.reduce(add, ZERO), fromWhole(own.length)));
      }),
    );
  });
});

test('thirty interviewers who rated different dimensions are still pooled exactly', () => {
  const ids = Array.from({ length: 30 }, (_, at) => `d${at}`);
  const rubric = createRubric(ids.map((id, at) => ({ id, weight: at === 0 ? 3.3343 : 3.3333 })));
  // Dimension k is rated 4 by k + 1 interviewers, one of them excepted: it gives 5.
  const panel = pool(
    ids.map((_id, interviewer) => ({
      rubric,
      interviewer: `Panel ${interviewer}`,
      ratings: ids.map((_dimension, at) => (at < interviewer ? undefined : interviewer === 0 ? 5 : 4)),
    })),
  );
  const units = (at: number) => (at === 0 ? 33343n : 33333n);
  const expected = ids
    .map((_id, at) => rational(units(at) * BigInt(4 * (at + 1) + 1), BigInt(at + 1) * 1000000n))
    .reduce(add, ZERO);
  expect(panel.exact).toEqual(expected);
  expect(panel.exact!.denominator > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
});

describe('other scales and equal weights', () => {
  test('halves are pooled exactly', () => {
    const rubric = createScaledRubric(TENTHS, [{ id: 'a' }, { id: 'b' }]);
    const panel = pool([
      { rubric, interviewer: 'R. Panel', ratings: [2.5, 10] },
      { rubric, interviewer: 'S. Panel', ratings: [3, 0.5] },
      { rubric, interviewer: 'T. Panel', ratings: [9.5, undefined] },
    ]);
    // a 15/3, b 10.5/2; half of their sum
    expect(panel.exact).toEqual(rational(41n, 8n));
    expect(panel.hundredths).toBe(513);
  });

  test('below 0 half up is upwards, and a step of one interviewer is told', () => {
    const of = createScaledRubric(AROUND_ZERO, [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }]);
    const rubric = { ...of, recommendation: { ...of.recommendation, borderline: 0.2 } };
    const panel = pool([
      { rubric, interviewer: 'R. Panel', ratings: [-1, 0, 0, 0] },
      { rubric, interviewer: 'S. Panel', ratings: [0, 0, 0, 0] },
    ]);
    expect(panel.exact).toEqual(rational(-1n, 8n));
    expect(panel.hundredths).toBe(-12);
    expect(panel.because.at(-1)?.text).toMatch(/^borderline, at most 0.2 from the 0 .* one interviewer's step up/);
  });
});

describe('pooled otherwise than by the mean', () => {
  const RATINGS = [
    [2, 4, 3],
    [4, 4, 3],
    [4, 4, 4],
    [5, 1, 5],
  ];
  const pooledBy = (rule: Rubric['recommendation']['pool'], rows: readonly (readonly number[])[] = RATINGS) => {
    const rubric = withRules({ pool: rule, borderline: 0.3 });
    return pool(rows.map((ratings, at) => ({ rubric, interviewer: `Panel ${at}`, ratings: [...ratings] })));
  };

  test('the median and the trimmed mean, worked by hand', () => {
    // depth 2 4 4 5, care 1 4 4 4, talk 3 3 4 5
    // median 4, 4, 7/2: 200 + 120 + 70 of 100; trimmed 4, 4, 7/2 alike; mean 15/4, 13/4, 15/4: 360 of 100
    expect(pooledBy('mean').exact).toEqual(rational(18n, 5n));
    expect(pooledBy('median').exact).toEqual(rational(39n, 10n));
    expect(pooledBy('trimmed').exact).toEqual(rational(39n, 10n));
    // five: depth 2 4 4 5 5, care 1 4 4 4 5, talk 3 3 4 5 5: median 4 4 4; trimmed 13/3, 4, 4
    const five = [...RATINGS, [5, 5, 5]];
    expect(pooledBy('median', five).exact).toEqual(fromWhole(4));
    expect(pooledBy('trimmed', five).exact).toEqual(rational(25n, 6n));
  });

  test('the rules judge the pooled rating, and a single one below a minimum is still named', () => {
    const below = [
      [2, 4, 4],
      [2, 4, 4],
      [5, 4, 4],
    ];
    const [mean, median] = [pooledBy('mean', below), pooledBy('median', below)];
    expect([mean.recommendation, median.recommendation]).toEqual(['yes', 'no']);
    expect(median.because.find(({ rule }) => rule === 'minimum')?.text).toBe(
      'Dimension depth is rated 2 as the median, below its minimum of 3 (2 and 2 by 2 interviewers): at most "no"',
    );
    const reached = pooledBy('trimmed', [
      [1, 4, 4],
      [3, 4, 4],
      [4, 4, 4],
      [4, 4, 4],
    ]);
    expect(reached.because.find(({ rule }) => rule === 'single-below-minimum')?.text).toBe(
      'Dimension depth is rated 1 by one interviewer, below its minimum of 3; 7/2 on average without the highest and the lowest reaches it',
    );
  });

  test('one interviewer’s step turns it where it moves the median, and not where it moves the mean alone', () => {
    // Of 3 3 3, one step down leaves the median at 3; of 2 3 4, the step of the 3 makes it 2.
    const edge = (care: readonly number[]) =>
      pooledBy(
        'median',
        care.map((rating) => [3, rating, 3]),
      );
    const turning = (care: readonly number[]) =>
      edge(care).because.find(({ rule }) => rule === 'borderline')?.dimensions;
    expect(turning([3, 3, 3])).toEqual([]);
    expect(turning([2, 3, 4])).toEqual(['care']);
  });
});
