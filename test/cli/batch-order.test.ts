import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const role = ['--role', 'small.yaml'];
const ENGINES = ['fast', 'careful', 'duckdb'];

async function batch(table: string, ...words: string[]) {
  const host = createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC, 'in.csv': table } });
  const code = await run(['batch', 'in.csv', ...role, ...words], host);
  return { code, out: host.stdout.text, err: host.stderr.text };
}

const names = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[1]);

const TABLE = `candidate,interviewer,craft,talk
Low,R. Panel,2,2
Level one,R. Panel,4,4
Blank,R. Panel,,
Best,R. Panel,5,5
Level two,R. Panel,4,4
Odd,R. Panel,5,
Level three,R. Panel,4,4
`;

describe('--order score', () => {
  test.each(ENGINES)('has the best first, level rows as in the table, incomplete ones last (%s)', async (engine) => {
    const { code, out } = await batch(TABLE, '-f', 'csv', '--order', 'score', '--engine', engine);
    expect(code).toBe(EXIT.ok);
    const [first, ...others] = names(out);
    expect(first).toBe('Best');
    expect(others.filter((name) => name?.startsWith('Level'))).toEqual(['Level one', 'Level two', 'Level three']);
    expect(others.at(-1)).toMatch(/Blank|Odd/);
    expect([...names(out)].sort()).toEqual(
      ['Best', 'Blank', 'Level one', 'Level three', 'Level two', 'Low', 'Odd'].sort(),
    );
  });

  test.each(ENGINES)('--top leaves out nobody who is level with the last, and says so (%s)', async (engine) => {
    const { out, err } = await batch(TABLE, '-f', 'csv', '--top', '2', '--engine', engine);
    expect(names(out)).toEqual(['Best', 'Level one', 'Level two', 'Level three']);
    expect(err).toContain('The results hold the best 4 of 7 rows, 2 of them level with the last of the 2 asked for\n');
  });

  test('gives the same from memory, in parts or whole, and from DuckDB, for thousands of rows', async () => {
    const rows = Array.from(
      { length: 12_000 },
      (_, at) => `"P, ${at} 山",Q,${1 + ((at * 7919) % 5)},${at % 13 === 0 ? '' : 1 + ((at * 104_729) % 5)}\n`,
    );
    const table = `candidate,interviewer,craft,talk\n${rows.join('')}`;
    const whole = await batch(table, '-f', 'csv', '--order', 'score', '-q');
    expect(names(whole.out)).toHaveLength(12_000);
    expect(await batch(table, '-f', 'csv', '--order', 'score', '-q', '--engine', 'duckdb')).toEqual(whole);
    const scores = whole.out
      .split('\n')
      .filter((line) => !line.includes(',incomplete,'))
      .map((line) => /",Q,([\d.]*),/.exec(line)?.[1]);
    const top = await batch(table, '-f', 'csv', '--top', '5', '-q');
    const level = scores.filter((score) => score === scores[5]).length;
    expect(top.out.split('\n')).toEqual([...whole.out.split('\n').slice(0, 1 + level), '']);
  });

  test.each(['table', 'markdown'])('goes for %s, too', async (format) => {
    const { out } = await batch(TABLE, '-f', format, '--top', '1');
    expect(out).toContain('Best');
    expect(out).not.toContain('Low');
  });

  test.each([
    [['-f', 'json', '--top', '3'], '--top goes with table, csv and markdown, not with json'],
    [['--order', 'table', '--top', '3'], '--top takes the best, so it goes with --order score'],
    [['--top', '0'], 'It must be a whole number from 1 on.'],
  ])('is refused where it has no sense: %j', async (words, message) => {
    const { code, err, out } = await batch(TABLE, ...words);
    expect([code, out]).toEqual([EXIT.usage, '']);
    expect(err).toContain(message);
  });
});
