import { expect, test } from 'vitest';
import { ruleBlocks, sumBlocks } from '../../../src/render/explanation/result.js';
import { createRubric } from '../../support/rubrics.js';
import { createScorecard } from '../../support/scorecards.js';

type Parts = Parameters<typeof createScorecard>[0];

const rules = (parts: Parts) =>
  ruleBlocks(createScorecard(parts))
    .flatMap((block) => (block.type === 'list' ? block.items : 'text' in block ? [block.text] : []))
    .slice(1);

test.each<[string, Parts, readonly RegExp[]]>([
  [
    'the band of the score',
    { ratings: [4, 4, 4] },
    [/^The score of 4\.00 is at least 3 and below 4\.2: "yes"/, /is "yes"/],
  ],
  ['a score below all edges', { ratings: [3, 1, 1] }, [/^The score of 2\.00 is at least 2 and below 3/, /is "no"/]],
  [
    'a minimum that limits it',
    { ratings: [2, 5, 5] },
    [/^The score/, /"Dimension depth" was rated below .* 3 .* no better than "no"/, /is "no"/],
  ],
  [
    'a stop',
    { ratings: [5, 5, 5], flags: ['stopper'] },
    [/^The score/, /"stop" was recorded .* no better than "no"/, /is "no"/],
  ],
  [
    'a concern',
    { ratings: [5, 5, 5], flags: ['worry'] },
    [/^The score/, /"concern".* changes neither/, /is "strong yes"/],
  ],
  [
    'too little rated, where limits are told as what they would do',
    { ratings: [2, 'not-assessed', 'not-assessed'] },
    [
      /^50% was rated, and the form asks for at least 70%/,
      /could then be no better than "no"/,
      /neither a yes nor a no/,
    ],
  ],
])('tells %s', (_what, parts, expected) => {
  const told = rules(parts);
  expect(told).toHaveLength(expected.length);
  for (const [at, pattern] of expected.entries()) expect(told[at]).toMatch(pattern);
});

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
