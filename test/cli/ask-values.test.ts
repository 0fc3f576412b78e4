import { expect, test } from 'vitest';
import { askValues } from '../../src/commands/batch/ask-values.js';
import { withAnswers } from '../../src/commands/batch/rerun.js';
import type { ValueMapping } from '../../src/core/table/cells/values.js';
import { planColumns } from '../../src/core/table/columns.js';
import { valueQuestions } from '../../src/core/table/map/value-questions.js';
import { createLinePrompter } from '../../src/io/terminal/ask.js';
import { createLineReader } from '../../src/io/terminal/line-reader.js';
import { createFakeHost } from '../support/fake-host.js';
import { createRubric } from '../support/rubrics.js';

const rubric = createRubric([
  { id: 'craft', weight: 50 },
  { id: 'talk', weight: 50 },
]);

const HEADERS = ['candidate', 'craft', 'talk', 'verdict'];

function questions(rows: readonly (readonly string[])[], values: readonly ValueMapping[] = []) {
  const sample = rows.map((cells, at) => ({ line: at + 2, isSound: true, cells }));
  const checked = planColumns(HEADERS, rubric, { sample });
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join());
  return valueQuestions(checked.value, { rubric, sample, values });
}

const texts = (...args: Parameters<typeof questions>) => questions(...args).map(({ text }) => text);

test('each word that is not known is asked about once, however it is written and wherever it stands', () => {
  const rows = [
    ['Ada', 'skipped', '4', 'Maybe'],
    ['Bo', '3', 'Skipped', ' maybe '],
    ['Cy', '4', '4', 'yes'],
  ];
  expect(questions(rows)).toEqual([
    { header: 'verdict', text: 'Maybe', meanings: ['strong-no', 'no', 'yes', 'strong-yes', 'no-decision', ''] },
    { text: 'skipped', meanings: ['1', '2', '3', '4', '5', 'not-assessed'] },
  ]);
});

test('what was said already, numbers, and columns of free text are not asked about', () => {
  const values = [{ header: 'verdict', text: 'maybe', meaning: 'no-decision' }];
  expect(texts([['Ada', '9', '3.5', 'Maybe']], values)).toEqual([]);
  const free = 'abcdefg'.split('').map((letter) => ['Ada', '4', '4', `because ${letter}`]);
  expect(texts(free)).toEqual([]);
});

test('answers are values, and stand in the command that reads the table again', async () => {
  const open = questions([['Ada', 'skipped', '4', 'Maybe']]);
  const host = createFakeHost({ lines: ['5', '6'] });
  const reader = createLineReader(host);
  const saidOfTexts = await askValues(open, rubric, createLinePrompter(reader));
  reader.close();
  expect(saidOfTexts).toEqual([
    { header: 'verdict', text: 'Maybe', meaning: 'no-decision' },
    { text: 'skipped', meaning: 'not-assessed' },
  ]);
  expect(host.stderr.text).toContain('What does "Maybe" mean in the column "verdict"?');
  expect(withAnswers({ value: ['x=1'] }, { answers: [], saidOfTexts }).value).toEqual([
    'x=1',
    'verdict:Maybe=no-decision',
    'skipped=not-assessed',
  ]);
});

test('no answer ends the questions', async () => {
  const open = questions([['Ada', 'skipped', '4', 'Maybe']]);
  const reader = createLineReader(createFakeHost({ lines: [] }));
  expect(await askValues(open, rubric, createLinePrompter(reader))).toEqual([]);
  reader.close();
});
