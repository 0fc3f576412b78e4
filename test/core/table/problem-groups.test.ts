import { describe, expect, test } from 'vitest';
import { createProblem } from '../../../src/core/problem.js';
import { type CellProblem, cellProblem } from '../../../src/core/table/cells/cell.js';
import { parseVerdict } from '../../../src/core/table/cells/verdict-cell.js';
import { createProblemGroups } from '../../../src/core/table/problem-groups.js';
import { parseRating } from '../../../src/core/table/rating-cell.js';
import { remediesOf } from '../../../src/core/table/remedies.js';
import { createRubric } from '../../support/rubrics.js';

const rubric = createRubric([
  { id: 'craft', weight: 50 },
  { id: 'talk', weight: 50 },
]);
const columns = { headers: ['name', 'Craft, all', 'talk', 'Call'], ratings: [{ column: 1 }, { column: 2 }] };

function problem(text: string, line: number, at: number): CellProblem {
  const dimension = { id: rubric.dimensions[at - 1]?.id ?? '', optional: false };
  const cell =
    at === 3 ? parseVerdict(text, 'ours') : parseRating(text, { dimension, scale: rubric.scale, words: 'ours' });
  if (cell.ok) throw new Error(`${text} can be read`);
  return cellProblem(cell, { at, place: { line, column: 1 }, severity: at === 3 ? 'warning' : 'error' });
}

function grouped(problems: readonly Parameters<ReturnType<typeof createProblemGroups>['add']>[0][]) {
  const groups = createProblemGroups();
  problems.forEach(groups.add);
  return groups.all();
}

test('the same text in the same column is one kind, however it is written; the most frequent comes first', () => {
  const groups = grouped([
    problem('good', 2, 1),
    problem('Pass', 3, 3),
    problem(' PASS', 5, 3),
    problem('good', 6, 2),
    problem('pass', 7, 3),
    problem('pass', 8, 3),
    problem('pass', 9, 3),
  ]);
  expect(groups.map(({ first, count, lines }) => [first.line, count, lines])).toEqual([
    [3, 5, [5, 7, 8]],
    [2, 1, []],
    [6, 1, []],
  ]);
});

test('rows that are damaged alike are one kind', () => {
  const ragged = (cells: number, line: number) => ({ ...createProblem('ragged-row', { cells, headers: 4 }, []), line });
  expect(grouped([ragged(2, 2), ragged(3, 3), ragged(2, 4)]).map(({ count }) => count)).toEqual([2, 1]);
});

describe("another system's words", () => {
  test('are one kind for the table; yes and no are of it where the rest of their column is', () => {
    const groups = grouped([
      problem('Yes', 2, 1),
      problem('Mixed', 2, 2),
      problem('strong yes', 3, 1),
      problem('no', 3, 2),
    ]);
    expect(groups).toMatchObject([{ first: { cell: 'Mixed' }, count: 4, columns: [1, 2] }]);
    expect(groups.flatMap((group) => remediesOf(group, rubric, columns))).toEqual([
      { option: '--map', value: 'Craft, all=craft (greenhouse)' },
      { option: '--map', value: 'talk=talk (greenhouse)' },
    ]);
  });

  test('yes and no alone are nobody’s: what they mean as a rating has to be said', () => {
    const groups = grouped([problem('Yes', 2, 1), problem('No', 3, 1), problem('Strong Yes', 3, 2)]);
    expect(groups.flatMap((group) => remediesOf(group, rubric, columns)).map(({ value }) => value)).toEqual([
      'Yes=RATING',
      'No=RATING',
      'talk=talk (greenhouse)',
    ]);
  });
});

describe('what mends a cell', () => {
  const values = (text: string, at: number) =>
    grouped([problem(text, 2, at)]).flatMap((group) => remediesOf(group, rubric, columns).map(({ value }) => value));

  test('is its meaning, or its column left out; never the column of a rating', () => {
    expect([values('Maybe', 3), values('so-so', 1)]).toEqual([['Maybe=no-decision', 'Call='], ['so-so=RATING']]);
  });

  test('is the label that was meant, where one is near', () => {
    expect(values('Meats', 1)).toEqual(['Meats=Meets']);
  });

  test('is no rating for a half: that is the interviewer’s to choose', () => {
    expect([values('3.5', 1), values('8/10', 1), values('6', 1)]).toEqual([[], [], []]);
  });

  test('names the column where the text would be taken for one', () => {
    expect(values('talk:good', 1)).toEqual(['Craft, all:talk:good=RATING']);
  });

  test('is the column alone for a text of many lines', () => {
    expect(values('first\nsecond', 3)).toEqual(['Call=']);
  });
});

test('what is kept does not grow with the table: kinds beyond the first ten thousand are counted', () => {
  const groups = createProblemGroups();
  const one = problem('word', 1, 1);
  for (let line = 2; line < 12_002; line += 1) groups.add({ ...one, cell: `word ${line}`, line });
  groups.add({ ...one, cell: 'word 5', line: 12_002 });
  expect([groups.all().length, groups.all()[0]?.count, groups.ungrouped()]).toEqual([10_000, 2, 2000]);
});
