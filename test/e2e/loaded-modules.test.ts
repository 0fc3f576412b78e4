import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME, temporaryFolder } from '../support/fake-host.js';
import { createScorecard } from '../support/scorecards.js';
import { openTerminal, SCORECARD } from '../support/terminal.js';

/** What start-up time is made of: each costs as much as all the rest of a short command. */
const COSTLY = ['commander', 'zod', 'yaml', 'chalk', 'cli-table3', 'text-width', 'inquirer', 'inquirer-core'];
const COSTLY_BUILT_IN = ['child_process', 'crypto', 'tty', 'net', 'readline'];

interface Loaded {
  readonly chunks: readonly string[];
  readonly builtIn: readonly string[];
}

interface Setting {
  readonly cwd?: string;
  readonly input?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Where both outputs go: a pipe each, unless it is said. `ignore` is `/dev/null`. */
  readonly outputs?: 'pipe' | 'ignore';
}

/** What a command loads when its output goes to a pipe. */
function loadedBy(args: readonly string[], setting: Setting = {}): Loaded {
  const { cwd = temporaryFolder(), input, files = {}, outputs = 'pipe' } = setting;
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const list = join(cwd, 'loaded.json');
  const preload = join(HOME, 'test/support/list-loaded.cjs');
  spawnSync(process.execPath, ['-r', preload, join(HOME, 'bin/scorecard.js'), ...args], {
    cwd,
    env: { ...process.env, LIST_LOADED: list },
    ...(input === undefined ? {} : { input }),
    stdio: [input === undefined ? 'ignore' : 'pipe', outputs, outputs],
  });
  return JSON.parse(readFileSync(list, 'utf8')) as Loaded;
}

function costly({ chunks, builtIn }: Loaded): readonly string[] {
  return [
    ...COSTLY.filter((name) => chunks.includes(`packages/${name}`)),
    ...COSTLY_BUILT_IN.filter((name) => builtIn.includes(name)),
  ];
}

const ANSWERS = 'candidate: Ada Example\ninterviewer: R. Panel\nratings: {}\n';

describe('a command loads what it needs, and nothing that it does not', () => {
  test.each<[string, readonly string[]]>([
    ['--version', []],
    ['--help', ['commander']],
    ['rubric --help', ['commander']],
    ['rubric list', []],
    ['rubric list --', ['commander']],
    ['rubric list -f json', ['commander']],
    ['rubric show lead-devops -o kit.json', ['commander']],
    ['rubric show core', []],
    ['rubric check ada.yaml', ['commander', 'zod', 'yaml']],
    ['interview --role lead-devops', ['commander']],
    // A submission asks git whether it signs with SSH.
    ['interview --role lead-devops --answers ada.yaml', ['commander', 'zod', 'yaml', 'child_process', 'crypto', 'net']],
  ])('%s', (line, expected) => {
    const args = line.split(' ');
    expect(costly(loadedBy(args, { files: { 'ada.yaml': ANSWERS } }))).toEqual(expected);
  });

  test('the schema is loaded where a draft is read, and only there', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'empty'));
    const interview = ['interview', '--plain', '--role', 'lead-devops', '--interviewer', 'R. Panel', '--candidate'];
    const load = (args: readonly string[], input = '') => loadedBy(args, { cwd, input }).chunks;
    expect(load([...interview, 'Ada Example'], 'q\n')).not.toContain('packages/zod');
    expect(load(['__complete', 'fish', '--', 'scorecard', 'interview', '--resume', ''])).not.toContain('packages/zod');
    expect(load(['summary'])).toContain('packages/zod');
    expect(load(['interview', '--plain', '--resume', 'ada'], 'q\n')).toContain('packages/zod');
    expect(load(['summary', '--store', 'empty'])).not.toContain('packages/zod');
  });

  test.each(['summary ada.json', 'compare ada.json'])(
    '%s, a scorecard that is well formed: no schema, no YAML, and crypto for its digest',
    (line) => {
      const card = JSON.stringify(createScorecard({ ratings: [4, 3, 2] }));
      const loaded = costly(loadedBy(line.split(' '), { files: { 'ada.json': card } }));
      for (const heavy of ['zod', 'yaml', 'inquirer', 'inquirer-core']) expect(loaded).not.toContain(heavy);
      expect(loaded).toContain('crypto');
    },
  );

  test('summary of rows of a batch: no crypto, since they have no digest', () => {
    const { status: _status, digest: _digest, ...row } = createScorecard({ ratings: [4, 3, 2] });
    const loaded = loadedBy(['summary', 'rows.json'], { files: { 'rows.json': JSON.stringify([row]) } });
    expect(costly(loaded)).not.toContain('crypto');
  });

  test('summary of a scorecard with a mistake: both, to say what is wrong and where', () => {
    const card = JSON.stringify({ ...createScorecard({ ratings: [4, 3, 2] }), candidate: '' });
    expect(costly(loadedBy(['summary', 'ada.json'], { files: { 'ada.json': card } }))).toEqual(
      expect.arrayContaining(['zod', 'yaml']),
    );
  });

  test('a table of Parquet loads what reads it, a CSV does not', () => {
    const load = (name: string, text: string) =>
      loadedBy(['batch', name, '--role', 'core'], { files: { [name]: text } }).chunks;
    expect(load('in.csv', 'candidate,ownership\nAda,4\n')).not.toContain('packages/parquet');
    expect(load('in.parquet', 'PAR1 and no more')).toContain('packages/parquet');
  });

  test.each([
    ['rubric list', ['main', 'rubrics']],
    ['batch --help', ['main', 'program', 'packages/commander', 'declare-tables']],
  ])('%s: these files, since each more costs a start', (line, expected) => {
    expect(loadedBy(line.split(' ')).chunks).toEqual(expected);
  });

  test('into /dev/null, which is a device as a terminal is: no streams', () => {
    const { builtIn } = loadedBy(['rubric', 'list'], { outputs: 'ignore' });
    expect(builtIn).toContain('fs');
    expect(builtIn).not.toContain('internal/fs/sync_write_stream');
  });

  test('the first question of an interview on a terminal: no reading of drafts, nothing that measures text', async () => {
    const cwd = temporaryFolder();
    const list = join(cwd, 'loaded.json');
    const preload = ['-r', join(HOME, 'test/support/list-loaded.cjs')];
    const [node, ...program] = SCORECARD;
    const terminal = openTerminal([node, ...preload, ...program, 'interview'], { cwd, env: { LIST_LOADED: list } });
    await terminal.until('Role');
    terminal.type('\u0003');
    await terminal.ended;
    const { chunks } = JSON.parse(readFileSync(list, 'utf8')) as Loaded;
    expect(chunks).toEqual([
      'main',
      'interview',
      'store',
      'terminal',
      'rubrics',
      'packages/inquirer',
      'packages/inquirer-core',
    ]);
  });

  test('--version loads no part of the bundle', () => {
    expect(loadedBy(['--version']).chunks).toEqual([]);
  });

  test('the names that are looked for are those of the bundle', () => {
    const { chunks } = loadedBy(['rubric', 'check', 'ada.yaml'], { files: { 'ada.yaml': ANSWERS } });
    expect(chunks).toEqual(expect.arrayContaining(['packages/commander', 'packages/zod', 'packages/yaml']));
  });
});

/**
 * What runs for each row of a table, and what plans that: calls from chunk to chunk would cost more than what they
 * call.
 */
const HOT = [
  'core/batch/engine.ts',
  'core/batch/memoize.ts',
  'core/batch/occasion.ts',
  'core/batch/other-cells.ts',
  'core/batch/record.ts',
  'core/batch/result-cache.ts',
  'core/batch/result-text.ts',
  'core/batch/row-shape.ts',
  'core/batch/session-part.ts',
  'core/batch/short-record.ts',
  'core/batch/tally.ts',
  'core/table/ats-words.ts',
  'core/table/cells/amount.ts',
  'core/table/cells/cell-text.ts',
  'core/table/cells/cell.ts',
  'core/table/cells/date-cell.ts',
  'core/table/cells/flag-cell.ts',
  'core/table/cells/id-cell.ts',
  'core/table/cells/rating-number.ts',
  'core/table/cells/requirement-cell.ts',
  'core/table/cells/session-cell.ts',
  'core/table/cells/values.ts',
  'core/table/cells/verdict-cell.ts',
  'core/table/cells/written-number.ts',
  'core/table/cells/yes-no-cell.ts',
  'core/table/columns.ts',
  'core/table/csv-cell.ts',
  'core/table/header-problems.ts',
  'core/table/header.ts',
  'core/table/header/find-header.ts',
  'core/table/header/header-fit.ts',
  'core/table/header/header-form.ts',
  'core/table/header/long-columns.ts',
  'core/table/header/people-columns.ts',
  'core/table/header/people-headers.ts',
  'core/table/header/read-columns.ts',
  'core/table/header/respondents.ts',
  'core/table/header/sample.ts',
  'core/table/header/when-headers.ts',
  'core/table/misread-names.ts',
  'core/table/name-in.ts',
  'core/table/no-person.ts',
  'core/table/outline.ts',
  'core/table/problem-groups.ts',
  'core/table/rating-cell.ts',
  'core/table/remedies.ts',
  'core/table/screening.ts',
  'core/table/template.ts',
  'io/table/batch-csv.ts',
  'io/table/batch-json.ts',
  'io/table/byte-source.ts',
  'io/table/byte-writer.ts',
  'io/table/csv-damage.ts',
  'io/table/csv-reader.ts',
  'io/table/csv-record.ts',
  'io/table/csv-scan.ts',
  'io/table/delimiter.ts',
  'io/table/encoding.ts',
  'io/table/sample-rows.ts',
  'io/table/table-input.ts',
];

test('what runs for each row of a table stands in one chunk, and nothing else does', () => {
  const chunks = JSON.parse(readFileSync(join(HOME, 'node_modules/.cache/scorecard/chunks.json'), 'utf8'));
  expect(chunks['table-rows.cjs']).toEqual(HOT);
});
