import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { createRubric, SMALL_RUBRIC } from '../support/rubrics.js';

const CORE = stringify(
  createRubric(
    [
      { id: 'talk', weight: 70 },
      { id: 'owns', weight: 30 },
    ],
    { id: 'core', title: 'What every role shares' },
  ),
  { aliasDuplicateObjects: false },
);

/** The small rubric with its second dimension filled from another. */
const ROLE = SMALL_RUBRIC.replace('version: 1.0.0\n', 'version: 1.0.0\nextends: core\n').replace(
  /( {2}- id: talk\n)[\s\S]*?(?=redFlags:)/,
  '$1    weight: 40\n',
);

const TOLD = 'Dimension talk';

describe('a rubric that extends another is whole', () => {
  test.each<[string, string, Record<string, string>, string[]]>([
    ['as a role', 'small', { 'rubrics/small.yaml': ROLE, 'rubrics/core.yaml': CORE }, []],
    ['as a file with the other beside it', 'a/role.yaml', { 'a/role.yaml': ROLE, 'a/core.yaml': CORE }, []],
    ['with the other under another file name', 'a/role.yaml', { 'a/role.yaml': ROLE, 'a/shared.yaml': CORE }, []],
    ['with the other in the library', 'role.yaml', { 'role.yaml': ROLE, 'rubrics/core.yaml': CORE }, []],
    ['with the other in --rubrics', 'role.yaml', { 'role.yaml': ROLE, 'mine/core.yaml': CORE }, ['--rubrics', 'mine']],
    [
      'with the other beside it before one of the library',
      'a/role.yaml',
      { 'a/role.yaml': ROLE, 'a/core.yaml': CORE, 'rubrics/core.yaml': CORE.replaceAll(TOLD, 'Another') },
      [],
    ],
  ])('%s', async (_name, role, files, options) => {
    const host = createFakeHost({ files });
    expect(await run(['rubric', 'show', role, '-f', 'json', ...options], host), host.stderr.text).toBe(EXIT.ok);
    expect(JSON.parse(host.stdout.text)).toMatchObject({
      extends: 'core',
      dimensions: [
        { id: 'craft', weight: 60 },
        { id: 'talk', name: TOLD, weight: 40 },
      ],
    });
  });

  test('in the list and in the completion', async () => {
    const host = createFakeHost({ files: { 'rubrics/small.yaml': ROLE, 'rubrics/core.yaml': CORE } });
    expect(await run(['rubric', 'list', '-f', 'json'], host)).toBe(EXIT.ok);
    const { rubrics } = JSON.parse(host.stdout.text);
    expect(rubrics.find(({ id }: { id: string }) => id === 'small').dimensions).toMatchObject([{}, { name: TOLD }]);
  });

  test('of a built-in one', async () => {
    const role = ROLE.replace('extends: core', 'extends: head-infra').replace('id: talk', 'id: finops');
    const host = createFakeHost({ files: { 'role.yaml': role.replaceAll(/\btalk\b/g, 'finops') } });
    await run(['rubric', 'show', 'role.yaml', '-f', 'json'], host);
    expect(JSON.parse(host.stdout.text).dimensions[1]).toMatchObject({ id: 'finops', weight: 40 });
  });
});

describe('rubric check of a rubric that extends another', () => {
  async function check(files: Record<string, string>, ...args: readonly string[]) {
    const host = createFakeHost({ files });
    const code = await run(['rubric', 'check', ...args], host);
    return { code, lines: host.stdout.text.trimEnd().split('\n') };
  }

  test('names a rubric that is not there, with the nearest', async () => {
    const { code, lines } = await check(
      { 'role.yaml': ROLE.replace('extends: core', 'extends: head-ifnra') },
      'role.yaml',
    );
    expect({ code, lines }).toEqual({
      code: EXIT.no,
      lines: [
        'role.yaml:4:10 error there is no rubric "head-ifnra" to extend; did you mean "head-infra"? (unknown-base)',
      ],
    });
  });

  test('tells what is wrong with the other in its own file', async () => {
    const files = { 'role.yaml': ROLE, 'core.yaml': CORE.replace('weight: 70', 'weight: 60') };
    const { code, lines } = await check(files, 'role.yaml');
    expect(code).toBe(EXIT.no);
    expect(lines).toEqual([
      'role.yaml:4:10 error core has mistakes of its own; mend core.yaml first (broken-base)',
      expect.stringMatching(/^core\.yaml:\d+:1 error the weights sum to 90, not 100: 10 too little \(weights-sum\)$/),
    ]);
  });

  test('refuses a chain and a circle', async () => {
    const chained = CORE.replace('version: 1.0.0\n', 'version: 1.0.0\nextends: small\n');
    const { lines } = await check({ 'small.yaml': ROLE, 'core.yaml': chained }, '.');
    expect(lines).toEqual([
      expect.stringContaining('core.yaml:4:10 error small itself extends core; extend a rubric that extends none'),
      expect.stringContaining('small.yaml:4:10 error core itself extends small; extend a rubric that extends none'),
    ]);
  });

  test('gives advice on what was filled at its place in the other file, once', async () => {
    const files = { 'r/small.yaml': ROLE, 'r/other.yaml': ROLE.replace('id: small', 'id: other'), 'r/core.yaml': CORE };
    const { lines } = await check(files, 'r');
    const inCore = lines.filter((line) => line.startsWith('r/core.yaml:'));
    expect(new Set(inCore).size).toBe(inCore.length);
    const alone = await check(files, 'r/small.yaml');
    const told = alone.lines.filter((line) => line.startsWith('r/core.yaml:'));
    expect(told.length).toBeGreaterThan(0);
    expect(inCore).toEqual(expect.arrayContaining(told));
    const of = (file: string) => alone.lines.filter((line) => line.startsWith(file) && line.includes('(no-signal)'));
    expect([of('r/core.yaml').length, of('r/small.yaml').length]).toEqual([1, 0]);
  });

  test('leaves out advice that the other sets aside', async () => {
    const allowed = `${CORE.replace(/^allow:.*\n/m, '')}allow: [{ code: no-signal, reason: Tests need none. }]\n`;
    const before = await check({ 'role.yaml': ROLE, 'core.yaml': CORE }, 'role.yaml');
    const after = await check({ 'role.yaml': ROLE, 'core.yaml': allowed }, 'role.yaml');
    const told = (lines: readonly string[]) =>
      lines.filter((line) => line.startsWith('core.yaml') && line.includes('(no-signal)'));
    expect(told(before.lines)).not.toEqual([]);
    expect(told(after.lines)).toEqual([]);
  });
});

test('a scorecard names a rubric that extends another by the hash of what the store keeps: all of it', async () => {
  const host = createFakeHost({
    files: { 'rubrics/small.yaml': ROLE, 'rubrics/core.yaml': CORE },
    lines: ['4', '/2 3', '/review', 'yes', '/submit', '/submit'],
  });
  expect(await run(['interview', '--plain', '--role', 'small', '-c', 'Ada Example'], host), host.stderr.text).toBe(
    EXIT.ok,
  );
  const store = join(host.cwd, 'scorecards');
  const [card = ''] = readdirSync(store).filter((name) => name.endsWith('.json'));
  const { sha256 } = JSON.parse(readFileSync(join(store, card), 'utf8')).rubric;
  expect(readdirSync(join(store, '.rubrics'))).toEqual([`${sha256}.json`]);
  const kept = readFileSync(join(store, '.rubrics', `${sha256}.json`));
  expect(createHash('sha256').update(kept).digest('hex')).toBe(sha256);
  expect(JSON.parse(kept.toString()).dimensions[1]).toMatchObject({ id: 'talk', name: TOLD });
});
