import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

async function sql(args: string, rubric = SMALL_RUBRIC) {
  const host = createFakeHost({ files: { 'small.yaml': rubric } });
  const code = await run(['rubric', 'sql', './small.yaml', ...args.split(' ').filter(Boolean)], host);
  return { code, out: host.stdout.text, said: host.stderr.text, cwd: host.cwd };
}

test('a rubric becomes one SELECT, with the rubric that it is of above it', async () => {
  const { code, out, said } = await sql('');
  expect(code).toBe(EXIT.ok);
  expect(said).toBe('');
  expect(out).toMatch(/^-- \S+ 1\.0\.0 \([0-9a-f]{64}\)\n-- score in hundredths/);
  expect(out).toMatch(/\n\s+FROM ratings\n/);
  expect(out.endsWith('AS divided\n')).toBe(true);
});

test('it goes into a file whole, and replaces none', async () => {
  const { code, out, said, cwd } = await sql('--view scored -o scored.sql');
  expect({ code, out, said }).toEqual({ code: EXIT.ok, out: '', said: 'scored.sql\n' });
  expect(readFileSync(join(cwd, 'scored.sql'), 'utf8')).toContain('CREATE VIEW scored AS\nSELECT');
});

test('columns and tables have the names that they are given', async () => {
  const { out } = await sql('--table hiring.cards_2026 --column candidate=person --column craft=Q1');
  expect(out).toContain('FROM hiring.cards_2026');
  expect(out).toContain('person AS candidate');
  expect(out).toContain("WHEN Q1 IN ('1', '1.0') THEN 0");
});

test('without flags, none is looked for and none caps', async () => {
  expect((await sql('')).out).toMatch(/flag_\w+ = 1/);
  const { out } = await sql('--no-flags');
  expect(out).not.toMatch(/flag_\w/);
  expect(out).toContain('0 AS stop_flags');
});

describe('refused, with what to do', () => {
  test.each([
    [
      '--table "ratings;--"',
      '--table "ratings;--" cannot stand in SQL without quotes, which each engine writes otherwise',
    ],
    ['--table a.b.c.d', '--table a.b.c.d cannot stand in SQL'],
    ['--view select', '--view select is a word of SQL'],
    ['--column craft=order', 'the column order (craft) is a word of SQL'],
    ['--column craft=x) --column talk=y', 'the column x) (craft) cannot stand in SQL without quotes'],
    ['--column craft=talk', 'the column talk (talk) is read for something else already'],
    ['--column craf=x', '--column: there is no "craf"; did you mean "craft"?'],
    ['--column craft', '--column craft does not say what is in which column'],
    ['--column craft=a --column craft=b', '--column says twice which column craft is'],
    ['--long --column craft=x', '--column: there is no "craft"'],
    ['--long --pool median', 'the median is not compiled'],
    ['--pool mean', '--pool is for --long alone'],
    ['--check --view x', "option '--check' cannot be used with option '--view <name>'"],
  ])('%s', async (args, message) => {
    const { code, out, said } = await sql(args);
    expect({ code, out }).toEqual({ code: EXIT.usage, out: '' });
    expect(said.replace(/\s+/g, ' ')).toContain(message);
  });

  test('a rubric that pools by the median, unless another pool is said', async () => {
    const median = SMALL_RUBRIC.replace(/^recommendation:\n/m, 'recommendation:\n  pool: median\n');
    const { code, said } = await sql('--long', median);
    expect(code).toBe(EXIT.usage);
    expect(said).toContain('this rubric pools by the median, which is not compiled');
    expect((await sql('--long --pool trimmed', median)).code).toBe(EXIT.ok);
    expect((await sql('', median)).code).toBe(EXIT.ok);
  });
});

test('a dimension whose id is a word of SQL needs a column of another name', async () => {
  const renamed = SMALL_RUBRIC.replace(/\btalk\b/g, 'order');
  const { code, said } = await sql('', renamed);
  expect(code).toBe(EXIT.usage);
  expect(said).toContain('--column order=NAME');
  expect((await sql('--column order=ordering', renamed)).code).toBe(EXIT.ok);
  expect((await sql('--long', renamed)).code).toBe(EXIT.ok);
});
