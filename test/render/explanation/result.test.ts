import { expect, test } from 'vitest';
import { sumBlocks } from '../../../src/render/explanation/result.js';
import { createRubric } from '../../support/rubrics.js';
import { createScorecard } from '../../support/scorecards.js';

test('the sum stands as it was computed, with what was left out on both sides', () => {
  const blocks = sumBlocks(createScorecard({ ratings: [4, 3, 'not-applicable'] }));
  expect(blocks.find(({ type }) => type === 'table')).toMatchObject({
    rows: [
      ['Dimension depth', '4', '50', '200'],
      ['Dimension care', '3', '30', '90'],
    ],
    total: ['Added up', '', '80', '290'],
  });
  const texts = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
  expect(texts).toContain('290 ÷ 80 = 3.63, rounded to two decimals. That is the score.');
  expect(texts).toContain('Left out, since not rated: Dimension talk.');
  expect(texts.at(-1)).toContain(
    '80 of the 80 that the weights come to once topics that do not apply are left out, which is 100%.',
  );
});

test('a score that would round up to the next band says that it was rounded down', () => {
  const rubric = createRubric(
    [
      { id: 'depth', weight: 99.7 },
      { id: 'care', weight: 0.3 },
    ],
    { weightsRationale: 'For tests.' },
  );
  const texts = sumBlocks(createScorecard({ rubric, ratings: [3, 2] })).flatMap((block) =>
    block.type === 'paragraph' ? [block.text] : [],
  );
  expect(texts).toContain(
    '299.7 ÷ 100 = 2.99, rounded down so as not to show more than was reached. That is the score.',
  );
});

test('where nothing was rated there is no sum', () => {
  expect(sumBlocks(createScorecard({ ratings: [undefined, undefined, undefined] }))).toEqual([
    { type: 'paragraph', text: 'Nothing was rated, so there is no score.' },
  ]);
});
