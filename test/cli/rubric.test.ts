import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const files = { 'rubrics/small.yaml': SMALL_RUBRIC };

describe('rubric check', () => {
  test('names every mistake of a file at once, with its line and column', async () => {
    const broken = SMALL_RUBRIC.replace('aliases: [tiny]', 'alias: [tiny]')
      .replace('weight: 40', 'weight: 45')
      .replace('      4: Names the price of the design and how it was checked.\n', '')
      .replace('severity: stop', 'severity: halt')
      .replace('dimension: talk }', 'dimension: tlak }');
    const host = createFakeHost({ files: { 'broken.yaml': broken } });
    expect(await run(['rubric', 'check', 'broken.yaml'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toMatchInlineSnapshot(`
      "broken.yaml:4:1 error unknown key "alias"; did you mean "aliases"? (unknown-key)
      broken.yaml:10:1 error the weights sum to 105, not 100: 5 too much (weights-sum)
      broken.yaml:18:5 error there is no anchor for 4; each rating from 1 to 5 needs one (missing-anchor)
      broken.yaml:45:75 error "severity" must be one of stop, concern (bad-value)
      broken.yaml:46:99 error there is no dimension "tlak"; did you mean "talk"? (unknown-dimension)
      "
    `);
    expect(host.stderr.text).toBe('1 rubric checked: 5 mistakes\n');
  });

  test('says nothing on stdout when all is well', async () => {
    const host = createFakeHost({ files });
    expect(await run(['rubric', 'check', 'lead-infra'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toBe('');
  });

  test('gives the problems as JSON', async () => {
    const host = createFakeHost({ files: { 'x.yaml': SMALL_RUBRIC.replace('weight: 60', 'weight: 50') } });
    expect(await run(['rubric', 'check', 'x.yaml', '-f', 'json'], host)).toBe(EXIT.no);
    expect(JSON.parse(host.stdout.text).problems).toMatchObject([
      { code: 'weights-sum', file: 'x.yaml', line: 10, column: 1 },
    ]);
  });

  test.each<[string, string[], string]>([
    ['roles', ['TINY', 'head-infra'], '2 rubrics checked: no mistakes, '],
    ['each file once', ['small', 'TINY', './rubrics/small.yaml', 'rubrics'], '2 rubrics checked: no mistakes, 8 '],
    ['a folder', ['rubrics'], '2 rubrics checked: no mistakes, '],
    ['the nearest folder without a name', [], '2 rubrics checked: no mistakes, '],
    ['a path without an ending', ['other/plain'], '1 rubric checked: no mistakes, '],
  ])('takes %s', async (_name, args, summary) => {
    const other = SMALL_RUBRIC.replace('id: small', 'id: other').replace('[tiny]', '[]');
    const host = createFakeHost({ files: { ...files, 'rubrics/other.yaml': other, 'other/plain': other } });
    expect(await run(['rubric', 'check', ...args], host)).toBe(EXIT.ok);
    expect(host.stderr.text).toContain(summary);
  });

  test('a folder without a rubric is wrong usage', async () => {
    const host = createFakeHost({ files: { 'empty/notes.txt': 'none' } });
    expect(await run(['rubric', 'check', 'empty'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('empty: there is no rubric in this folder');
  });

  test('finds what of its documents has no home, in the list and in the rubric', async () => {
    const sources = 'sources: [{ document: role.txt, items: lists/role.yaml, homes: { pace: craft, talk: speech } }]\n';
    const list = [
      'document: role.txt',
      'items:',
      '  - { id: pace, item: Works at a pace, words: [unheard-of] }',
      '  - { id: talk, item: Talks, words: [talk] }',
      '  - { id: toil, item: Removes toil, words: [toil] }',
    ].join('\n');
    const host = createFakeHost({ files: { 'a.yaml': `${SMALL_RUBRIC}${sources}`, 'lists/role.yaml': list } });
    expect(await run(['rubric', 'check', '--sources', 'a.yaml'], host)).toBe(EXIT.no);
    const found = host.stdout.text.split('\n').filter((line) => line.includes(' error '));
    expect(found.map((line) => /\(([a-z-]+)\)$/.exec(line)?.[1])).toEqual([
      'homeless-item',
      'silent-home',
      'unknown-home',
    ]);
    expect(host.stderr.text).toContain('looked for 3 items of 1 document\n');
  });

  test('a list of items that is not there is named', async () => {
    const sources = 'sources: [{ document: role.txt, items: lists/role.yaml }]\n';
    const host = createFakeHost({ files: { 'a.yaml': `${SMALL_RUBRIC}${sources}` } });
    expect(await run(['rubric', 'check', '--sources', 'a.yaml'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('lists/role.yaml: there is no such file');
  });

  test('checks the samples beside a rubric, each at its place', async () => {
    const samples = [
      'rubric: small',
      'version: 1.0.0',
      'samples:',
      '  - { dimension: craft, rating: 9, answer: I did., why: Told. }',
    ].join('\n');
    const host = createFakeHost({ files: { ...files, 'rubrics/samples/small.yaml': samples } });
    expect(await run(['rubric', 'check', 'small'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toContain(
      'rubrics/samples/small.yaml:4:33 error rating 9 is outside the scale 1 to 5 (craft)',
    );
  });

  test('a file that is not there is wrong usage, not a bad rubric', async () => {
    const host = createFakeHost();
    expect(await run(['rubric', 'check', 'none.yaml'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('none.yaml: there is no such file');
  });
});

describe('a role is found', () => {
  test.each([
    ['by its id', 'small'],
    ['by its alias', 'tiny'],
    ['in any case', 'Small'],
    ['by a path', 'rubrics/small.yaml'],
  ])('%s', async (_name, role) => {
    const host = createFakeHost({ files });
    expect(await run(['rubric', 'show', role, '-f', 'json'], host)).toBe(EXIT.ok);
    expect(JSON.parse(host.stdout.text).id).toBe('small');
  });

  test('in --rubrics before the variable, before ./rubrics, before the built-in ones', async () => {
    const titled = (title: string) => SMALL_RUBRIC.replace('title: Small role', `title: ${title}`);
    const places = { 'a/small.yaml': titled('A'), 'b/small.yaml': titled('B'), 'rubrics/small.yaml': titled('C') };
    const title = async (args: string[], env: Record<string, string>) => {
      const host = createFakeHost({ files: places, env });
      await run(['rubric', 'show', 'small', '-f', 'json', ...args], host);
      return JSON.parse(host.stdout.text).title;
    };
    expect(await title(['--rubrics', 'a'], { SCORECARD_RUBRICS: 'b' })).toBe('A');
    expect(await title([], { SCORECARD_RUBRICS: 'b' })).toBe('B');
    expect(await title([], {})).toBe('C');
  });

  test('or not: with the nearest and the list of all', async () => {
    const host = createFakeHost({ files });
    expect(await run(['rubric', 'show', 'head-infar'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('there is no role "head-infar"; did you mean "head-infra"?');
  });

  test('only by a name: no path escapes through it', async () => {
    const host = createFakeHost({ files: { ...files, 'secret/small.yaml': SMALL_RUBRIC } });
    for (const role of ['../secret/small', 'rubrics/../secret/small', '/etc/passwd', '..', '.small']) {
      expect(await run(['rubric', 'show', role], host), role).toBe(EXIT.usage);
    }
    expect(host.stdout.text).toBe('');
  });
});

test('list tells where each rubric comes from, and names the files that are broken', async () => {
  const host = createFakeHost({ files: { ...files, 'rubrics/broken.yaml': 'id: 7\n' }, columns: 120 });
  expect(await run(['rubric', 'list'], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toMatch(/^small +Small role +2 +50 +1 +1\.0\.0 +rubrics$/m);
  expect(host.stdout.text).toMatch(/^head-infra .* built in$/m);
  expect(host.stderr.text).toContain('rubrics/broken.yaml is not a valid rubric');
});

test.each([60, 80, 100])('show fits %i columns and loses no word', async (columns) => {
  const host = createFakeHost({ files, columns });
  expect(await run(['rubric', 'show', 'small'], host)).toBe(EXIT.ok);
  for (const line of host.stdout.text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  expect(host.stdout.text.replace(/\s+/g, ' ')).toContain(
    'Removed the need for the thing and says where it is still needed.',
  );
});

test('show -o writes a file once; a second time needs --force', async () => {
  const host = createFakeHost({ files });
  const show = ['rubric', 'show', 'small', '-f', 'markdown', '-o', 'kit.md'];
  expect(await run(show, host)).toBe(EXIT.ok);
  expect(readFileSync(join(host.cwd, 'kit.md'), 'utf8')).toContain("# Small role: interviewer's kit");
  expect(await run(show, host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('kit.md exists already');
  expect(await run([...show, '--force'], host)).toBe(EXIT.ok);
});

test('a folder of rubrics that is not there is told', async () => {
  const host = createFakeHost();
  expect(await run(['rubric', 'list', '--rubrics', 'nowhere'], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('nowhere: there is no such folder of rubrics');
});

test('a folder named like a rubric does not stop the others', async () => {
  const host = createFakeHost({ files });
  mkdirSync(join(host.cwd, 'rubrics/folder.yaml'));
  writeFileSync(join(host.cwd, 'rubrics/.hidden.yaml'), 'id: 7');
  expect(await run(['rubric', 'list'], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toContain('small');
});

describe('what stands beside rubrics, or in folders below, is no rubric', () => {
  const beside = {
    ...files,
    'rubrics/small.test.yaml': 'rubric: small\ncases: []\n',
    'rubrics/samples/small.yaml': 'rubric: small\nversion: 1.0.0\nsamples: []\n',
    'rubrics/sources/role.yaml': 'document: role.txt\n',
  };

  test.each<[string, string[]]>([
    ['in the list', ['rubric', 'list', '-f', 'json']],
    ['in the completion', ['__complete', 'fish', '--', 'scorecard', 'rubric', 'show', '']],
  ])('%s', async (_name, args) => {
    const host = createFakeHost({ files: beside });
    expect(await run(args, host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('small');
    expect(host.stdout.text).not.toMatch(/\.test|samples|sources/);
    expect(host.stderr.text).toBe('');
  });

  test('in the check of a folder', async () => {
    const { 'rubrics/samples/small.yaml': _, ...rest } = beside;
    const host = createFakeHost({ files: rest });
    expect(await run(['rubric', 'check', 'rubrics'], host)).toBe(EXIT.ok);
    expect(host.stderr.text).toContain('1 rubric checked: no mistakes, ');
  });

  test('as a role, nor among those that are suggested', async () => {
    const host = createFakeHost({ files: beside });
    expect(await run(['rubric', 'show', 'small.test'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toMatch(/there is no role "small\.test"(?:; did you mean "small"\?)?\nroles: .*\bsmall\b/);
    expect(host.stderr.text.split('roles:')[1]).not.toContain('test');
  });
});

test('rubric show tells what ratings are in other systems, in each format', async () => {
  const text = `${SMALL_RUBRIC}export: { lever: { 1: 1, 2: 2, 3: 2, 4: 3, 5: 4 } }\n`;
  for (const format of ['text', 'markdown', 'html']) {
    const host = createFakeHost({ files: { 'x.yaml': text }, columns: 200 });
    expect(await run(['rubric', 'show', './x.yaml', '-f', format], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('Exported to Lever: 1 is 1, 2 and 3 are 2, 4 is 3, 5 is 4.');
  }
});
