import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, record, shuffledSubarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { type ColumnMeaning, readHeader } from '../../src/core/table/header.js';
import { columnEntries } from '../../src/core/table/map/column-targets.js';
import { targetOf } from '../../src/core/table/map/target.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { PROPERTY_RUNS } from '../support/property-runs.js';
import { createRubric, SMALL_RUBRIC } from '../support/rubrics.js';

const FORM = `Timestamp;Candidate Name;Interviewer;How would you rate "Craft"?;Talk [1-5];Talk notes;Would you hire?;Anything else?
03/04/2026 09:00:00;Ada Example;R. Panel;4;3;clear;yes;
26/04/2026 09:00:00;Ben Example;S. Panel;3;5;;no;no
`;

function hostWith(table: string, files: Readonly<Record<string, string>> = {}): FakeHost {
  return createFakeHost({
    files: { 'small.yaml': SMALL_RUBRIC, 'in.csv': table, ...files },
    start: '2026-11-26T14:00:00Z',
  });
}

async function runIn(host: FakeHost, ...args: readonly string[]) {
  const again = createFakeHost({ cwd: host.cwd, start: '2026-11-26T15:00:00Z' });
  const code = await run([...args, '--role', 'small.yaml'], again);
  return { code, out: again.stdout.text, told: again.stderr.text };
}

const read = (host: FakeHost, path: string) => readFileSync(join(host.cwd, path), 'utf8');

describe('--write-map', () => {
  test('says of every column what it was read as, and how dates and the file are written', async () => {
    const host = hostWith(FORM);
    const ran = await runIn(host, 'batch', 'in.csv', '--write-map', 'map.yaml', '--delimiter', ';');
    expect(ran).toMatchObject({
      code: EXIT.ok,
      told: expect.stringContaining('map.yaml (how in.csv was read, for --map-file)'),
    });
    expect(read(host, 'map.yaml')).toMatchInlineSnapshot(`
      "# How in.csv was read: each column with what it holds, nothing where it was left out.
      # Change what isn't right, then pass it as --map-file.
      columns:
        Timestamp: date
        Candidate Name: candidate
        Interviewer: interviewer
        How would you rate "Craft"?: craft
        Talk [1-5]: talk
        Talk notes: talk evidence
        Would you hire?: verdict
        Anything else?: ""
      dates:
        order: dmy
      table:
        delimiter: ;
      "
    `);
    expect(statSync(join(host.cwd, 'map.yaml')).mode & 0o777).toBe(0o600);
  });

  test('replaces no file that is there, and does no work before it says so', async () => {
    const host = hostWith(FORM, { 'map.yaml': 'mine' });
    const ran = await runIn(host, 'batch', 'in.csv', '--write-map', 'map.yaml');
    expect(ran).toMatchObject({ code: EXIT.usage, out: '', told: expect.stringContaining('map.yaml exists already') });
    expect(read(host, 'map.yaml')).toBe('mine');
    expect((await runIn(host, 'batch', 'in.csv', '--write-map', 'map.yaml', '--force')).code).toBe(EXIT.ok);
    expect(read(host, 'map.yaml')).toContain('Talk notes: talk evidence');
  });

  test('a dry run writes it too, and a header that does not fit writes none', async () => {
    const host = hostWith(FORM);
    await runIn(host, 'batch', 'in.csv', '--dry-run', '--write-map', 'map.yaml');
    expect(read(host, 'map.yaml')).toContain('order: dmy');
    writeFileSync(join(host.cwd, 'in.csv'), 'who,what\nAda,4\n');
    expect((await runIn(host, 'batch', 'in.csv', '--write-map', 'none.yaml')).code).toBe(EXIT.usage);
    expect(() => statSync(join(host.cwd, 'none.yaml'))).toThrow();
  });

  test('of a table whose header acts on a terminal is safe to print, and reads back', async () => {
    const header = 'candidate,craft,talk,"\u001b[31mred\nline","yes: no",#7';
    const host = hostWith(`${header}\nAda,4,4,,,\n`);
    await runIn(host, 'batch', 'in.csv', '--write-map', 'map.yaml');
    expect(read(host, 'map.yaml')).not.toContain('\u001b');
    expect((await runIn(host, 'batch', 'in.csv', '--map-file', 'map.yaml')).code).toBe(EXIT.ok);
  });
});

describe('--map-file', () => {
  const MAP = 'columns:\n  who: candidate\n  skills: craft\n  speech: talk\n';
  const TABLE = 'who,skills,speech\nAda,4,3\n';

  test('says what columns hold', async () => {
    const host = hostWith(TABLE, { 'map.yaml': MAP });
    const ran = await runIn(host, 'batch', 'in.csv', '--map-file', 'map.yaml', '-f', 'csv');
    expect(ran).toMatchObject({ code: EXIT.ok, out: expect.stringContaining('Ada,,3.60,100,yes') });
  });

  test.each([
    [
      'columns:\n  who: candidate\n  skills: crafd\n',
      'map.yaml:3:11 error the rubric small has no dimension "crafd"; did you mean "craft"?',
    ],
    [
      'columns:\n  who: candidate\n  skils: craft\n',
      'map.yaml:3:10 error the map names a column "skils" that the table doesn\'t have; did you mean "skills"?',
    ],
    ['colums:\n  who: candidate\n', 'map.yaml:1:1 error unknown key "colums"; did you mean "columns"?'],
    ['columns:\n  who: candidate\n who: [\n', 'map.yaml:3'],
    ['table: { delimiter: "::" }\n', '--delimiter "::" is not a single ASCII sign'],
  ])('tells a mistake at its place in the map: %j', async (map, message) => {
    const host = hostWith(TABLE, { 'map.yaml': map });
    const ran = await runIn(host, 'batch', 'in.csv', '--map-file', 'map.yaml');
    expect(ran).toMatchObject({ code: EXIT.usage, told: expect.stringContaining(message) });
  });

  test('a column that it leaves out need not be in the table', async () => {
    const host = hostWith(TABLE, { 'map.yaml': `${MAP}  Comments:\n` });
    expect((await runIn(host, 'batch', 'in.csv', '--map-file', 'map.yaml')).code).toBe(EXIT.ok);
  });

  test('options win over it, and it is said where', async () => {
    const more = 'dates: { order: dmy }\ntable: { delimiter: "," }\n';
    const host = hostWith(TABLE, { 'map.yaml': MAP + more });
    const args = ['--map', 'skills=talk', '--map', 'speech=craft', '--date-order', 'mdy'];
    const ran = await runIn(host, 'batch', 'in.csv', '--map-file', 'map.yaml', ...args, '-f', 'csv');
    expect(ran.out).toContain('Ada,,3.40,100,yes,,,3,4');
    expect(ran.told).toContain(
      'map.yaml:3:11 note "skills" is "craft" here; --map says "talk", and counts (map-overruled)',
    );
    expect(ran.told).toContain('map.yaml:5:17 note "order" is "dmy" here; --date-order says "mdy", and counts');
  });

  test('says what texts mean, for a table that need not have all of them; an option wins, and it is said where', async () => {
    const values = 'values: { Maybe: no-decision, great: 5, never said: 3 }\n';
    const map = `columns:\n  who: candidate\n  skills: { is: craft, values: { so-so: 3 } }\n  speech: talk\n${values}`;
    const host = hostWith('who,skills,speech,verdict\nAda,so-so,great,Maybe\n', { 'map.yaml': map });
    const ran = await runIn(host, 'batch', 'in.csv', '--map-file', 'map.yaml', '-f', 'csv', '--value', 'Great=4');
    expect(ran).toEqual({
      code: EXIT.ok,
      out: expect.stringContaining('Ada,,3.40,100,yes,no-decision,,3,4'),
      told: 'map.yaml:5:38 note "great" is "5" here; --value says "4", and counts (map-overruled)\n1 row: 1 scored, 0 left out\n',
    });
  });

  test('tells what it says of texts at its place, with the mistakes of columns', async () => {
    const values = 'values:\n  Maybe: perhaps\n  "": 3\n';
    const map = `columns:\n  who: candidate\n  skils: craft\n  other: { values: { x: 3 } }\n${values}`;
    const host = hostWith(TABLE, { 'map.yaml': map });
    const { code, told } = await runIn(host, 'batch', 'in.csv', '--map-file', 'map.yaml');
    expect(code).toBe(EXIT.usage);
    for (const mistake of [
      /^map\.yaml:3:10 error the map names a column "skils"/m,
      /^map\.yaml:4:25 error the map names a column "other"/m,
      /^map\.yaml:6:10 error "Maybe: perhaps": no cell can be "perhaps"/m,
      /^map\.yaml:7:7 error ": 3" names no text/m,
    ])
      expect(told).toMatch(mistake);
  });

  test('written by a run has the values that were given to it, and reads the same', async () => {
    const host = hostWith('candidate,craft,talk,verdict\nAda,so-so,4,Maybe\n');
    const values = ['--value', 'craft:so-so=3', '--value', 'Maybe=no-decision'];
    const first = await runIn(host, 'batch', 'in.csv', '-f', 'csv', '--write-map', 'map.yaml', ...values);
    expect(first.code).toBe(EXIT.ok);
    const again = await runIn(host, 'batch', 'in.csv', '-f', 'csv', '--map-file', 'map.yaml');
    expect(again).toMatchObject({ code: EXIT.ok, out: first.out });
  });

  test('screens too, and what screen writes screens the same', async () => {
    const host = hostWith('Applicant name,Years of building?,other\nAda,7,x\n');
    const first = await runIn(host, 'screen', 'in.csv', '--write-map', 'map.yaml', '-f', 'csv');
    expect(first.code).toBe(EXIT.ok);
    expect(read(host, 'map.yaml')).toContain('Years of building?: years\n  other: ""\n');
    const again = await runIn(host, 'screen', 'in.csv', '--map-file', 'map.yaml', '-f', 'csv');
    expect(again.out).toBe(first.out);
  });
});

test('a run and a run with the map that it wrote give the same output, whatever the headers', async () => {
  const names = {
    candidate: constantFrom(
      ['candidate'],
      ['Candidate Name'],
      ['First name', 'Last name'],
      ['Name', 'Candidate email'],
      ['Applicant'],
    ),
    craft: constantFrom(
      'craft',
      'Craft',
      'How would you rate Craft?',
      '1. craft (60%)',
      'craft (greenhouse)',
      'workmanship',
    ),
    talk: constantFrom('talk', 'Talk [1-5]', 'TALK'),
    more: shuffledSubarray([
      ...['Timestamp', 'Date of interview', 'Interviewer', 'Reviewer', 'verdict', 'Reason', 'flags', 'blames'],
      ...['craft evidence', 'Notes on talk', 'Comments', 'email', 'person id', '', 'rejected-line'],
    ]),
  };
  const cells = array(
    constantFrom('', '4', '3', 'yes', 'no', 'x', '03/04/2026', '26/04/2026', 'Ada', 'a@example.com'),
    {
      minLength: 24,
      maxLength: 24,
    },
  );
  let accepted = 0;
  await assert(
    asyncProperty(
      record({ ...names, rows: array(cells, { minLength: 1, maxLength: 4 }) }),
      async ({ rows, ...columns }) => {
        const headers = [...columns.candidate, columns.craft, columns.talk, ...columns.more];
        const lines = rows.map((row) => headers.map((_header, at) => (at === 0 ? `Ada ${row[0]}` : row[at])).join(','));
        const host = hostWith(`${headers.join(',')}\n${lines.join('\n')}\n`);
        const args = ['batch', 'in.csv', '-f', 'json', '--rejects'];
        const first = await runIn(host, ...args, 'one.csv', '--write-map', 'map.yaml');
        if (first.code === EXIT.usage) return;
        accepted += 1;
        const again = await runIn(host, ...args, 'two.csv', '--map-file', 'map.yaml');
        expect([again.code, again.out]).toEqual([first.code, first.out]);
        // A cell that can't be read ends with 1 too, and rejects no row.
        const rejects = (path: string) => (existsSync(join(host.cwd, path)) ? read(host, path) : '');
        expect(rejects('two.csv')).toBe(rejects('one.csv'));
      },
    ),
    { numRuns: PROPERTY_RUNS },
  );
  expect(accepted).toBeGreaterThan(0);
}, 600_000);

describe('a name for every meaning', () => {
  const rubric = createRubric(
    [
      { id: 'date', weight: 25 },
      { id: 'verdict', weight: 25, name: 'The verdict' },
      { id: 'worry-evidence', weight: 25 },
      { id: 'plain', weight: 25, aliases: ['candidate'] },
    ],
    { requirements: [{ id: 'session', name: 'Sessions held' }] },
  );
  const meanings: readonly ColumnMeaning[] = [
    ...(
      ['candidate', 'candidate-first', 'candidate-last', 'candidate-id', 'interviewer', 'interviewer-first'] as const
    ).map((type) => ({ type })),
    ...(['interviewer-last', 'interviewer-id', 'flags', 'verdict-reason', 'date', 'session'] as const).map((type) => ({
      type,
    })),
    ...(['ours', 'greenhouse', 'lever'] as const).flatMap((words) => [
      { type: 'verdict', words } as const,
      ...[0, 1, 2, 3].map((at) => ({ type: 'rating', at, words }) as const),
    ]),
    ...[0, 1, 2, 3].map((at) => ({ type: 'evidence', at }) as const),
    ...[0, 1].flatMap((at) => [{ type: 'flag', at } as const, { type: 'flag-evidence', at } as const]),
    { type: 'requirement', at: 0 },
  ];

  test.each(meanings)('is read as it, even in a rubric whose own names are those of columns: %o', (meaning) => {
    const target = targetOf(meaning, rubric);
    expect(target).toBeDefined();
    expect(readHeader(target ?? '', rubric)).toEqual(meaning);
  });

  test('and a column without one stands for itself', () => {
    const taken = createRubric([{ id: 'flags', weight: 100, aliases: ['red flags', 'redflags', 'red flag'] }]);
    expect(targetOf({ type: 'flags' }, taken)).toBeUndefined();
    expect(columnEntries(['Flags seen', 'x'], [{ type: 'flags' }, undefined], taken)).toEqual([
      { header: 'x', target: '' },
    ]);
  });
});
