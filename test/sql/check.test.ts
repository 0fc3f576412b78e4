import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { createFakeHost } from '../support/fake-host.js';
import { useEngines } from '../support/sql/engines.js';
import { resultRows } from '../support/sql/results.js';

const engines = useEngines();

async function sql(...args: readonly string[]): Promise<string> {
  const host = createFakeHost();
  expect(await run(['rubric', 'sql', ...args], host)).toBe(0);
  return host.stdout.text;
}

const WAYS = [
  '--check',
  '--check --numbers --no-flags --variant startup',
  '--check --long',
  '--check --long --numbers --pool trimmed',
  '--check --long --column interviewer=rater --column rating=points',
];

test.each(WAYS)('the made-up candidates of %s come out as they must, in every engine', async (way) => {
  for (const engine of engines) {
    const script = await sql('head-infra', ...way.split(' '), '--dialect', engine.dialect);
    const [row = []] = await engine.query(script);
    expect(row.map(Number), engine.name).toEqual([64, 0]);
  }
});

test('a check says that something differs', async () => {
  for (const engine of engines) {
    const script = await sql('core', '--check', '--dialect', engine.dialect);
    // What one of them must be is spoiled: the row that came out, and the one that should have, are both alone.
    const spoiled = script.replace("'yes' AS recommendation", "'no' AS recommendation");
    expect(spoiled).not.toBe(script);
    const [row = []] = await engine.query(spoiled);
    expect(row.map(Number), engine.name).toEqual([63, 2]);
  }
});

test('a view scores what is in a table later', async () => {
  const columns = ['architecture', 'kubernetes_platform', 'operations', 'observability', 'security', 'finops'];
  const header = ['person', ...columns, 'leadership', 'influence', 'unsafe_access_defended', 'hides_impact'];
  const asked = ['head-infra', '--view', 'scored', '--table', 'rated', '--column', 'candidate=person'];
  const rows = [
    ['Ada Example', '4', '4.0', '4', '4', '3', '4', '4', '4', null, ''],
    ['J. Lee', '5', 'n/a', '5', '5', '5', '5', '5', '5', null, 'yes'],
    ['A. Novak', '4', '', '4', '', '', '', '', '', null, null],
    ['R. Díaz', '4', '6', '4', '4', '4', '4', '4', '4', null, 'no'],
    [null, '4', '4', '4', '4', '4', '4', '4', '4', null, 'no'],
  ];
  for (const engine of engines) {
    await engine.load('rated', header, rows);
    await engine.run(await sql(...asked, '--dialect', engine.dialect));
    expect(resultRows(await engine.query('SELECT * FROM scored')), engine.name).toEqual({
      'Ada Example': [390, 100, 'strong-yes', 0, 0, 0, 0, 0],
      'J. Lee': [500, 100, 'no', 0, 0, 0, 0, 1],
      'A. Novak': [400, 30, 'incomplete', 0, 0, 0, 3, 0],
      'R. Díaz': [null, null, 'invalid', 0, 1, 0, 0, 0],
      null: [null, null, 'invalid', 0, 1, 0, 0, 0],
    });
  }
});

test('entries of a long table that nothing can be made of leave their candidate out', async () => {
  const entries = [
    ['Ada Example', 'J. Lee', 'architecture', '4'],
    ['Ada Example', 'J. Lee', 'architecture', '5'],
    ['M. Okafor', 'J. Lee', 'architektur', '4'],
    ['A. Novak', 'J. Lee', 'hides-impact', 'perhaps'],
    ['R. Díaz', 'J. Lee', 'years-field', '12'],
    ['R. Díaz', 'J. Lee', 'blunt-cuts', 'once, in 2019'],
    ['R. Díaz', 'J. Lee', 'architecture', '4'],
    ...Array.from({ length: 11 }, (_, at) => ['K. Sato', `rater ${at}`, 'architecture', '4']),
  ];
  for (const engine of engines) {
    await engine.load('ratings', ['candidate', 'rater', 'dimension', 'rating'], entries);
    const dialect = engine.takesPortable ? 'portable' : engine.dialect;
    const long = await sql('head-infra', '--long', '--column', 'interviewer=rater', '--dialect', dialect);
    const results = resultRows(await engine.query(long));
    const told = Object.entries(results).map(([name, [score, , recommendation, , invalid]]) => [
      ...[name, score, recommendation, invalid],
    ]);
    expect(told.sort(), engine.name).toEqual([
      ['A. Novak', null, 'invalid', 1],
      ['Ada Example', null, 'invalid', 1],
      ['K. Sato', null, 'too_many', 0],
      ['M. Okafor', null, 'invalid', 1],
      ['R. Díaz', 400, 'incomplete', 0],
    ]);
  }
});
