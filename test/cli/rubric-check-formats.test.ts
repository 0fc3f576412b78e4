import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import type { Problem } from '../../src/core/problem.js';
import { command } from '../../src/core/text/shell-words.js';
import { EXIT } from '../../src/errors.js';
import { renderGithub } from '../../src/render/messages/github.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { sarifErrors } from '../support/sarif.js';

const BROKEN = SMALL_RUBRIC.replace('severity: stop,', 'severity: stopp,').replace(
  'title: Small role',
  'titel: Small role',
);

/** Where files are named from: a repository, of which `hiring` is a folder. */
async function checkIn(folder: string, format: string, named: readonly string[]): Promise<string> {
  const { cwd } = createFakeHost({
    files: { 'repo/.git': 'gitdir: elsewhere', 'repo/hiring/own.yaml': BROKEN, 'outside/100%.yaml': BROKEN },
  });
  const host = createFakeHost({ cwd: join(cwd, folder) });
  expect(await run(['rubric', 'check', ...named, '-f', format], host)).toBe(EXIT.no);
  return host.stdout.text.replaceAll(cwd, '/TOP');
}

async function check(format: string, text: string, file = 'rubrics/small.yaml'): Promise<string> {
  const host = createFakeHost({ files: { [file]: text } });
  const code = await run(['rubric', 'check', join(host.cwd, file), '-f', format], host);
  expect([EXIT.ok, EXIT.no]).toContain(code);
  return host.stdout.text;
}

function problems(count: number, severity: Problem['severity']): readonly Problem[] {
  return Array.from({ length: count }, (_, at) => ({ code: 'missing', message: `no ${at}`, severity, path: [] }));
}

describe('rubric check -f github', () => {
  test('annotates each problem at its place, from the working folder', async () => {
    expect((await check('github', BROKEN)).split('\n')).toEqual([
      '::error file=rubrics/small.yaml,line=2,col=1,title=unknown-key::unknown key "titel"; did you mean "title"?',
      expect.stringMatching(
        /^::error file=rubrics\/small\.yaml,line=\d+,col=\d+,title=bad-value::"severity" must be one of/,
      ),
      '',
    ]);
  });

  test.each([
    ['repo/hiring', ['own.yaml', '../../outside'], ['hiring/own.yaml', '/TOP/outside/100%25.yaml']],
    ['repo', ['../outside', 'hiring'], ['/TOP/outside/100%25.yaml', 'hiring/own.yaml']],
  ])(
    'in %s names files from the root of the repository, and those outside of it whole',
    async (folder, named, files) => {
      const told = await checkIn(folder, 'github', named);
      expect([...new Set(told.match(/(?<=file=)[^,]*/g))]).toEqual(files);
    },
  );

  test('leaves the name of a file what it is, whatever is in it', () => {
    const problem: Problem = {
      code: 'missing',
      message: 'x',
      severity: 'note',
      path: [],
      file: ' 採用  a\r\nb\u001b.yaml',
    };
    expect(renderGithub([problem], command`scorecard`)).toBe('::notice file= 採用  a%0D%0Ab.yaml,title=missing::x\n');
  });

  test('writes by their numbers what GitHub reads as signs of its own', () => {
    const problem: Problem = {
      code: 'missing',
      message: '100%\n::error::x',
      severity: 'advice',
      path: [],
      file: 'a,b:%.yaml',
    };
    expect(renderGithub([problem], command`scorecard`)).toBe(
      '::warning file=a%2Cb%3A%25.yaml,title=missing::100%25 ::error::x\n',
    );
  });

  test('shows ten of each kind, as GitHub does, and one line that says how many more there are', () => {
    const all = [...problems(12, 'advice'), ...problems(11, 'error'), ...problems(10, 'note')];
    const lines = renderGithub(all, command`scorecard rubric check`).trim().split('\n');
    const kinds = lines.map((line) => line.replace(/^::(\w+).*$/, '$1'));
    expect(['error', 'warning', 'notice'].map((kind) => kinds.filter((one) => one === kind).length)).toEqual([
      10, 10, 10,
    ]);
    expect(kinds[0]).toBe('error');
    expect(lines.at(-1)).toBe('::notice::not shown here: 1 error, 2 warnings, 1 notice; see scorecard rubric check');
  });
});

describe('rubric check -f sarif', () => {
  const resultsOf = (text: string) => JSON.parse(text).runs[0].results;

  test.each([[BROKEN], [SMALL_RUBRIC], ['[']])('is SARIF 2.1.0', async (rubric) => {
    const document = JSON.parse(await check('sarif', rubric));
    expect(sarifErrors(document)).toEqual([]);
    const { rules } = document.runs[0].tool.driver;
    for (const { ruleId, ruleIndex } of document.runs[0].results) expect(rules[ruleIndex].id).toBe(ruleId);
  });

  test('names files from the root of the sources, with slashes, as a URI', async () => {
    const [first] = resultsOf(await check('sarif', BROKEN, 'our rubrics/100%.yaml'));
    expect(first).toMatchObject({
      ruleId: 'unknown-key',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'our%20rubrics/100%25.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 1 },
          },
        },
      ],
    });
  });

  test('gives what lies outside of the repository its whole path, without the root of the sources', async () => {
    const places = resultsOf(await checkIn('repo/hiring', 'sarif', ['own.yaml', '../../outside'])).map(
      ({ locations: [{ physicalLocation }] }: any) => physicalLocation.artifactLocation,
    );
    expect(places[0]).toEqual({ uri: 'hiring/own.yaml', uriBaseId: '%SRCROOT%' });
    expect(places.at(-1)).toEqual({ uri: 'file:///TOP/outside/100%25.yaml' });
  });

  test('gives a problem the same fingerprint wherever its line has gone, and each its own', async () => {
    const prints = async (text: string, rule?: string): Promise<readonly string[]> =>
      resultsOf(await check('sarif', text))
        .filter(({ ruleId }: any) => rule === undefined || ruleId === rule)
        .map((result: any) => result.partialFingerprints['problem/v1']);
    const before = await prints(SMALL_RUBRIC);
    expect(new Set(before).size).toBe(before.length);
    expect(before.length).toBeGreaterThan(2);
    expect(await prints(`# one line more\n\n${SMALL_RUBRIC}`)).toEqual(before);
    // The same words in two dimensions: which of them is told does not depend on the other.
    const both = SMALL_RUBRIC.replace(/ {6}4: .*/g, '      4: Names the price or the test.');
    const second = both.replace('4: Names the price or the test.', '4: Names the price and the test.');
    const [one, other] = await prints(both, 'or-anchor');
    expect(one).not.toBe(other);
    expect(await prints(second, 'or-anchor')).toEqual([other]);
  });
});
