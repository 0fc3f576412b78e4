import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { parseScorecard } from '../../src/core/scorecard/parse-scorecard.js';
import type { Scorecard } from '../../src/core/scorecard/scorecard.js';
import { verifyScorecard } from '../../src/core/scorecard/verify-scorecard.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const IN_SESSIONS = `${SMALL_RUBRIC}
sessions:
  - { id: technical, title: Technical judgement, minutes: 45, dimensions: [craft] }
  - { id: people, title: With the team, minutes: 30, dimensions: [talk] }
`;

async function batch(table: string, ...args: readonly string[]) {
  const files = { 'small.yaml': IN_SESSIONS, 'in.csv': table };
  const host = createFakeHost({ files, start: '2026-11-26T14:00:00Z' });
  const code = await run(['batch', 'in.csv', '--role', 'small.yaml', '-i', 'R. Panel', ...args], host);
  return { host, code, out: host.stdout.text, told: host.stderr.text };
}

function cardsIn(host: FakeHost): readonly Scorecard[] {
  const folder = join(host.cwd, 'cards');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const card = parseScorecard(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!card.ok) throw new Error(`${name} is no scorecard`);
      expect(verifyScorecard(card.value)).toEqual([]);
      return card.value as Scorecard;
    });
}

const daysOf = (host: FakeHost) => cardsIn(host).map(({ held }) => held);

function table(header: string, ...days: readonly string[]): string {
  const rows = days.map((day, at) => `Candidate ${at + 1},${day},4,4\n`);
  return `candidate,${header},craft,talk\n${rows.join('')}`;
}

describe('the day on which an interview was held', () => {
  test('stands in its scorecard, in its name and in the results', async () => {
    const { host, out } = await batch(
      table('Timestamp', '2026-11-24T14:03:11+01:00'),
      '--reports',
      'cards',
      '-f',
      'csv',
    );
    expect(daysOf(host)).toEqual(['2026-11-24']);
    expect(readdirSync(join(host.cwd, 'cards'))[0]).toBe('2026-11-24-candidate-1-small-r-panel.json');
    expect(out.split('\n')[0]).toMatch(/,held$/);
    expect(out.split('\n')[1]).toMatch(/,2026-11-24$/);
  });

  test.each([
    ['day first', ['03/04/2026 09:00', '26/03/2026 09:00'], ['2026-03-26', '2026-04-03']],
    ['month first', ['03/04/2026 09:00', '03/26/2026 09:00'], ['2026-03-04', '2026-03-26']],
  ])('the whole column says that it is written %s, wherever a day above 12 stands', async (_what, days, expected) => {
    const { host, code } = await batch(table('Date of interview', ...days), '--reports', 'cards');
    expect(code).toBe(EXIT.ok);
    expect(daysOf(host)).toEqual(expected);
  });

  test('where nothing decides, no day is guessed, and the option is named', async () => {
    const { host, code, told } = await batch(table('date', '03/04/2026', '04/05/2026'), '--reports', 'cards');
    expect(code).toBe(EXIT.no);
    expect(daysOf(host)).toEqual([undefined, undefined]);
    const may = '"03/04/2026" may be 2026-04-03 or 2026-03-04; pass --date-order dmy or --date-order mdy';
    expect(told).toContain(`${may} (ambiguous-date)`);
  });

  test('nor where the column has both', async () => {
    const { told } = await batch(table('date', '03/04/2026', '26/04/2026', '04/26/2026'));
    expect(told).toContain('and the column has days of both orders');
  });

  test('--date-order decides', async () => {
    const { host, code } = await batch(table('date', '03/04/2026'), '--date-order', 'mdy', '--reports', 'cards');
    expect(code).toBe(EXIT.ok);
    expect(daysOf(host)).toEqual(['2026-03-04']);
  });

  test('the column of the interview counts before that of the form, which is said to be left alone', async () => {
    const csv = 'candidate,Timestamp,Date of interview,craft,talk\nAda,2026-11-25,2026-11-20,4,4\n';
    const { host, told } = await batch(csv, '--reports', 'cards');
    expect(daysOf(host)).toEqual(['2026-11-20']);
    expect(told).toContain('1 column left alone: "Timestamp"');
  });

  test('--held is the day of rows that name none', async () => {
    const { host } = await batch(table('date', '2026-11-20', ''), '--held', '2026-11-19', '--reports', 'cards');
    expect(daysOf(host)).toEqual(['2026-11-19', '2026-11-20']);
  });

  test('--held must be a day that has come', async () => {
    expect(await batch(table('date', ''), '--held', '2026-11-27')).toMatchObject({
      code: EXIT.usage,
      told: expect.stringContaining('--held 2026-11-27 is yet to come: today is 2026-11-26'),
    });
    expect((await batch(table('date', ''), '--held', '26.11.2026')).told).toContain('write it as YYYY-MM-DD');
  });

  test('decides which of two rows of one interviewer counts', async () => {
    const csv = 'candidate,date,craft,talk\nAda,2026-11-24,4,4\nAda,2026-11-20,2,2\n';
    const { told } = await batch(csv, '--reports', 'cards');
    expect(told).toContain('R. Panel has 2 rows for Ada (lines 2, 3): line 2 counts');
  });
});

test('a day that cannot be read costs its cell alone, unless --strict asks for all of them', async () => {
  const csv = table('date', 'soon', '45987', '2026-11-27', '2026-11-20');
  const { host, code, told } = await batch(csv, '--reports', 'cards');
  expect(code).toBe(EXIT.no);
  expect(daysOf(host)).toEqual(['2026-11-20', undefined, undefined, undefined]);
  expect(cardsIn(host).flatMap(({ notes = [] }) => notes.map(({ text }) => text))).toEqual([
    'date: soon',
    'date: 45987',
    'date: 2026-11-27',
  ]);
  expect(told).toContain('Not read: 3 dates; they stay as notes');
  expect(told).toContain('in.csv:2:13 warning "soon" is not a date; write it as YYYY-MM-DD, such as 2026-11-20');
  expect(told).toContain('in.csv:3:13 warning "45987" is a spreadsheet\'s number for a day (2025-11-26,');
  expect(told).toContain('in.csv:4:13 warning 2026-11-27 is yet to come: today is 2026-11-26');
  expect((await batch(csv, '--strict')).code).toBe(EXIT.no);
});

test('a day that cannot be read is one that --value says', async () => {
  const csv = table('date', 'soon', 'never');
  const { host, code } = await batch(csv, '--reports', 'cards', '--value', 'soon=2026-11-20', '--value', 'never=');
  expect(code).toBe(EXIT.ok);
  expect(daysOf(host)).toEqual(['2026-11-20', undefined]);
});

describe('a session of the interview plan', () => {
  test('is one that --value says, or the row is left out with the option that says it', async () => {
    const csv = 'candidate,session,craft,talk\nAda,Round two,4,\n';
    const { code, told } = await batch(csv);
    expect([code, told]).toEqual([EXIT.no, expect.stringContaining("--value 'Round two=SESSION'")]);
    const { host } = await batch(csv, '--value', 'Round two=technical', '--reports', 'cards');
    expect(cardsIn(host).map(({ session }) => session)).toEqual(['technical']);
  });

  const ONE = 'candidate,craft,talk\nAda,4,\nBen,,\n';

  test('as an option: the scorecards hold its dimensions alone', async () => {
    const { host, code } = await batch(ONE, '--session', 'technical', '--reports', 'cards');
    expect(code).toBe(EXIT.ok);
    const [ada] = cardsIn(host);
    expect(ada).toMatchObject({
      session: 'technical',
      result: { score: 4, coverage: 100, recommendation: 'incomplete' },
    });
    expect(ada?.dimensions.map(({ id }) => id)).toEqual(['craft']);
    expect(ada?.id).toBe('2026-11-26-ada-small-technical-r-panel');
  });

  test('as a column, by id or title; the option is for rows that name none', async () => {
    const csv = 'candidate,session,craft,talk\nAda,Technical judgement,4,\nBen,people,,5\nCyd,,,3\n';
    const { host } = await batch(csv, '--session', 'people', '--reports', 'cards');
    expect(cardsIn(host).map(({ session, dimensions }) => [session, dimensions.map(({ id }) => id)])).toEqual([
      ['technical', ['craft']],
      ['people', ['talk']],
      ['people', ['talk']],
    ]);
  });

  test.each(['csv', 'json', 'table'])('has the same result in every format: %s', async (format) => {
    const { out } = await batch(ONE, '--session', 'technical', '-f', format);
    expect(out).toMatch(format === 'csv' ? /Ada,R\. Panel,4\.00,100,incomplete/ : /incomplete/);
  });

  test('a rating outside of it costs the row, since it would be lost', async () => {
    const { code, told } = await batch('candidate,craft,talk\nAda,4,3\nBen,4,n/a\n', '--session', 'technical');
    expect(code).toBe(EXIT.no);
    expect(told).toContain(
      'in.csv:2:7 error talk is rated, and is no dimension of the session technical; clear the cell, or put it into a row of its own session (outside-session)',
    );
    expect(told).toContain('2 rows: 1 scored, 1 left out');
  });

  test('one that the plan does not have costs the row, with what was meant', async () => {
    const { code, told } = await batch('candidate,session,craft,talk\nAda,tecnical,4,\n');
    expect(code).toBe(EXIT.no);
    expect(told).toContain('did you mean "technical"?');
    expect((await batch(ONE, '--session', 'tecnical')).code).toBe(EXIT.usage);
  });

  test('two sessions of one interviewer are two scorecards, and no repetition', async () => {
    const csv = 'candidate,session,craft,talk\nAda,technical,4,\nAda,people,,4\n';
    const { host, told } = await batch(csv, '--reports', 'cards');
    expect(cardsIn(host)).toHaveLength(2);
    expect(told).not.toContain('note');
  });
});
