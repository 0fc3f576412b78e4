import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const FORM = `candidate,interviewer,craft,talk,flags,Would you hire?,years
Ada Example,R. Panel,4,3,No red flags,Hire,"1,200"
Ben Example,R. Panel,2,–,Seemed rushed; blames: the rota,Maybe,5+
Cyd Example,R. Panel,3,4/5,none observed,maybe,
Dee Example,R. Panel,so-so,4,,Yes,7
`;
const MAP = ['--map', 'Would you hire?=verdict'];

function hostWith(table: string, cwd?: string): FakeHost {
  return createFakeHost({
    ...(cwd === undefined ? {} : { cwd }),
    files: { 'small.yaml': SMALL_RUBRIC, 'in.csv': table },
  });
}

function batch(host: FakeHost, ...args: readonly string[]): Promise<number> {
  return run(['batch', 'in.csv', '--role', 'small.yaml', ...args], host);
}

const read = (host: FakeHost, path: string) => readFileSync(join(host.cwd, path), 'utf8');

/** The words of the command behind `Next:`, as a shell splits them. */
function nextCommand(stderr: string): readonly string[] {
  const [, command = ''] = /^Next: .*?(scorecard .*)$/m.exec(stderr) ?? [];
  const script = `scorecard() { printf '%s\\n' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
}

describe('a cell that cannot be read', () => {
  test('costs itself; only a rating costs its row. The end says what is lost and how to mend all of it', async () => {
    const host = hostWith(FORM);
    expect(await batch(host, ...MAP, '-o', 'out.csv', '--reports', 'cards')).toBe(EXIT.no);
    expect(read(host, 'out.csv')).toMatchInlineSnapshot(`
      "line,candidate,interviewer,score,coverage,recommendation,verdict,flags,craft,talk,unmet
      2,Ada Example,R. Panel,3.60,100,yes,yes,,4,3,
      3,Ben Example,R. Panel,2.00,60,incomplete,,blames,2,,
      4,Cyd Example,R. Panel,3.40,100,yes,,,3,4,
      "
    `);
    expect(host.stderr.text).toMatchInlineSnapshot(`
      "in.csv:3:58 warning 2 × "Maybe" is not a verdict (strong-no, no, yes, strong-yes, no-decision); pass --value Maybe=no-decision, or --map 'Would you hire?=' to leave the column out; also on line 4 (unknown-verdict)
      in.csv:2:44 warning "1,200" may be 1200 or 1.2 (years); pass --value 1,200=NUMBER, or --map years= to leave the column out (two-numbers)
      in.csv:3:26 warning the rubric has no red flag "Seemed rushed" (semicolons go between several); pass --value 'Seemed rushed=FLAG', or --map flags= to leave the column out (unknown-flag)
      in.csv:5:22 error "so-so" is not a rating of the scale 1 to 5 (craft); pass --value so-so=RATING (unknown-rating)
      out.csv
      cards/ (3 scorecards written)
      out.rejects.csv (rows left out)
      Left out: 1 for a rating that can't be read
      Not read: 2 verdicts, 1 red flag, 1 number; they stay as notes in JSON, NDJSON and reports
      Next: put in what is meant for NUMBER, FLAG (or none), RATING (or not-assessed), and run: scorecard batch in.csv --role small.yaml --map 'Would you hire?=verdict' -o out.csv --reports cards --force --value Maybe=no-decision --value 1,200=NUMBER --value 'Seemed rushed=FLAG' --value so-so=RATING
      Or: fix out.rejects.csv, then run: scorecard batch out.rejects.csv --role small.yaml --map 'Would you hire?=verdict' -o out.mended.csv --reports cards
      4 rows: 3 scored, 1 left out
      "
    `);
  });

  test('is mended by a command that repeats all that says how the table is read and what becomes of it', async () => {
    const host = hostWith('candidate;date;craft;talk;verdict\nAda;03/04/2026;9;4;Perhaps\n');
    writeFileSync(join(host.cwd, 'map.yaml'), 'table: { encoding: windows-1252 }\n');
    const reading = ['--held', '2026-11-20', '--date-order', 'dmy', '--map-file', 'map.yaml', '--delimiter', ';'];
    const writing = ['--format', 'csv', '--partial', '--bom', '-o', 'out.csv'];
    await batch(host, '--interviewer', 'R. Panel', ...reading, ...writing, '--write-map', 'new.yaml');
    const all = ['batch', 'in.csv', '--role', 'small.yaml', '--interviewer', 'R. Panel', ...reading, ...writing];
    const more = ['--write-map', 'new.yaml', '--force', '--value', 'Perhaps=VERDICT'];
    expect(nextCommand(host.stderr.text)).toEqual([...all, ...more]);
    // The rejects are UTF-8, whatever the map says of the first table.
    expect(host.stderr.text).toMatch(/^Or: fix out.rejects.csv, .* --encoding utf-8 -o out.mended.csv$/m);
  });

  test('stays as a note of the scorecard, under its header', async () => {
    const host = hostWith(FORM);
    await batch(host, ...MAP, '--reports', 'cards', '-q');
    const file = readdirSync(join(host.cwd, 'cards')).find((name) => /ben.*json$/.test(name));
    const card = JSON.parse(read(host, `cards/${file}`));
    expect(card.notes).toEqual([{ text: 'Would you hire?: Maybe' }, { text: 'flags: Seemed rushed' }]);
    expect(card.redFlags).toMatchObject([{ id: 'blames', evidence: [{ text: 'the rota' }] }]);
    expect(card).not.toHaveProperty('verdict');
    expect(await run(['verify', `cards/${file}`], hostIn(host))).toBe(EXIT.ok);
  });

  test('costs its row under --strict, and every one is told', async () => {
    const host = hostWith(FORM);
    expect(await batch(host, ...MAP, '-o', 'out.csv', '--strict')).toBe(EXIT.no);
    expect(readdirSync(host.cwd).sort()).toEqual(['in.csv', 'small.yaml']);
    expect(host.stderr.text).toContain('error 2 × "Maybe" is not a verdict');
    expect(host.stderr.text).toContain('4 rows: 0 good, 4 bad');
  });

  test('is printed one by one by --dry-run, each with what mends it', async () => {
    const host = hostWith(FORM);
    expect(await batch(host, ...MAP, '--dry-run')).toBe(EXIT.no);
    expect(host.stdout.text.match(/aybe" is not a verdict.*--value [Mm]aybe=no-decision/g)).toHaveLength(2);
    expect(host.stderr.text).toContain('4 rows: 3 good, 1 bad');
  });
});

function hostIn(host: FakeHost): FakeHost {
  return createFakeHost({ cwd: host.cwd });
}

describe('the command that comes next', () => {
  test('reads the same table with the same options; run with what was meant, it loses nothing', async () => {
    const host = hostWith(FORM);
    await batch(host, ...MAP, '-o', 'out.csv', '--reports', 'cards', '--variant', 'even');
    const meant: Readonly<Record<string, string>> = { RATING: '3', FLAG: 'none', NUMBER: '5' };
    const words = nextCommand(host.stderr.text).map((word) => word.replace(/[A-Z]+$/, (open) => meant[open] ?? open));
    expect(words).toEqual([
      ...['batch', 'in.csv', '--role', 'small.yaml', '--variant', 'even', ...MAP, '-o', 'out.csv'],
      ...['--reports', 'cards', '--force', '--value', 'Maybe=no-decision', '--value', '1,200=5'],
      ...['--value', 'Seemed rushed=none', '--value', 'so-so=3'],
    ]);
    const again = hostIn(host);
    expect(await run(words, again)).toBe(EXIT.ok);
    expect(again.stderr.text).toContain('4 rows: 4 scored, 0 left out');
    expect(read(host, 'out.csv')).toContain('Ben Example,R. Panel,2.00,50,incomplete,no-decision,blames,2,');
  });

  test('mends the rejects where no option would, beside the first results', async () => {
    const host = hostWith('candidate,interviewer,craft,talk\nAda,R,9,1\n');
    await batch(host, '-o', 'out.csv', '--reports', 'cards');
    expect(nextCommand(host.stderr.text)).toEqual([
      ...['batch', 'out.rejects.csv', '--role', 'small.yaml', '-o', 'out.mended.csv', '--reports', 'cards'],
    ]);
  });

  test('passes any text whole, however it is written', async () => {
    const host = hostWith(`candidate,"What's $HOME; ""x""?",talk\nAda,"so-so; it's $5 = ""fine""",4\n`);
    await batch(host, '--map', `What's $HOME; "x"?=craft`);
    expect(nextCommand(host.stderr.text).slice(-4)).toEqual([
      ...['--map', `What's $HOME; "x"?=craft`, '--value', `so-so; it's $5 = "fine"=RATING`],
    ]);
  });
});

describe("words of other systems, where the headers don't say so", () => {
  const TABLE = 'candidate,Craft (10%),talk\nAda,Strong Yes,Mixed\nBen,No,Yes\nCyd,Yes,No Decision\n';

  test('are told once for the table, with the headers that read them', async () => {
    const host = hostWith(TABLE);
    expect(await batch(host, '--map', 'Craft (10%)=craft')).toBe(EXIT.no);
    expect(host.stderr.text).toMatchInlineSnapshot(`
      "in.csv:2:5 error 6 cells hold greenhouse's ratings, such as "Strong Yes", and the headers of 2 columns don't say so; pass --map 'Craft (10%)=craft (greenhouse)' --map 'talk=talk (greenhouse)'; also on lines 4, 3 (foreign-words)
      Left out: 2 for ratings in another system's words, 1 for a rating that can't be read
      Next: run again: scorecard batch in.csv --role small.yaml --map 'Craft (10%)=craft (greenhouse)' --map 'talk=talk (greenhouse)'
      Or: pass --rejects FILE to keep the rows that were left out
      3 rows: 0 scored, 3 left out
      "
    `);
    const again = createFakeHost({ cwd: host.cwd });
    expect(await run([...nextCommand(host.stderr.text), '-f', 'csv'], again)).toBe(EXIT.ok);
    expect(again.stdout.text).toContain('Ada,,4.20,100,strong-yes,,,5,3');
  });

  test('a column of yes and no alone is not taken for any', async () => {
    const host = hostWith('candidate,craft,talk\nAda,Yes,4\nBen,No,4\n');
    await batch(host);
    expect(nextCommand(host.stderr.text).slice(-4)).toEqual(['--value', 'Yes=RATING', '--value', 'No=RATING']);
  });
});

describe('--value', () => {
  test.each([
    ['a form that is none', 'Maybe', 'is not of the form "text=meaning"'],
    ['a meaning that no cell can have', 'Maybe=no-decison', 'did you mean "no-decision"?'],
    ['a rating outside the scale, in its column', 'craft:x=9', 'the column "craft" never holds "9"'],
    ['a blank', '=4', 'a blank cell says nothing'],
  ])('refuses %s', async (_what, value, message) => {
    const host = hostWith(FORM);
    expect(await batch(host, '--value', value)).toBe(EXIT.usage);
    expect([host.stdout.text, host.stderr.text]).toEqual(['', expect.stringContaining(message)]);
  });

  test('reads another scale as it says, single digits too; a blank stays a blank', async () => {
    const host = hostWith('candidate,craft,talk\nAda,1,A\nBen,,5\n');
    const values = ['--value', 'craft:1=5', '--value', 'A=4', '--value', 'talk:5='];
    expect(await batch(host, ...values, '-f', 'csv')).toBe(EXIT.ok);
    expect(host.stdout.text.split('\n').slice(1, 3)).toEqual([
      '2,Ada,,4.60,100,strong-yes,,,5,4',
      '3,Ben,,,0,incomplete,,,,',
    ]);
  });

  test('tells one that stands in no cell, also before a strict run and in a dry one', async () => {
    for (const args of [[], ['--dry-run'], ['--strict']]) {
      const host = hostWith('candidate,craft,talk\nAda,1,4\n');
      expect(await batch(host, '--value', 'Decison:May be=no', ...args)).toBe(EXIT.ok);
      expect(host.stderr.text.match(/--value 'Decison:May be=no' is not used/g)).toHaveLength(1);
    }
  });
});

test('halves are counted once, with what to do about them', async () => {
  const host = hostWith('candidate,craft,talk\nAda,3.5,4\nBen,3½,4\nCyd,"4,5",4\nDee,4,4\n');
  expect(await batch(host)).toBe(EXIT.no);
  expect(host.stderr.text).toContain('in.csv:3:5 error "3½" lies between two ratings');
  expect(host.stderr.text.match(/Left out: .*/g)).toEqual([
    "Left out: 3 for a rating between two of the scale (which of them is the interviewer's to choose; a rubric may have step: 0.5)",
  ]);
});

test('the end repeats which dimensions have no column', async () => {
  const host = hostWith('candidate,craft\nAda,4\n');
  await batch(host);
  expect(host.stderr.text).toContain('No column for 1 of 2 dimensions: talk\n1 row: 1 scored, 0 left out');
});
