import { describe, expect, test } from 'vitest';
import { createBatchEngine } from '../../../src/core/batch/engine.js';
import { planColumns } from '../../../src/core/table/columns.js';
import { rowOf } from '../../support/csv.js';
import { createRubric } from '../../support/rubrics.js';

const rubric = createRubric([
  { id: 'craft', weight: 60 },
  { id: 'talk', weight: 40 },
]);

function engineFor(headers: readonly string[]) {
  const planned = planColumns(headers, rubric);
  if (!planned.ok) throw new Error(planned.problems.map(({ message }) => message).join());
  return createBatchEngine({ rubric, plan: planned.value, occasion: { today: '2026-11-26' } });
}

/** What the rows are, one after the other. */
function kinds(headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  const engine = engineFor(headers);
  return rows.map((cells, at) => {
    const outcome = engine.read(rowOf(cells, at + 2));
    return outcome === 'no-person' ? engine.reading.noPerson : outcome;
  });
}

const HEADERS = ['candidate', 'interviewer', 'craft', 'talk', 'notes', 'craft notes'];
const person = ['Ada Example', 'R. Panel', '4', '3', '', ''];

describe('a row that sums up others is no person', () => {
  test.each([
    ...[
      'Average',
      'AVERAGE:',
      ' Mean ',
      'Median',
      'Total',
      'Grand total',
      'Points Possible',
      'Std. Dev.',
      'Class average',
    ],
    ...['Durchschnitt', 'Moyenne', 'Médiane', '平均', '合計', 'Maximum', 'Weight'],
  ])('%s', (name) => {
    expect(kinds(HEADERS, person, [name, '', '3', '3', '', ''])).toEqual(['good', 'summary']);
  });

  test('also where its word stands in another column', () => {
    expect(kinds(['no', 'candidate', 'craft', 'talk'], ['1', 'Ada', '4', '3'], ['Total', '', '8', '6'])).toEqual([
      'good',
      'summary',
    ]);
  });

  test('words that are names too, where the row shows it', () => {
    expect(kinds(HEADERS, person, ['Max', '', '5', '5', '', ''])).toEqual(['good', 'summary']);
    expect(kinds(['candidate', 'craft', 'talk'], ['Mean', '3', '3'], ['Max', '5', '5'])).toEqual([
      'summary',
      'summary',
    ]);
    expect(kinds(['candidate', 'craft', 'talk'], ['Ada', '3', '3'], ['SD', '0.82', '1.25'])).toEqual([
      'good',
      'summary',
    ]);
  });
});

test.each([
  'Ada Meaney',
  'Max Average-Jones',
  'Total-Smith',
  'Jo Total-Smith',
  'Max',
  'Min',
  'Median Okafor',
  'Averageson',
])('%s is a person', (name) => {
  expect(kinds(HEADERS, person, [name, 'R. Panel', '3', '3', '', ''])).toEqual(['good', 'good']);
});

test('whoever has an id is a person, whatever the name', () => {
  const headers = ['candidate', 'email', 'craft', 'talk'];
  expect(kinds(headers, ['Mean', 'mean@example.com', '3', '3'])).toEqual(['good']);
});

test.each(['Test Student', 'Student, Test', 'test candidate', 'Test User'])('%s is a test account', (name) => {
  expect(kinds(HEADERS, [name, 'R. Panel', '3', '3', '', ''])).toEqual(['test']);
});

test('first and last name are one name: Max Total is a person, Test Student is not', () => {
  const headers = ['First name', 'Last name', 'craft', 'talk'];
  expect(kinds(headers, ['Max', 'Total', '3', '3'], ['Test', 'Student', '3', '3'], ['', 'Average', '3', '3'])).toEqual([
    'good',
    'test',
    'summary',
  ]);
});

describe('a row with a name and no rating', () => {
  test.each([
    ['nothing else', ['Round 1', '', '', '', '', ''], 'heading'],
    ['an interviewer', ['Ada Example', 'R. Panel', '', '', '', ''], 'unrated'],
    ['not assessed all over', ['Ada Example', '', 'n/a', 'n/a', '', ''], 'unrated'],
    ['a note', ['Ada Example', '', '', '', '', 'did not come'], 'unrated'],
    ['no name but a rating', ['', '', '4', '', '', ''], 'bad'],
    ['no name but evidence', ['', '', '', '', '', 'second paragraph'], 'bad'],
    ['a rating', ['Ada Example', '', '', '4', '', ''], 'good'],
  ])('and %s', (_what, cells, kind) => {
    expect(kinds(HEADERS, cells)).toEqual([kind]);
  });

  test('a verdict or a red flag is enough to count', () => {
    expect(kinds(['candidate', 'craft', 'verdict', 'flags'], ['Ada', '', 'no', ''], ['Ben', '', '', 'worry'])).toEqual([
      'good',
      'good',
    ]);
  });
});

describe('below the header', () => {
  const headers = ['Candidate', 'craft', 'talk'];
  test.each([
    ["a survey tool's texts", ['Who was it?', 'How would you rate craft?', 'How would you rate talk?'], 'labels'],
    ["a survey tool's ids", ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}', '{"ImportId":"QID3"}'], 'labels'],
    ['the scales', ['', '(1-5)', '1 to 5'], 'labels'],
    ['the header again', ['Candidate', 'Craft', 'TALK'], 'header'],
    ['a mistake', ['Ada', 'crafty', 'x'], 'bad'],
  ])('%s', (_what, cells, kind) => {
    expect(kinds(headers, cells)).toEqual([kind]);
  });

  test('the header again is known in the middle of the table, labels are not', () => {
    const rows = Array.from({ length: 5 }, () => ['Ada', '4', '4']);
    expect(kinds(headers, ...rows, ['Candidate', 'craft', 'talk']).at(-1)).toBe('header');
    expect(kinds(headers, ...rows, ['', '1-5', '1-5']).at(-1)).toBe('bad');
  });
});
