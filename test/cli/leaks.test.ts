import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { EXIT } from '../../src/errors.js';
import { everyLeaf } from '../support/every-command.js';
import { createFakeHost, temporaryFolder } from '../support/fake-host.js';
import { SESSIONS_RUBRIC } from '../support/scorecards.js';

// What a plan hides leaks nowhere: two stores that differ in it alone show the same, byte by byte.

/** What colleagues sealed, and who they are. */
interface Hidden {
  readonly colleagues: readonly [string, string];
  readonly ratings: readonly [number, number];
  readonly verdict: string;
  readonly evidence: string;
  readonly flags: readonly string[];
}

const LOW: Hidden = {
  colleagues: ['A. Novak', 'M. Okafor'],
  ratings: [2, 2],
  verdict: 'no',
  evidence: 'short',
  flags: [],
};
const HIGH: Hidden = {
  ...LOW,
  ratings: [4, 4],
  verdict: 'strong-yes',
  evidence: `long: ${'what was said and done, at length; '.repeat(40)}`,
  flags: ['stopper', 'worry'],
};
/** One higher than the other, and the other way round. */
const UP: Hidden = { ...HIGH, ratings: [1, 5] };
const DOWN: Hidden = { ...HIGH, ratings: [5, 1] };

interface Level {
  readonly plan: string;
  /** Who reads. */
  readonly me: string;
  /** Whether their own draft is open. */
  readonly isOpen?: boolean;
}

function planText({ plan }: Level, { colleagues: [first, second] }: Hidden): string {
  return `candidate: Ada Example
role: sample
date: 2026-11-18
${plan}
interviewers:
  - { name: J. Lee, sessions: [making] }
  - { name: ${first}, sessions: [caring] }
  - { name: ${second}, sessions: [making, telling] }
`;
}

/** A folder with a store in which two colleagues sealed what is hidden, and everybody something of somebody else. */
async function folderWith(level: Level, hidden: Hidden): Promise<string> {
  const cwd = temporaryFolder();
  write(cwd, 'rubrics/sample.yaml', JSON.stringify(SESSIONS_RUBRIC));
  write(cwd, 'table.csv', 'candidate,interviewer,depth,care,talk\nCy Third,J. Lee,3,3,3\n');
  write(cwd, 'years.csv', 'candidate,years\nCy Third,3\n');
  write(cwd, 'ladder.csv', 'Competency,Mid,Senior\nTesting,Tests own code,Tests with others\n');
  const seal = async (candidate: string, interviewer: string, session: string, said: Hidden, rating: number) => {
    const ids = SESSIONS_RUBRIC.sessions.find(({ id }) => id === session)?.dimensions ?? [];
    const answers = {
      ...{ role: 'sample', candidate, interviewer, session, redFlags: said.flags },
      ratings: Object.fromEntries(ids.map((id) => [id, { rating, evidence: said.evidence }])),
      verdict: { is: said.verdict, reason: said.evidence },
    };
    write(cwd, 'answers.json', JSON.stringify(answers));
    const host = createFakeHost({ cwd });
    expect(await run(['interview', '--answers', 'answers.json', '-q'], host), host.stderr.text).toBe(EXIT.ok);
  };
  // Of what is under no plan, names are no secret.
  const others = level.plan.includes('names: after') ? [] : hidden.colleagues;
  for (const by of ['J. Lee', ...others]) await seal('Bo Sample', by, 'caring', LOW, 3);
  await seal('Ada Example', hidden.colleagues[0], 'caring', hidden, hidden.ratings[0]);
  await seal('Ada Example', hidden.colleagues[1], 'making', hidden, hidden.ratings[1]);
  await seal('Ada Example', hidden.colleagues[1], 'telling', hidden, hidden.ratings[1]);
  write(cwd, 'scorecards/panels/ada-example-sample.yaml', planText(level, hidden));
  write(cwd, 'answers.json', JSON.stringify({ candidate: 'Cy Third', role: 'sample', ratings: { depth: 3 } }));
  if (level.isOpen) {
    const line = ['interview', '--plain', '-q', '-r', 'sample', '-c', 'Ada Example', '-i', level.me];
    expect(await run(line, createFakeHost({ cwd, lines: ['4', '/quit'] }))).toBe(EXIT.ok);
  }
  return cwd;
}

function write(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const EACH = (formats: readonly string[], line: string) => formats.map((format) => `${line} -f ${format}`);
const ADA = 'Ada~Example';
/** A scorecard that is hidden, by its file. */
const FILE = 'scorecards/2026-11-20-ada-example-sample-caring-a-novak.json';

/** Lines for every command, in every format; `~` is a space in a word. One that reads no store needs none. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  interview: [
    'interview',
    'interview --plain',
    `interview --plain -r sample -c ${ADA}`,
    `interview --plain -r sample -c ${ADA} --session telling`,
    'interview --plain -r sample -c Ada~Exampel',
    'interview --answers answers.json',
    `interview --answers answers.json -c ${ADA}`,
    'interview --answers-template -r sample',
    'interview --resume 2026',
  ],
  drafts: [...EACH(['text', 'json'], 'drafts'), 'drafts --discard ada'],
  amend: [
    `amend ${ADA} --plain`,
    `amend ${ADA} --plain --after-debrief`,
    `amend ${FILE} --plain`,
    'amend Bo~Sample --plain',
  ],
  batch: ['batch table.csv --role sample -f json', 'batch table.csv --role sample -f json --reports scorecards'],
  screen: ['screen years.csv --role sample'],
  import: ['import answers.json --from greenhouse --role sample'],
  export: [
    ...['greenhouse', 'lever', 'ashby', 'text', 'merge'].map((to) => `export ${ADA} --to ${to} --role sample`),
    `export ${FILE} --to text --role sample`,
  ],
  summary: [
    ...EACH(['table', 'json', 'markdown', 'csv', 'html'], 'summary'),
    'summary --drafts -f json',
    'summary --across-versions -f json',
    'summary --sort candidate',
    'summary --limit 1',
    'summary scorecards -f json',
    `summary ${FILE} -f json`,
    'summary --role sample',
    'summary --role sampel',
  ],
  agreement: [
    ...EACH(['table', 'json', 'markdown', 'csv', 'html'], 'agreement --details --names'),
    ...EACH(['table', 'json'], 'agreement --details'),
    'agreement scorecards --across-versions -f json',
    `agreement ${FILE} -f json`,
  ],
  reliability: [...EACH(['table', 'json'], 'reliability'), `reliability ${FILE} -f json`],
  impact: ['impact --template'],
  compare: [
    ...EACH(['table', 'json', 'markdown', 'csv', 'html'], `compare ${ADA} --evidence --weights`),
    ...EACH(['table', 'json'], 'compare --evidence'),
    'compare ada bo',
    'compare Ade~Example',
  ],
  report: [
    ...EACH(['markdown', 'json', 'answers', 'html'], `report ${ADA}`),
    ...EACH(['markdown', 'json', 'answers', 'html'], `report ${FILE}`),
    `report ${ADA} --anonymous`,
    `report ${ADA} --history`,
    'report -f json',
  ],
  verify: ['verify', 'verify --store', `verify ${FILE}`, `verify ${ADA} -f json`, 'verify --signed', 'verify --strict'],
  history: [
    ...EACH(['text', 'markdown', 'json'], `history ${ADA}`),
    ...EACH(['text', 'json'], `history ${FILE}`),
    'history',
  ],
  explain: EACH(['text', 'markdown', 'html'], `explain ${ADA}`),
  doctor: EACH(['table', 'json'], 'doctor'),
  purge: ['purge --before 2027-01-01 --dry-run', 'purge --policy eu --dry-run', 'purge --before 2027-01-01 -f json'],
  'panel new': [`panel new ${ADA} -r sample -i X`, 'panel new Dee -r sample -i X'],
  'panel list': EACH(['table', 'json', 'markdown', 'csv'], 'panel list'),
  'panel status': [...EACH(['text', 'json'], 'panel status'), 'panel status ada'],
  'panel show': [
    ...EACH(['table', 'json', 'markdown', 'html'], `panel show ${ADA}`),
    ...EACH(['table', 'json', 'markdown', 'html'], `panel show ${ADA} --talked`),
  ],
  'panel debrief': EACH(['table', 'json', 'markdown', 'html'], `panel debrief ${ADA}`),
  'panel decide': [
    ...EACH(['text', 'json', 'html'], `panel decide ${ADA} --decision hold --by X --why later`),
    `panel decide ${ADA}`,
  ],
  'panel decisions': EACH(['table', 'json'], 'panel decisions'),
  'person show': EACH(['text', 'json'], `person show ${ADA}`),
  'person export': [`person export ${ADA} -o out`],
  'person erase': [`person erase ${ADA} --dry-run`, 'person erase Bo~Sample'],
  'person hold': ['person hold', `person hold ${ADA} --why x`],
  'rubric list': ['rubric list'],
  'rubric show': ['rubric show sample'],
  'rubric check': ['rubric check'],
  'rubric new': ['rubric new another'],
  'rubric import': ['rubric import ladder.csv --level Senior'],
  'rubric diff': ['rubric diff sample sample', 'rubric diff sample sample --against scorecards --names -f json'],
  'rubric test': ['rubric test'],
  'rubric calibrate': ['rubric calibrate sample'],
  'rubric sql': ['rubric sql sample'],
  'rubric schema': ['rubric schema plan'],
  completion: [
    ...['report ', 'report a', 'report scorecards/', 'compare ', 'compare A', 'amend ', 'history 2026'],
    ...['interview -c ', 'interview --resume ', 'summary --as ', 'drafts --discard ', 'panel status ', 'verify '],
    ...['panel show ', 'person show ', 'export ', 'panel decide ', 'panel debrief ', 'panel decisions '],
  ].map((typed) => `__complete~fish~--~scorecard~${typed.replaceAll(' ', '~')}`),
  help: [],
};

test('every command is here', () => {
  const names = everyLeaf().map(({ words }) => words.join(' '));
  expect(names.filter((name) => !(name in LINES))).toEqual([]);
});

interface Shown {
  readonly line: string;
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a command shows in a copy of a folder, which it may change. */
async function shownBy(line: string, folder: string, { me }: Level): Promise<Shown> {
  const cwd = temporaryFolder();
  cpSync(folder, cwd, { recursive: true, preserveTimestamps: true });
  const host = createFakeHost({ cwd, userName: me, lines: ['4', '/quit'], start: '2026-11-21T09:00:00Z' });
  const isTyped = line.startsWith('__complete');
  const words = isTyped
    ? ['__complete', 'fish', '--', ...line.split('~').slice(3)]
    : line.split(' ').map((word) => word.replaceAll('~', ' '));
  const code = await run(words, host);
  const plain = (text: string) => text.replaceAll(cwd, 'CWD');
  return { line, code, out: plain(host.stdout.text), err: plain(host.stderr.text) };
}

async function shownByAll(lines: readonly string[], folder: string, level: Level): Promise<readonly Shown[]> {
  const all: Shown[] = [];
  for (const line of lines) all.push(await shownBy(line, folder, level));
  return all;
}

const LEVELS: readonly (readonly [string, Level])[] = [
  ['who is planned and has not begun', { plan: 'visible: after-own', me: 'J. Lee' }],
  ['who is planned and has begun', { plan: 'visible: after-own', me: 'J. Lee', isOpen: true }],
  ['who is not in the plan, before all are in', { plan: 'visible: after-all', me: 'S. Other' }],
  ['who is in, before all are', { plan: 'visible: after-all', me: 'A. Novak' }],
  ['anybody, while the plan has mistakes', { plan: 'visibel: always', me: 'S. Other' }],
];

/** What is told differently of two stores, each command in copies of its own. */
async function expectSame(folders: readonly string[], level: Level, isKnown: (name: string) => boolean = () => false) {
  for (const [name, lines] of Object.entries(LINES)) {
    if (isKnown(name)) continue;
    const [first, second] = await Promise.all(folders.map((folder) => shownByAll(lines, folder, level)));
    expect.soft(second, name).toEqual(first);
  }
}

/** Of who is in, their own is no secret. */
const OWN_IN: readonly [Hidden, Hidden] = [
  { ...UP, ratings: [3, 1] },
  { ...UP, ratings: [3, 5] },
];

test.each(LEVELS)(
  '%s is shown the same whatever the others sealed',
  async (_name, level) => {
    const [one, other] = level.me === 'A. Novak' ? OWN_IN : [LOW, HIGH];
    await expectSame(await Promise.all([folderWith(level, one), folderWith(level, other)]), level);
  },
  120_000,
);

test('nor does the order of what is hidden tell anything', async () => {
  const [, level] = LEVELS[0] ?? ['', { plan: '', me: '' }];
  await expectSame(await Promise.all([folderWith(level, UP), folderWith(level, DOWN)]), level);
}, 120_000);

/** What tells who is planned and who sealed what files, as it is there for; the plan and its names are no secret. */
const NAMES: ReadonlySet<string> = new Set(['panel list', 'panel status', 'person show', 'person erase', 'verify']);

test('before the decision nothing that shows what colleagues wrote tells who it was', async () => {
  const level: Level = { plan: 'visible: after-own\nnames: after', me: 'S. Other' };
  const renamed: Hidden = { ...UP, colleagues: ['K. Sato', 'Ágnes Brandt-Whitfield'] };
  const folders = await Promise.all([folderWith(level, UP), folderWith(level, renamed)]);
  for (const [name, lines] of Object.entries(LINES).filter(([name]) => !NAMES.has(name))) {
    // A file that is named by its path is known to who names it; who interviews is known from the plan, and who
    // decides has the names with the decision.
    const some = lines.filter((line) => !line.includes(FILE) && !/~(--as|verify)~|--decision/.test(line));
    const [first, second] = await Promise.all(folders.map((folder) => shownByAll(some, folder, level)));
    expect.soft(withoutDigests(second), name).toEqual(withoutDigests(first));
  }
  const record = { candidate: { name: 'Ada Example' }, rubric: { id: 'sample' }, decision: 'hire' };
  const decided = JSON.stringify({ ...record, digest: digestOf(record) });
  const [folder = ''] = folders;
  const before = await shownBy('summary -f json', folder, level);
  const compared = await shownBy(`compare ${ADA} -f json`, folder, level);
  expect(compared.out).toMatch(/Interviewer [ABC]"/);
  expect(`${before.out}${compared.out}`).not.toContain('Novak');
  write(folder, 'scorecards/decisions/ada-example-sample.json', decided.replace('"hire"', '"hold"'));
  expect((await shownBy(`compare ${ADA} -f json`, folder, level)).out).toContain('Interviewer ');
  write(folder, 'scorecards/decisions/ada-example-sample.json', decided);
  const after = await shownBy(`compare ${ADA} -f json`, folder, level);
  expect(after.out).toContain('A. Novak');
  expect(after.out).not.toContain('Interviewer ');
}, 120_000);

/** A digest is made of the name too, and tells it to nobody who doesn't have the file. */
function withoutDigests(all: readonly Shown[] = []): readonly Shown[] {
  return all.map(({ out, ...rest }) => ({ ...rest, out: out.replaceAll(/sha256:[0-9a-f]{64}/g, 'DIGEST') }));
}

test('where nothing is hidden, the same comparison finds what differs', async () => {
  const level: Level = { plan: 'visible: always', me: 'J. Lee' };
  const folders = await Promise.all([folderWith(level, LOW), folderWith(level, HIGH)]);
  for (const name of ['summary', 'compare', 'report', 'verify', 'history', 'explain', 'export', 'panel show']) {
    const [first, second] = await Promise.all(folders.map((folder) => shownByAll(LINES[name] ?? [], folder, level)));
    expect(second, name).not.toEqual(first);
  }
});
