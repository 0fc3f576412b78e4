import { expect, test } from 'vitest';
import { barAnchors } from '../../../src/core/scorecard/bar-anchors.js';
import { createScorecard, PANEL_RUBRIC } from '../../support/scorecards.js';

const rubric = {
  ...PANEL_RUBRIC,
  dimensions: PANEL_RUBRIC.dimensions.map((dimension) => ({
    ...dimension,
    anchors: { 2: { text: 'two' }, 3: { text: 'three' } },
  })),
};
const card = createScorecard({ rubric, ratings: [2, 3, undefined] });

test('the anchors of the bar come from the rubric that is kept, for each dimension', () => {
  expect([...barAnchors(card, rubric)]).toEqual([
    ['depth', 'three'],
    ['care', 'three'],
    ['talk', 'three'],
  ]);
});

test('of a rubric whose anchors are not those that the scorecard quotes, nothing counts', () => {
  const [first, ...others] = rubric.dimensions;
  const other = {
    ...rubric,
    dimensions: [{ ...first, anchors: { 2: { text: 'another' }, 3: { text: 'three' } } }, ...others],
  } as never;
  expect(barAnchors(card, other).size).toBe(0);
});
