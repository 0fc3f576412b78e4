import { describe, expect, test } from 'vitest';
import { createValues, inColumns, type ValueMapping, valueProblems } from '../../../../src/core/table/cells/values.js';
import type { ColumnMeaning } from '../../../../src/core/table/header.js';
import { createRubric } from '../../../support/rubrics.js';

const rubric = createRubric([{ id: 'craft', weight: 100, optional: true }], {
  requirements: [
    { id: 'years', name: 'Years', atLeast: 3, unit: 'years' },
    { id: 'degree', name: 'Degree' },
  ],
});
const headers = ['candidate', 'Craft', 'Decision', 'A: b'];
const meanings: readonly (ColumnMeaning | undefined)[] = [
  { type: 'candidate' },
  { type: 'rating', at: 0, words: 'ours' },
  { type: 'verdict', words: 'ours' },
  undefined,
];

describe('a text that begins with a header and a colon is one of that column', () => {
  test.each([
    ['Decision:Maybe', { header: 'Decision', text: 'Maybe' }],
    [' decision : Maybe', { header: ' decision ', text: 'Maybe' }],
    ['A: b:c: d', { header: 'A: b', text: 'c: d' }],
    ['Other:Maybe', { text: 'Other:Maybe' }],
    ['Maybe', { text: 'Maybe' }],
  ])('%j', (text, expected) => {
    expect(inColumns([{ text, meaning: 'no' }], headers)).toEqual([{ ...expected, meaning: 'no' }]);
  });

  test('one whose column is known stays as it is', () => {
    const mapping = { header: 'Craft', text: 'Decision:Maybe', meaning: '3' };
    expect(inColumns([mapping], headers)).toEqual([mapping]);
  });
});

describe('a meaning', () => {
  const codes = (...mappings: ValueMapping[]) =>
    valueProblems(mappings, { headers, meanings, rubric }).map(({ code }) => code);

  test.each([
    ...['4', 'n/a', 'not-assessed', 'yes', 'no-decision', 'strong-no', 'no', '7', '2.5', 'stopper', 'none', 'hire', ''],
  ])('may be %j: some cell could say so', (meaning) => {
    expect(codes({ text: 'x', meaning })).toEqual([]);
  });

  test.each([
    ['Craft', '9'],
    ['Craft', 'strong-no'],
    ['Decision', '4'],
    ['candidate', 'Ada'],
    ['A: b', '4'],
  ])('that the column %j never holds is a mistake: %j', (header, meaning) => {
    expect(codes({ header, text: 'x', meaning })).toEqual(['unknown-meaning']);
  });

  test('that no cell could have is one too, and names what is near', () => {
    const [problem] = valueProblems([{ text: 'Maybe', meaning: 'no-decison' }], { headers, meanings, rubric });
    expect(problem?.message).toBe('--value Maybe=no-decison: no cell can be "no-decison"; did you mean "no-decision"?');
  });

  test('of a blank, or in a column that is not there, is a mistake', () => {
    expect(codes({ text: ' ', meaning: '4' }, { header: 'Decison', text: 'x', meaning: 'no' })).toEqual([
      'blank-value',
      'unknown-column',
    ]);
  });
});

describe('what was said', () => {
  test('is found by texts that are the same in a cell, and counts as used only then', () => {
    const mappings = [
      { text: 'Did not ask', meaning: '' },
      { text: '4', meaning: '5' },
    ];
    const values = createValues(mappings);
    const column = values.for('Craft', () => true);
    expect([column?.has('="4"'), values.unused()]).toEqual([true, mappings]);
    expect([column?.meaningOf(' did_not\u00a0ASK '), column?.meaningOf('44')]).toEqual(['', undefined]);
    expect(values.unused()).toEqual(mappings.slice(1));
  });

  test('is nothing for a column in which it makes no sense, or that is another', () => {
    const values = createValues([{ header: 'Craft', text: 'x', meaning: '4' }]);
    expect([values.for('Decision', () => true), values.for('craft', () => false)]).toEqual([undefined, undefined]);
    expect(values.for('CRAFT', () => true)?.meaningOf('X')).toBe('4');
  });
});
