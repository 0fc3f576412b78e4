import { expect, test } from 'vitest';
import { createAskColumns, mapNameOf, mayAsk } from '../../src/commands/batch/ask-columns.js';
import { planColumns } from '../../src/core/table/columns.js';
import { createLinePrompter } from '../../src/io/terminal/ask.js';
import { createLineReader } from '../../src/io/terminal/line-reader.js';
import { createFakeHost } from '../support/fake-host.js';
import { createRubric } from '../support/rubrics.js';

const rubric = createRubric([
  { id: 'craft', weight: 50, name: 'Building things' },
  { id: 'talk', weight: 50, name: 'Saying things' },
]);

async function ask(headers: readonly string[], ...lines: readonly string[]) {
  const cells = headers.map((_header, at) => (at === 0 ? 'Ada' : '4'));
  const sample = [2, 3, 4, 5, 6].map((line) => ({ line, isSound: true, cells }));
  const checked = planColumns(headers, rubric, { sample });
  if (checked.ok) throw new Error('there is nothing to ask');
  const host = createFakeHost({ lines });
  const reader = createLineReader(host);
  const answers = await createAskColumns(rubric, createLinePrompter(reader))(checked.problems, headers);
  reader.close();
  return { answers, asked: host.stderr.text };
}

test('each column is asked about once, and a dimension that has one is not offered again', async () => {
  const { answers, asked } = await ask(['candidate', 'Crafft', 'Skill B'], '1', '1');
  expect(answers).toEqual([
    { header: 'Crafft', target: 'craft' },
    { header: 'Skill B', target: 'talk' },
  ]);
  expect(asked.match(/Building things/g)).toHaveLength(1);
  expect(asked.match(/What does the column/g)).toHaveLength(2);
});

test('a column may be left out', async () => {
  const { answers } = await ask(['candidate', 'craft', 'Skill B'], '2');
  expect(answers).toEqual([{ header: 'Skill B', target: '' }]);
});

test('no answer is no guess', async () => {
  expect((await ask(['candidate', 'craft', 'Skill B'])).answers).toBeUndefined();
});

test('nothing is asked where no answer would help: the table has no candidate', async () => {
  const { answers, asked } = await ask(['what', 'craft', 'Skill B'], '1');
  expect([answers, asked]).toEqual([undefined, '']);
});

test('nobody is asked in a pipe, and nobody who wants all good, a check or no word', () => {
  const host = createFakeHost({ isTerminal: true });
  const terminal = { ...host, stdin: Object.assign(host.stdin, { isTTY: true }) };
  expect(mayAsk('in.csv', {}, terminal)).toBe(true);
  expect(mayAsk('-', {}, terminal)).toBe(false);
  for (const option of ['strict', 'dryRun', 'quiet'])
    expect(mayAsk('in.csv', { [option]: true }, terminal)).toBe(false);
  expect(mayAsk('in.csv', {}, createFakeHost())).toBe(false);
});

test.each([
  ['form.csv', 'form.map.yaml'],
  ['a/form.csv.gz', 'a/form.map.yaml'],
  ['form', 'form.map.yaml'],
])('the map of %s is kept in %s', (table, name) => {
  expect(mapNameOf(table)).toBe(name);
});
