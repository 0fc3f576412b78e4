import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { splitTyped } from '../../src/core/text/shell-words.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { tableRows } from '../support/pages.js';
import { scorecardFiles } from '../support/scorecards.js';

const CARDS = [
  { interviewer: 'J. Lee', ratings: [4, 2, 3], verdict: 'yes', day: '2026-11-20', notes: ['held its load'] },
  {
    interviewer: 'A. Novak',
    ratings: [4, 5, 'not-assessed'],
    verdict: 'strong-no',
    day: '2026-11-21',
    flags: ['stopper'],
  },
  { interviewer: 'R. Díaz', ratings: [3, 4, 3], verdict: 'no-decision', day: '2026-11-22', flags: ['worry'] },
] as const;
const FORMATS = ['table', 'json', 'markdown', 'html'];

function hostWith(cards: readonly object[] = CARDS, columns = 80): FakeHost {
  return createFakeHost({ files: scorecardFiles('scorecards', cards as never), columns });
}

async function debrief(host: FakeHost, ...args: readonly string[]) {
  const again = createFakeHost({ cwd: host.cwd, columns: 80 });
  const exit = await run(['panel', 'debrief', 'ada', ...args], again);
  return { exit, out: again.stdout.text, err: again.stderr.text };
}

async function data(host: FakeHost, ...args: readonly string[]): Promise<any> {
  const { exit, out, err } = await debrief(host, '-f', 'json', ...args);
  expect(exit, err).toBe(EXIT.ok);
  return JSON.parse(out);
}

describe('the run sheet', () => {
  test('has stop flags first, then dimensions by their spread, then concerns, and a clock that adds up', async () => {
    const sheet = await data(hostWith());
    expect(sheet.subjects.map((one: any) => one.dimension ?? one.id)).toEqual(['stopper', 'care', 'depth', 'worry']);
    const slots = [sheet.reading, ...sheet.subjects, sheet.rest, sheet.closing];
    expect(slots.reduce((sum: number, { minutes }: any) => sum + minutes, 0)).toBe(45);
    for (const [at, slot] of slots.entries()) {
      expect(slot.from).toBe(slots.slice(0, at).reduce((sum: number, { minutes }: any) => sum + minutes, 0));
    }
    expect(sheet.subjects[1].minutes).toBeGreaterThan(sheet.subjects[2].minutes);
  });

  test('lets them speak as they sealed, the lead last; or as was said', async () => {
    const host = hostWith();
    expect((await data(host)).speakers).toEqual(['J. Lee', 'A. Novak', 'R. Díaz']);
    expect((await data(host, '--lead', 'lee')).speakers).toEqual(['A. Novak', 'R. Díaz', 'J. Lee']);
    expect((await data(host, '--order', 'Díaz, Lee')).speakers).toEqual(['R. Díaz', 'J. Lee', 'A. Novak']);
    expect((await data(host, '--order', 'díaz; lee', '--lead', 'J. Lee')).speakers).toEqual([
      'R. Díaz',
      'J. Lee',
      'A. Novak',
    ]);
    const led = await data(host, '--lead', 'Noor El-Amin');
    expect([led.lead, led.speakers[0]]).toEqual(['Noor El-Amin', 'J. Lee']);
  });

  test('shows ratings, evidence with its time and a blank for the second rating, in their turn', async () => {
    const host = hostWith();
    const { out } = await debrief(host, '--order', 'lee');
    expect(out).toMatch(/30% × 3 apart = 90/);
    expect(out).toMatch(/J\. Lee: 2 {3}after ____\n {6}14:00 held its load/);
    expect(out).toContain('A. Novak not assessed');
    const markdown = (await debrief(host, '-f', 'markdown')).out;
    expect(markdown).toContain('| J. Lee | 2 | held its load (14:00) | \\_\\_\\_\\_ |');
    const rows = tableRows((await debrief(host, '-f', 'html')).out);
    expect(rows).toContainEqual(['J. Lee', '2', 'held its load 14:00', expect.stringContaining('to be filled in')]);
  });

  test('says nothing that anchors, in any format, whoever amended since', async () => {
    for (const format of FORMATS) {
      const text = (await debrief(hostWith(), '-f', format)).out.replace(/<style>[\s\S]*<\/style>/, '');
      expect(text, format).not.toMatch(/recommend|score[^c]|median|\bmean\b|strong.(no|yes)|no.decision|rules say/i);
    }
  });

  test('is the same whatever the verdicts are', async () => {
    const others = CARDS.map((card) => ({ ...card, verdict: 'yes' }));
    for (const format of FORMATS) {
      const [one, other] = [await debrief(hostWith(), '-f', format), await debrief(hostWith(others), '-f', format)];
      expect(other).toEqual(one);
    }
  });

  test('ends with a line for each to type, which a shell takes as it stands', async () => {
    const cards = [
      { candidate: "-x $(id) O'Ada", interviewer: 'J. `Lee`', ratings: [1, 2, 3] },
      { candidate: "-x $(id) O'Ada", interviewer: 'B. | Same', ratings: [3, 2, 3] },
    ];
    const host = hostWith(cards);
    const again = createFakeHost({ cwd: host.cwd, columns: 40 });
    await run(
      ['panel', 'debrief', 'scorecards', '-f', 'table', '--store', 'scorecards', '--', "-x $(id) O'Ada"],
      again,
    );
    const lines = again.stdout.text.split('\n').filter((line) => line.startsWith('scorecard '));
    expect(lines.map((line) => splitTyped(`${line} `).before)).toEqual([
      ['scorecard', 'amend', '--after-debrief', '--as', 'B. | Same', expect.stringContaining('scorecards/')],
      ['scorecard', 'amend', '--after-debrief', '--as', 'J. `Lee`', expect.stringContaining('scorecards/')],
      ['scorecard', 'panel', 'decide', '--', "-x $(id) O'Ada"],
    ]);
  });

  test.each([
    [['--minutes', '5'], '--minutes 5 cannot be the length of this meeting'],
    [['--minutes', '4.5'], 'pass whole minutes from'],
    [['--order', 'Nobody'], 'there is no scorecard by "Nobody"'],
  ])('refuses %j', async (args, message) => {
    const { exit, err } = await debrief(hostWith(), ...args);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain(message);
  });
});

/** Without a note, it would be a gap to ask about. */
function noted(rating: number) {
  return { rating, evidence: ['said so'] };
}

describe('after it', () => {
  function cardsOf(host: FakeHost): any[] {
    const folder = join(host.cwd, 'scorecards');
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  }

  async function held(): Promise<FakeHost> {
    const files = Object.fromEntries(
      CARDS.map(({ interviewer, ratings, verdict }, at) => [
        `${at}.yaml`,
        JSON.stringify({
          candidate: 'Ada Example',
          interviewer,
          ratings: { craft: noted(ratings[0]), talk: noted(ratings[1]) },
          verdict,
        }),
      ]),
    );
    const { SMALL_RUBRIC } = await import('../support/rubrics.js');
    const host = createFakeHost({ files: { 'rubrics/small.yaml': SMALL_RUBRIC, ...files } });
    for (const at of CARDS.keys()) await run(['interview', '-r', 'small', '--answers', `${at}.yaml`, '-q'], host);
    return host;
  }

  async function amend(host: FakeHost, lines: readonly string[], ...args: readonly string[]) {
    const again = createFakeHost({ cwd: host.cwd, lines, start: '2026-11-25T09:00:00Z' });
    const given = ['amend', 'ada', '--as', 'J. Lee', '--plain', '--reason', 'the talk', ...args];
    return { exit: await run(given, again), err: again.stderr.text };
  }

  test('each votes again on what was talked about, one by one: a number rates and goes on, Enter keeps', async () => {
    const host = await held();
    // Talk (2, 5, 4) comes before craft (4, 4, 3).
    const { exit, err } = await amend(
      host,
      ['said how they led it', '3', '', 'spoke of others only', 'no', '/submit'],
      '--after-debrief',
    );
    expect(exit, err).toBe(EXIT.ok);
    expect(err).toContain('To vote on again: 2 Talk, 1 Craft. There a number rates and goes on to the next');
    expect(err).not.toMatch(/Novak|Díaz/);
    const after = cardsOf(host).find(({ amends }) => amends !== undefined);
    expect(after.amends).toMatchObject({ reason: 'the talk', after: 'debrief' });
    expect(after.dimensions.map(({ rating }: any) => rating)).toEqual([4, 3]);
    expect(after.dimensions[1].evidence.map(({ text }: any) => text)).toEqual(['said so', 'said how they led it']);
    expect(after.verdict.is).toBe('no');
  });

  test('the verdict is asked again: none is left in place', async () => {
    const host = await held();
    const { err } = await amend(host, ['', ''], '--after-debrief');
    expect(err).toContain('Your verdict comes before the score.');
    expect(err).not.toContain('Verdict so far');
  });

  test('a draft that was left is sealed after the debrief too, and offers the same', async () => {
    const host = await held();
    await amend(host, ['3'], '--after-debrief');
    const { exit, err } = await amend(host, ['/2', '', '', 'yes', '/submit']);
    expect(exit, err).toBe(EXIT.ok);
    expect(err).toContain('To vote on again');
    expect(cardsOf(host).find(({ amends }) => amends !== undefined).amends.after).toBe('debrief');
  });

  test('the panel tells what the talk changed, in every format', async () => {
    const host = await held();
    await amend(host, ['3', '', 'spoke of others only', 'no', '/submit'], '--after-debrief');
    const show = async (format: string) => {
      const again = createFakeHost({ cwd: host.cwd, columns: 80 });
      expect(await run(['panel', 'show', 'ada', '-f', format, '-q'], again), again.stderr.text).toBe(EXIT.ok);
      return again.stdout.text;
    };
    for (const format of ['table', 'markdown', 'html']) {
      expect(await show(format), format).toContain('1 of 6 ratings changed, and 1 verdict');
    }
    const told = JSON.parse(await show('json'));
    expect(told.changed).toEqual({ ratings: 1, verdicts: 1, ofRatings: 6 });
    expect(told.changes).toMatchObject([
      { interviewer: 'J. Lee', ratings: [{ dimension: 'talk', from: 2, to: 3 }], reason: 'the talk' },
    ]);
  });

  test('what was amended before it is told without a score, until they have talked', async () => {
    const host = await held();
    await amend(host, ['/1 5', 'yes', '/submit']);
    const told = async (...args: readonly string[]) => {
      const again = createFakeHost({ cwd: host.cwd, columns: 80 });
      expect(await run(['panel', ...args], again)).toBe(EXIT.ok);
      return again.stderr.text;
    };
    const amended = 'J. Lee amended the scorecard of Ada Example (small): the newest of 2 counts';
    expect(await told('debrief', 'ada')).toBe(`${amended}\n`);
    expect(await told('show', 'ada')).toBe(`${amended}\n`);
    expect(await told('show', 'ada', '--talked')).toBe(`${amended} (3.20, now 3.80)\n`);
  });

  test('where nobody differs, nothing is offered', async () => {
    const files = { 'rubrics/small.yaml': (await import('../support/rubrics.js')).SMALL_RUBRIC };
    const host = createFakeHost({ files });
    for (const interviewer of ['J. Lee', 'A. Novak']) {
      const answers = JSON.stringify({
        candidate: 'Ada Example',
        interviewer,
        ratings: { craft: noted(3), talk: noted(3) },
        verdict: 'yes',
      });
      const again = createFakeHost({ cwd: host.cwd, files: { 'a.yaml': answers } });
      await run(['interview', '-r', 'small', '--answers', 'a.yaml', '-q'], again);
    }
    const { exit, err } = await amend(host, ['yes', '/submit'], '--after-debrief');
    expect(exit, err).toBe(EXIT.ok);
    expect(err).not.toContain('To vote on again');
  });
});
