import { expect, test } from 'vitest';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { ruleBlocks } from '../../../src/render/explanation/rules.js';
import { createRubric } from '../../support/rubrics.js';
import { createScorecard, PANEL_RUBRIC } from '../../support/scorecards.js';

type Parts = Parameters<typeof createScorecard>[0];

function withRules(more: Partial<Rubric['recommendation']>): Rubric {
  return { ...PANEL_RUBRIC, recommendation: { ...PANEL_RUBRIC.recommendation, ...more } };
}

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
  [
    'what a strong yes needs',
    { rubric: withRules({ strongYesNeeds: 3 }), ratings: [5, 5, 2] },
    [/^The score of 4\.40/, /"Dimension talk" was rated below the 3 .* no better than "yes"/, /is "yes"\./],
  ],
  [
    'a minimum that was not rated',
    { rubric: withRules({ coverageAtLeast: 0 }), ratings: ['not-assessed', 3, 3] },
    [/^The score/, /minimum of 3 for "Dimension depth", which was not rated/, /is "yes"/],
  ],
  [
    'a score near where yes begins, and what would have turned it',
    { rubric: withRules({ borderline: 0.3 }), ratings: [3, 4, 3] },
    [
      /^The score/,
      /at most 0\.3 away from the 3 .* one step lower in "Dimension depth" would/,
      /is "yes", borderline\./,
    ],
  ],
])('tells %s', (_what, parts, expected) => {
  const told = rules(parts);
  expect(told).toHaveLength(expected.length);
  for (const [at, pattern] of expected.entries()) expect(told[at]).toMatch(pattern);
});

test('a score that version 1 rounded up to the next band is told as it was sealed, and before rounding', () => {
  const card = createScorecard({
    rubric: createRubric(
      [
        { id: 'depth', weight: 99.7 },
        { id: 'care', weight: 0.3 },
      ],
      { weightsRationale: 'For tests.' },
    ),
    ratings: [3, 2],
  });
  const [told] = ruleBlocks({ ...card, result: { ...card.result, score: 3 } }).flatMap((block) =>
    block.type === 'list' ? block.items : [],
  );
  expect(told).toBe('The score of 3.00 (before rounding 2997 ÷ 1000) is at least 2 and below 3: "no".');
});
