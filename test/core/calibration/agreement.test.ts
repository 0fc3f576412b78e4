import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, confusionsOf, type RatedPair } from '../../../src/core/calibration/agreement.js';
import { parseCalibration } from '../../../src/core/calibration/answers.js';
import { parseCalibrationLine } from '../../../src/core/calibration/line.js';
import { calibrationItems, choosePack } from '../../../src/core/calibration/pack.js';
import { shuffled } from '../../../src/core/calibration/shuffle.js';
import { createRubric } from '../../support/rubrics.js';

const RUBRIC = createRubric([
  { id: 'craft', weight: 50 },
  { id: 'talk', weight: 50 },
]);
const ITEMS = calibrationItems(
  {
    rubric: 'sample',
    version: '1.0.0',
    samples: ['craft', 'craft', 'talk'].map((dimension, at) => ({
      dimension,
      rating: 3,
      answer: `Answer ${at}`,
      why: 'so',
    })),
  },
  RUBRIC,
);

function pair(given: number, against: number, at = 0): RatedPair {
  const [item] = ITEMS.slice(at);
  if (!item) throw new Error('there is no such answer');
  return { item, given, against };
}

describe('how ratings agree', () => {
  test('is counted exactly and within one, with the direction', () => {
    const pairs = [3, 3, 2, 2, 3, 1, 2, 2].map((given) => pair(given, 3));
    expect(agreementOf(pairs)).toMatchObject({
      count: 8,
      exact: { part: 3 },
      within: { part: 7 },
      direction: { mean: -0.75, interval: [expect.closeTo(-1.34, 2), expect.closeTo(-0.16, 2)], isSameEach: false },
    });
  });

  test('has the wider interval that few answers ask for: by Student, not by the normal deviate', () => {
    // A mean of 0.5 with a standard error of 0.189: 2.365 of them at 7 degrees of freedom reach to 0.053.
    const pairs = [4, 4, 4, 4, 3, 3, 3, 3].map((given) => pair(given, 3));
    const [lower, upper] = agreementOf(pairs).direction?.interval ?? [];
    expect(lower).toBeCloseTo(0.5 - 2.3646 * Math.sqrt(2 / 7 / 8), 4);
    expect(upper).toBeCloseTo(0.5 + 2.3646 * Math.sqrt(2 / 7 / 8), 4);
  });

  test('has no interval as wide as nothing where each answer is a point off', () => {
    const { direction } = agreementOf(Array.from({ length: 8 }, () => pair(4, 3)));
    expect(direction).toEqual({ mean: 1, interval: undefined, isSameEach: true });
  });

  test('has no interval of a direction for fewer than eight answers', () => {
    expect(agreementOf([pair(4, 3)]).direction).toEqual({ mean: 1, interval: undefined, isSameEach: false });
    expect(agreementOf([]).direction).toBeUndefined();
  });

  test('says which anchors are taken for each other, by dimension, the most frequent first', () => {
    const pairs = [pair(3, 4, 2), pair(2, 3), pair(3, 2, 1), pair(3, 3), pair(5, 1, 2)];
    const found = confusionsOf(pairs).map(({ low, high, pairs: confused }) => [
      confused[0]?.item.dimension.id,
      low,
      high,
      confused.length,
    ]);
    expect(found).toEqual([
      ['craft', 2, 3, 2],
      ['talk', 1, 5, 1],
      ['talk', 3, 4, 1],
    ]);
  });
});

describe('the order of the answers', () => {
  test('is another for another seed, and the same for the same one', () => {
    const items = Array.from({ length: 20 }, (_item, at) => at);
    expect(shuffled(items, 7)).toEqual(shuffled(items, 7));
    expect(shuffled(items, 7)).not.toEqual(shuffled(items, 8));
    expect(shuffled(items, 7)).not.toEqual(items);
  });

  test('leaves nothing out, whatever the seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), fc.nat(), (items, seed) => {
        expect([...shuffled(items, seed)].sort()).toEqual([...items].sort());
      }),
    );
  });

  test('is cut to what was asked for', () => {
    expect(choosePack(ITEMS, { dimensions: ['craft'], limit: undefined, seed: 1 })).toHaveLength(2);
    expect(choosePack(ITEMS, { dimensions: [], limit: 1, seed: 1 })).toHaveLength(1);
    expect(ITEMS.map(({ key }) => key)).toEqual(['craft-1', 'craft-2', 'talk-1']);
  });
});

test.each([
  ['4', { type: 'rate', rating: 4 }],
  [' ４ ', { type: 'rate', rating: 4 }],
  ['6', { type: 'off-scale' }],
  ['3.5', { type: 'off-scale' }],
  ['4: names the cost', { type: 'note', text: '4: names the cost' }],
  ['', { type: 'empty' }],
  ['/BACK', { type: 'back' }],
  ['?', { type: 'help' }],
  ['/etc/hosts', { type: 'unknown', word: '/etc/hosts' }],
  ['//etc/hosts', { type: 'note', text: '/etc/hosts' }],
])('the line %j', (line, meant) => {
  expect(parseCalibrationLine(line, RUBRIC.scale)).toEqual(meant);
});

describe('a file of ratings', () => {
  const against = { items: ITEMS, scale: RUBRIC.scale, rubric: 'sample', version: '1.0.0' };
  const file = { rubric: 'sample', version: '1.0.0', ratings: { 'craft-1': 3, 'talk-1': { rating: 2, note: 'x' } } };

  test('has bare ratings too, and keys of a report that are not read', () => {
    expect(parseCalibration({ ...file, day: '2026-11-20' }, against)).toEqual({
      ok: true,
      value: { ...file, ratings: { 'craft-1': { rating: 3 }, 'talk-1': { rating: 2, note: 'x' } } },
    });
  });

  test.each([
    ['another rubric', { ...file, rubric: 'other' }, ['other-rubric']],
    ['another version', { ...file, version: '0.9.0' }, ['other-pack']],
    ['an answer that there is not', { ...file, ratings: { 'craft-9': 3 } }, ['unknown-answer']],
    ['a rating off the scale', { ...file, ratings: { 'craft-1': 9 } }, ['off-scale']],
    ['no ratings', { rubric: 'sample', version: '1.0.0' }, ['missing']],
  ])('of %s is refused', (_name, data, codes) => {
    const parsed = parseCalibration(data, against);
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(codes);
  });
});
