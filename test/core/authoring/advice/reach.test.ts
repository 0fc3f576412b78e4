import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightsAdvice } from '../../../../src/core/authoring/advice/plan.js';
import type { Rubric } from '../../../../src/core/rubric/rubric.js';
import { ratingsOf, type ScaleRange } from '../../../../src/core/rubric/scale.js';
import { bandOf } from '../../../../src/core/scoring/recommendation.js';
import { BANDS, bandRules } from '../../../../src/core/scoring/rules.js';
import { computeScore } from '../../../../src/core/scoring/scoring.js';
import { createScaledRubric, TENTHS } from '../../../support/rubrics.js';
import { bandsOn } from '../../../support/scales.js';

const isOfReach = (code: string) => code === 'unreachable-band' || code === 'idle-weight';

function told(rubric: Rubric): readonly string[] {
  return weightsAdvice(rubric).flatMap(({ code, path }) => (isOfReach(code) ? [`${code} ${path.join('.')}`] : []));
}

/** The same by rating every dimension in every way. */
function toldByTrying({ dimensions, scale, recommendation }: Rubric): readonly string[] {
  const rules = bandRules(recommendation.bands);
  const all = dimensions.reduce<readonly (readonly number[])[]>(
    (ways) => ways.flatMap((way) => ratingsOf(scale).map((rating) => [...way, rating])),
    [[]],
  );
  const bandFor = (ratings: readonly number[]) => {
    const rated = dimensions.map(({ weight }, at) => ({ weight, rating: ratings[at] }));
    const { exact } = computeScore(rated, undefined, scale);
    return exact ? bandOf(exact, rules) : 'strong-no';
  };
  const reached = new Set(all.map(bandFor));
  const unreached = BANDS.filter((band) => !reached.has(band));
  const idle = dimensions.flatMap(({ weight }, at) => {
    const turns = all.some((way) => bandFor(way.with(at, scale.min)) !== bandFor(way.with(at, scale.max)));
    return turns ? [] : [`idle-weight dimensions.${at}${weight === undefined ? '' : '.weight'}`];
  });
  const place = { 'strong-yes': '.strong-yes', yes: '.yes', no: '.no', 'strong-no': '' };
  return [...unreached.map((band) => `unreachable-band recommendation.bands${place[band]}`), ...idle];
}

test('what no ratings reach and what turns nothing is what trying all of them finds', () => {
  const scale = fc.constantFrom<ScaleRange & { bar: number }>(
    { min: -2, max: 2, bar: 0 },
    { min: 1, max: 5, bar: 3 },
    { min: 0, max: 2, step: 0.5, bar: 1 },
  );
  const weights = fc.constantFrom<readonly (number | undefined)[]>(
    [undefined, undefined],
    [undefined, undefined, undefined],
    [98, 1, 1],
    [60, 40],
    [50, 49.5, 0.5],
  );
  const sample = fc.tuple(scale, weights).chain(([scale, weights]) =>
    bandsOn(scale).map((bands) =>
      createScaledRubric(
        scale,
        weights.map((weight, at) => ({ id: `d${at}`, ...(weight === undefined ? {} : { weight }) })),
        { recommendation: { coverageAtLeast: 70, bands } },
      ),
    ),
  );
  fc.assert(
    fc.property(sample, (rubric) => {
      expect(told(rubric)).toEqual(toldByTrying(rubric));
    }),
  );
});

test('eight weights of four decimals on 21 ratings are some millions of sums, not all ways to rate', () => {
  const weights = [12.3457, 12.6543, 11.1111, 13.8889, 12.5001, 12.4999, 10.0003, 14.9997];
  const rubric = createScaledRubric(
    TENTHS,
    weights.map((weight, at) => ({ id: `d${at}`, weight })),
  );
  expect(told(rubric)).toEqual([]);
});
