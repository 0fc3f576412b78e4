import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME } from './support/fake-host.js';

const SRC = join(HOME, 'src');

interface Layer {
  readonly layers: readonly string[];
  readonly packages: readonly (string | RegExp)[];
  /** Names that must not occur in the code. */
  readonly never: RegExp;
}

const AMBIENT = /\b(process|console)\.|Date\.now\(|new Date\(\)|Math\.random\(/;

/** Who may import what. */
const LAYERS: Readonly<Record<string, Layer>> = {
  core: { layers: ['core'], packages: ['zod', 'node:crypto', 'fastest-levenshtein'], never: AMBIENT },
  render: {
    layers: ['core', 'render'],
    packages: ['chalk', 'cli-table3', 'fast-string-truncated-width', 'fast-wrap-ansi'],
    never: AMBIENT,
  },
  io: {
    layers: ['core', 'io', 'errors'],
    packages: [/^node:/, 'yaml', 'inquirer', '@inquirer/core', /^hyparquet/, 'fzstd', '@duckdb/node-api'],
    never: /\bconsole\./,
  },
  commands: {
    layers: ['core', 'render', 'io', 'errors', 'commands'],
    packages: ['commander', 'node:path'],
    never: /\bconsole\.|\bprocess\./,
  },
};

/**
 * The inner walls: what each folder of `core` may import beside `core/problem` and its own files. `problems` holds the
 * words that `core/problem` puts together, for nobody else.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  collections: [],
  problems: ['text'],
  numbers: [],
  schema: ['text'],
  person: ['collections', 'schema'],
  log: ['text', 'person', 'schema'],
  personal: ['text', 'person', 'log'],
  retention: ['text', 'collections', 'person', 'personal'],
  rubric: ['numbers', 'schema'],
  plan: ['text', 'person', 'schema', 'rubric'],
  scoring: ['text', 'numbers', 'rubric'],
  sql: ['numbers', 'rubric', 'scoring'],
  stats: ['collections', 'numbers'],
  signature: ['person'],
  scorecard: ['text', 'collections', 'person', 'log', 'numbers', 'schema', 'rubric', 'scoring'],
  table: ['text', 'schema', 'person', 'rubric', 'scoring'],
  reliability: ['rubric', 'stats'],
  impact: ['text', 'numbers', 'stats', 'table'],
  interview: ['text', 'collections', 'person', 'schema', 'rubric', 'scoring', 'scorecard', 'table'],
  line: ['text', 'numbers', 'rubric', 'scoring', 'interview'],
  board: ['text', 'numbers', 'rubric', 'scoring', 'interview', 'line'],
  panel: ['text', 'collections', 'person', 'plan', 'numbers', 'rubric', 'scoring', 'stats', 'scorecard'],
  cases: ['text', 'schema', 'rubric', 'scoring', 'interview', 'panel'],
  rescoring: ['collections', 'rubric', 'scoring', 'panel'],
  authoring: [
    'text',
    'numbers',
    'schema',
    'rubric',
    'plan',
    'scoring',
    'scorecard',
    'table',
    'interview',
    'decision',
    'cases',
  ],
  calibration: ['schema', 'rubric', 'stats', 'authoring'],
  meeting: ['text', 'person', 'numbers', 'rubric', 'scoring', 'scorecard', 'panel'],
  agreement: ['collections', 'person', 'panel', 'meeting', 'stats'],
  decision: ['text', 'person', 'log', 'numbers', 'schema', 'rubric', 'scoring', 'scorecard', 'panel', 'meeting'],
  ats: ['collections', 'text', 'person', 'schema', 'rubric', 'scoring', 'scorecard', 'table', 'interview'],
  batch: ['text', 'collections', 'person', 'numbers', 'rubric', 'scoring', 'scorecard', 'interview', 'table'],
};

/** Packages that only one file may know, or one folder. */
const KEEPERS: Readonly<Record<string, string>> = {
  chalk: 'render/text/style.ts',
  'cli-table3': 'render/text/table.ts',
  'fastest-levenshtein': 'core/text/wording.ts',
  yaml: 'io/yaml/',
  hyparquet: 'io/parquet/',
  fzstd: 'io/parquet/',
  '@duckdb/node-api': 'io/duckdb/',
  'fast-wrap-ansi': 'render/text/text.ts',
  'fast-string-truncated-width': 'render/text/text.ts',
};

/** More files than this in one folder, and nobody finds one at a glance. */
const MOST_FILES = 16;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\b[^'"]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...found].flatMap(([, from, bare, lazy]) => from ?? bare ?? lazy ?? []);
}

/** The files of `src` that a file imports, types and imports on demand included. */
function neighboursOf(file: string): readonly string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(SRC, resolve(SRC, file, '..', name))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts'),
    );
}

function layerOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
}

/** `core/rubric` for `core/rubric/rules/names.ts`: a folder in a folder belongs to its room. */
function roomOf(file: string): string {
  return dirname(file).split('/').slice(0, 2).join('/');
}

describe('each file imports only what its layer may', () => {
  test.each(files.filter((file) => layerOf(file) in LAYERS))('%s', (file) => {
    const layer = LAYERS[layerOf(file)];
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const target = relative(SRC, resolve(SRC, file, '..', name)).replaceAll('\\', '/');
        expect(layer.layers, `${file} imports ${name}`).toContain(layerOf(target.replace(/\.js$/, '.ts')));
      } else {
        const isAllowed = layer.packages.some((allowed) =>
          typeof allowed === 'string' ? allowed === name : allowed.test(name),
        );
        expect(isAllowed, `${file} imports ${name}`).toBe(true);
        const keeper = KEEPERS[name] ?? '';
        expect(file.startsWith(keeper), `only ${keeper} may import ${name}`).toBe(true);
      }
    }
  });
});

describe('each file keeps to what its layer may touch', () => {
  test.each(files.filter((file) => layerOf(file) in LAYERS))('%s', (file) => {
    const code = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(LAYERS[layerOf(file)].never);
  });
});

describe('each folder of the core imports only those that stand before it', () => {
  test.each(Object.keys(ROOMS))('%s', (room) => {
    const allowed = ['core', `core/${room}`, ...(ROOMS[room] ?? []).map((other) => `core/${other}`)];
    for (const file of files.filter((own) => roomOf(own) === `core/${room}`)) {
      for (const target of neighboursOf(file)) expect(allowed, `${file} imports ${target}`).toContain(roomOf(target));
    }
  });

  test('and what stands above them, only the words of problems', () => {
    for (const file of files.filter((own) => roomOf(own) === 'core')) {
      for (const target of neighboursOf(file)) expect(['core', 'core/problems']).toContain(roomOf(target));
    }
  });

  test('and every folder of the core is named here', () => {
    const rooms = files.filter((file) => file.startsWith('core/')).map(roomOf);
    const known = ['core', ...Object.keys(ROOMS).map((room) => `core/${room}`)];
    expect([...new Set(rooms)].filter((room) => !known.includes(room))).toEqual([]);
  });
});

/** The names on one circle of a graph, the first again at its end; `undefined` where there is none. */
function findCircle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (node: string, way: readonly string[]): readonly string[] | undefined => {
    const from = way.indexOf(node);
    if (from >= 0) return [...way.slice(from), node];
    if (done.has(node)) return undefined;
    for (const next of edges.get(node) ?? []) {
      const circle = walk(next, [...way, node]);
      if (circle) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const circle = walk(node, []);
    if (circle) return circle;
  }
  return undefined;
}

test('no files import each other in a circle', () => {
  expect(findCircle(new Map(files.map((file) => [file, neighboursOf(file)])))).toBeUndefined();
});

test('no folders import each other in a circle', () => {
  const edges = new Map<string, string[]>();
  for (const file of files.filter((own) => own.includes('/'))) {
    const own = roomOf(file);
    const others = neighboursOf(file)
      .filter((target) => target.includes('/'))
      .map(roomOf)
      .filter((room) => room !== own);
    edges.set(own, [...(edges.get(own) ?? []), ...others]);
  }
  expect(findCircle(edges)).toBeUndefined();
});

test('a circle is what the search for circles finds', () => {
  const edges = { a: ['b'], b: ['c', 'd'], c: [], d: ['b'] };
  expect(findCircle(new Map(Object.entries(edges)))).toEqual(['b', 'd', 'b']);
});

test('no folder holds more files than one finds at a glance', () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});

test('inquirer is known to the terminal folder alone', () => {
  const knowing = files.filter((file) => importsOf(file).some((name) => name.includes('inquirer')));
  expect(knowing.every((file) => /^(io\/terminal|build\/stand-ins)\//.test(file))).toBe(true);
});

test('how a store lies in its folder is known to the store, and to the help that tells it', () => {
  const knowing = files.filter((file) => /['"`/]\.(drafts|history)\b/.test(readFileSync(join(SRC, file), 'utf8')));
  expect(knowing.sort()).toEqual(['io/store/layout.ts', 'render/help/help-topics.ts']);
  const inside =
    /^io\/store\/(layout|journal\/\w[\w-]*|recorder|submission|drafts|draft-lock|history|log\/log|names|people)\.ts$/;
  const entering = files
    .filter((file) => !file.startsWith('io/store/'))
    .filter((file) => neighboursOf(file).some((target) => inside.test(target)));
  // Which store is meant, and whether a folder is one.
  expect(entering.sort()).toEqual([
    'commands/shared/found/find-scorecards.ts',
    'commands/shared/found/no-scorecards.ts',
    'commands/shared/gather-cards.ts',
    'io/cards/card-files.ts',
  ]);
});

test('importing is what the test sees: a known edge is found', () => {
  expect(importsOf('commands/interview/submit.ts')).toContain('../../core/interview/build-scorecard.js');
});

test('one file decides what a result is laid out for, so that no file has the colours or the width of a window', () => {
  const knowing = files
    .filter((file) => file.startsWith('commands/'))
    .filter((file) => /\bcreateStyle\(|\bstdout\.columns\b/.test(readFileSync(join(SRC, file), 'utf8')));
  expect(knowing).toEqual(['commands/shared/page.ts']);
});
