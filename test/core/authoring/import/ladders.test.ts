import { describe, expect, test } from 'vitest';
import { ladderOfRows } from '../../../../src/core/authoring/import/csv-ladder.js';
import { ratingsOfLevels } from '../../../../src/core/authoring/import/ladder.js';
import { ladderOfProgression } from '../../../../src/core/authoring/import/progression.js';

describe('a ladder in a table', () => {
  test('has a competency in each row and a level in each column', () => {
    expect(
      ladderOfRows([
        ['Area', 'Competency', ' Mid ', 'Senior', 'Description', ''],
        ['Craft', ' Testing ', 'Tests own code', 'Tests\nwith others', 'why', 'x'],
        ['', '', '', '', '', ''],
        ['Craft', 'Heading only', '', '', '', ''],
        ['Craft', 'Design', 'Draws', '', '', ''],
      ]),
    ).toEqual({
      ok: true,
      value: {
        levels: ['Mid', 'Senior'],
        competencies: [
          { name: 'Testing', texts: ['Tests own code', 'Tests\nwith others'] },
          { name: 'Design', texts: ['Draws', ''] },
        ],
        leftOut: ['the column "Area"', 'the column "Description"', '1 row without a competency or a text'],
      },
    });
  });

  test('names the competency in the first column where no header says so', () => {
    const ladder = ladderOfRows([
      ['', 'L1', 'L2'],
      ['Testing', 'a', 'b'],
    ]);
    expect(ladder.ok && ladder.value.competencies).toEqual([{ name: 'Testing', texts: ['a', 'b'] }]);
  });

  test.each([
    [
      'without a level',
      [
        ['Competency', 'Notes'],
        ['a', 'b'],
      ],
      'no-level',
    ],
    ['without a row', [['Competency', 'L1']], 'no-competency'],
    ['of nothing', [], 'no-level'],
  ])('%s is refused', (_name, rows, code) => {
    const ladder = ladderOfRows(rows);
    expect(ladder.ok ? [] : ladder.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('a ladder in the front matter of a progression framework', () => {
  test('has a competency in each topic, with criteria and examples by level', () => {
    const ladder = ladderOfProgression({
      path: '/x',
      title: '💻 Backend Engineering',
      topics: [
        {
          name: 'mastery',
          title: '🎓 Mastery & craft',
          content: [
            { level: 2, criteria: ['Designs a service'] },
            { level: 1, exampleCriteria: [{ criteria: 'Writes code', examples: ['Fixes a bug.', 'Asks for help'] }] },
          ],
        },
        { name: 'empty', title: null, content: null },
        { name: 'impact', title: null, content: [{ level: 10, criteria: ['Leads'] }] },
      ],
    });
    expect(ladder).toEqual({
      ok: true,
      value: {
        title: 'Backend Engineering',
        levels: ['1', '2', '10'],
        competencies: [
          { name: 'Mastery & craft', texts: ['Writes code. Fixes a bug. Asks for help.', 'Designs a service.', ''] },
          { name: 'impact', texts: ['', '', 'Leads.'] },
        ],
        leftOut: ['the topic "empty", which has no content'],
      },
    });
  });

  test.each([
    ['something else', { jobs: [] }, ['missing']],
    ['without a level', { topics: [{ name: 'a' }] }, ['no-level']],
  ])('%s is refused', (_name, data, codes) => {
    const ladder = ladderOfProgression(data);
    expect(ladder.ok ? [] : ladder.problems.map(({ code }) => code)).toEqual(codes);
  });
});

test('the role’s own level meets the bar, its neighbours are below and above', () => {
  const ladder = { levels: ['Junior', 'Mid', 'Senior'], competencies: [], leftOut: [] };
  expect(ratingsOfLevels(ladder, ' mid ')).toEqual({ 2: 'Junior', 3: 'Mid', 4: 'Senior' });
  expect(ratingsOfLevels(ladder, 'Senior')).toEqual({ 2: 'Mid', 3: 'Senior', 4: undefined });
  expect(ratingsOfLevels(ladder, 'Staff')).toBeUndefined();
});
