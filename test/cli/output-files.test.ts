import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { decisionFile, decisionOnCards } from '../support/decisions.js';
import { everyLeaf } from '../support/every-command.js';
import { createFakeHost, type FakeHost, HOME } from '../support/fake-host.js';
import { sealed } from '../support/meetings.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { createScorecard } from '../support/scorecards.js';

const LONG = 'Ada Marie Example-Sample of the Long Names who needs more cells than a narrow window has';
const CSV = `candidate,interviewer,craft,talk,years\n${LONG},R. Panel,4,3,5\nBo Sample,R. Panel,2,5,1\n`;
const TABLE = `candidate,years\n${LONG},5\nBo Sample,1\n`;

/** A scorecard whose journal stands beside it. */
const OLD = '2026-11-26-ada-example-small-r-panel';
const fixture = (path: string) => readFileSync(join(HOME, 'test/fixtures/version-1', path), 'utf8');

const CARD = sealed({ candidate: LONG, ratings: [4, 3, 2] });
/** All written answers of a rubric, rated as it happens. */
const CORE = parse(readFileSync(join(HOME, 'rubrics/samples/core.yaml'), 'utf8'));
const CORE_RATED = {
  ...{ rubric: 'core', version: CORE.version, rater: LONG },
  ratings: Object.fromEntries(
    [...new Set<string>(CORE.samples.map(({ dimension }: { dimension: string }) => dimension))].flatMap((id) =>
      CORE.samples
        .filter(({ dimension }: { dimension: string }) => dimension === id)
        .map((_sample: object, at: number) => [`${id}-${at + 1}`, 3]),
    ),
  ),
};

const FILES = {
  [`old/${OLD}.json`]: fixture(`${OLD}.json`),
  [`old/.history/${OLD}.ndjson`]: fixture(`.history/${OLD}.ndjson`),
  'rubrics/small.yaml': SMALL_RUBRIC,
  'scorecards/panels/cy.yaml': `candidate: Cy ${LONG}\nrole: small\ninterviewers: [J. Lee, A. Novak]\n`,
  'all.csv': CSV,
  'years.csv': TABLE,
  'counts.csv': `group,applicants,selected\n${LONG},120,24\nmen,150,45\n`,
  'rated.json': JSON.stringify(CORE_RATED),
  'ladder.csv': 'Competency,Mid,Senior\nTesting,Tests own code,Tests with others\n',
  'ada.json': JSON.stringify(createScorecard({ candidate: LONG, ratings: [4, 3, 2] })),
  'sealed/ada.json': JSON.stringify(CARD),
  ...decisionFile('decided', decisionOnCards([CARD])),
  'bo.json': JSON.stringify(createScorecard({ candidate: 'Bo Sample', interviewer: 'S. Panel', ratings: [2, 3, 4] })),
};

/** A line for each command that can write to a file, in the format that is laid out for a page. */
const LINES: Readonly<Record<string, string>> = {
  batch: 'batch all.csv --role small -f table',
  screen: 'screen years.csv --role small -f table',
  agreement: 'agreement ada.json bo.json --details --names -f table',
  reliability: 'reliability -f table',
  impact: 'impact counts.csv --details -f table',
  summary: 'summary ada.json bo.json -f table',
  compare: 'compare ada.json bo.json --weights --evidence -f table',
  report: 'report ada.json -f markdown',
  explain: 'explain ada.json -f text',
  export: 'export ada.json --to text',
  'panel list': 'panel list -f table',
  'panel show': 'panel show ada ada.json -f table',
  'panel debrief': 'panel debrief ada ada.json -f table',
  'panel decide': 'panel decide ada --store sealed --decision hold --by Bo --why Later -f text',
  'panel decisions': 'panel decisions --store decided -f table',
  history: `history old/${OLD}.json -f text`,
  'rubric show': 'rubric show small -f text',
  'rubric sql': 'rubric sql small',
  'rubric calibrate': 'rubric calibrate core --answers rated.json -f text',
  'rubric new': 'rubric new another-role',
  'rubric import': 'rubric import ladder.csv --level Senior',
};

const LEAVES = everyLeaf()
  .filter(({ command }) => command.options.some(({ flags }) => flags === '-o, --output <file>'))
  .map(({ words }) => words.join(' '));

async function write(name: string, output: string, columns: number): Promise<FakeHost> {
  const host = createFakeHost({ files: FILES, columns, isTerminal: true });
  const code = await run([...(LINES[name] ?? name).split(' '), '-o', output], host);
  expect(code, host.stderr.text).toBe(EXIT.ok);
  return host;
}

describe.each(LEAVES)('%s -o FILE at a terminal', (name) => {
  test('writes the same whatever the window, without a code for the terminal', async () => {
    const [narrow = '', wide] = await Promise.all(
      [40, 200].map(async (columns) =>
        readFileSync(join((await write(name, 'out.txt', columns)).cwd, 'out.txt'), 'utf8'),
      ),
    );
    expect(narrow).not.toBe('');
    expect(narrow).not.toContain('\u001b');
    expect(narrow).toBe(wide);
  });
});

test.each(['summary', 'compare', 'screen', 'rubric show'])(
  '%s -o - is standard output, with the colours and the width of the terminal',
  async (name) => {
    const { stdout } = await write(name, '-', 60);
    expect(stdout.text).toContain('\u001b');
  },
);

test.each([
  'summary ada.json',
  'compare ada.json bo.json',
  'batch all.csv --role small',
  'screen years.csv --role small',
])('%s refuses an ending that names none of its formats, before anything is written', async (line) => {
  const host = createFakeHost({ files: FILES });
  expect(await run([...line.split(' '), '-o', 'out.foo'], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('out.foo: the ending .foo names none of the formats');
  expect(spawnSync('ls', { cwd: host.cwd, encoding: 'utf8' }).stdout).not.toContain('out');
});

test('NDJSON may be called .jsonl', async () => {
  const host = createFakeHost({ files: FILES });
  expect(await run(['batch', 'all.csv', '--role', 'small', '-o', 'out.jsonl'], host)).toBe(EXIT.ok);
  expect(readFileSync(join(host.cwd, 'out.jsonl'), 'utf8').split('\n')[0]).toMatch(/^\{"schemaVersion":2,/);
});

test('-o LINK --force writes to the file that the link leads to', async () => {
  const host = createFakeHost({ files: { ...FILES, 'there.md': 'before' } });
  symlinkSync('there.md', join(host.cwd, 'link.md'));
  expect(await run(['report', 'ada.json', '-o', 'link.md', '--force'], host)).toBe(EXIT.ok);
  expect(lstatSync(join(host.cwd, 'link.md')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(host.cwd, 'there.md'), 'utf8')).toContain('Ada Marie');
});
