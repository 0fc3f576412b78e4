import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { type createScorecard, SESSIONS_RUBRIC, scorecardFiles } from '../support/scorecards.js';

type Parts = Parameters<typeof createScorecard>[0];

const rubric = SESSIONS_RUBRIC;
const CARDS: readonly Parts[] = [
  { session: 'making', interviewer: 'R. Panel', ratings: [4, undefined, 3], verdict: 'yes' },
  { session: 'caring', interviewer: 'S. Panel', ratings: [undefined, 2], verdict: 'strong-no' },
  {
    session: 'telling',
    interviewer: 'R. Panel',
    ratings: [undefined, undefined, 5, 5],
    verdict: 'no',
    day: '2026-11-21',
  },
  { candidate: 'Bo 王小明', session: 'making', interviewer: 'T. Panel', ratings: [3, undefined, 3], verdict: 'yes' },
  { candidate: 'Cy Whole', interviewer: 'U. Panel', ratings: [3, 3, 3, 3], verdict: 'yes' },
];
const RUBRIC = { 'rubrics/sample.yaml': JSON.stringify(rubric) };
const FILES = { ...RUBRIC, ...cards(CARDS) };

function cards(parts: readonly Parts[]) {
  return scorecardFiles(
    'scorecards',
    parts.map((one) => ({ rubric, ...one })),
  );
}

async function scorecard(argv: readonly string[], options: Parameters<typeof createFakeHost>[0] = { files: FILES }) {
  const host = createFakeHost(options);
  const exit = await run(argv, host);
  return { exit, out: host.stdout.text, err: host.stderr.text, host };
}

function wordsOf(page: string): string {
  return page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' ,', ',');
}

describe('a summary of interviews in sessions', () => {
  test('is one table, which says which sessions are missing', async () => {
    const { exit, out, err } = await scorecard(['summary'], { files: FILES, columns: 110 });
    expect(exit, err).toBe(EXIT.ok);
    expect(out).toMatchInlineSnapshot(`
      "sample 1.0.0: Sample role, 3 candidates
      RANK  CANDIDATE    SCORE  COVER  IN      AHEAD    PROFILE  RECOMMEND   VERDICT           FLAGS  BY  SPREAD  SD
      1-2   Ada Example   3.70   100%  3 of 3  8 in 10  ▆▂██     yes         1 strong no, 1 …          2
      1-2   Cy Whole      3.00   100%                   ▄▄▄▄     yes         yes                       1
      –     Bo 王小明     3.00    60%  1 of 3           ▄ ▄      incomplete  yes                       1
      Bo 王小明, 1 of 3 sessions in: caring and telling are missing.
      A RANK such as 1-3 is a tie: at 95% confidence the scores tell no closer place than from 1st to 3rd.
      AHEAD is the chance to be truly ahead of the next below. The standard error of a score is 0.60 here,
      from the published reliability of a single interviewer, .44, since no two interviewers rated enough
      of the same candidate.

      Verdicts
        Ada Example
          strong no, S. Panel (caring)
          no, R. Panel (telling)
          yes, R. Panel (making)
        Cy Whole
          yes, U. Panel
        Bo 王小明
          yes, T. Panel (making)
      "
    `);
    expect(err).toMatch(/^5 scorecards of 3 candidates$/m);
  });

  test.each([80, 60])('fits %d columns, and still says it', async (columns) => {
    const { out } = await scorecard(['summary'], { files: FILES, columns });
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(columns);
    expect(out.replace(/\s+/g, ' ')).toContain('Bo 王小明, 1 of 3 sessions in: caring and telling are missing.');
  });

  test('counts people, however many sessions they held, and each verdict', async () => {
    const { out } = await scorecard(['summary', '-f', 'json']);
    const [ada] = JSON.parse(out).groups[0].candidates.filter((one: { candidate: string }) => one.candidate[0] === 'A');
    expect(ada.interviewers).toMatchObject([
      {
        interviewer: 'S. Panel',
        verdicts: [{ session: 'caring', is: 'strong-no' }],
      },
      {
        interviewer: 'R. Panel',
        verdict: { is: 'no' },
        verdicts: [
          { session: 'making', is: 'yes' },
          { session: 'telling', is: 'no' },
        ],
      },
    ]);
    expect(ada.dimensions[1]).toMatchObject({ id: 'care', ratings: [{ interviewer: 'S. Panel', rating: 2 }] });
    expect(ada).toMatchObject({ coverage: 100, score: 3.7, recommendation: 'yes' });
  });

  test('CSV names the sessions that are in and those that are missing', async () => {
    const { out } = await scorecard(['summary', '-f', 'csv']);
    const [head = '', ...rows] = out.trim().split('\n');
    expect(head).toMatch(/,sessionsIn,sessionsMissing$/);
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row.includes('Ada'))).toMatch(/,"making, caring, telling",$/);
    expect(rows.find((row) => row.includes('Bo'))).toMatch(/,making,"caring, telling"$/);
    expect(rows.find((row) => row.includes('Cy'))).toMatch(/,,$/);
  });

  test('Markdown has a column for them', async () => {
    const { out } = await scorecard(['summary', '-f', 'markdown']);
    expect(out).toContain('| Sessions in |');
    expect(out).toContain('| 1 of 3 |');
    expect(out).toContain('\nBo 王小明, 1 of 3 sessions in: caring and telling are missing.\n');
  });

  test('as a page says it too, and shows a strong no of an earlier session', async () => {
    const [making, caring, telling] = CARDS as [Parts, Parts, Parts];
    const files = {
      ...RUBRIC,
      ...cards([{ ...making, verdict: 'strong-no' }, telling, { ...caring, verdict: 'yes' }]),
    };
    const { out } = await scorecard(['summary', '-f', 'html'], { files });
    expect(wordsOf(out)).toMatch(/1 strong no, 1 no, 1 yes/);
    const whole = await scorecard(['summary', '-f', 'html']);
    expect(wordsOf(whole.out)).toContain('Bo 王小明, 1 of 3 sessions in: caring and telling are missing.');
  });

  test('without sessions has nothing of them', async () => {
    const { out } = await scorecard(['summary', '-f', 'markdown'], { files: { ...RUBRIC, ...cards(CARDS.slice(-1)) } });
    expect(out).not.toContain('Sessions');
    const csv = await scorecard(['summary', '-f', 'csv'], { files: { ...RUBRIC, ...cards(CARDS.slice(-1)) } });
    expect(csv.out).not.toContain('sessionsIn');
  });

  test('does with the rubric that the store has kept, where its file has changed', async () => {
    const kept = { [`scorecards/.rubrics/${'f'.repeat(64)}.json`]: JSON.stringify(rubric) };
    const changed = { 'rubrics/sample.yaml': JSON.stringify({ ...rubric, version: '2.0.0', sessions: [] }) };
    const files = { ...cards(CARDS.slice(3, 4)), ...changed, ...kept };
    const { out } = await scorecard(['summary', '--store', 'scorecards', '-f', 'json'], { files });
    expect(JSON.parse(out).groups[0].candidates[0].sessions).toHaveLength(3);
  });

  test('doesn’t take the plan of a rubric of the same version that has changed', async () => {
    const [making, ...others] = rubric.sessions;
    const sessions = [{ ...making, dimensions: ['depth'] }, ...others];
    const files = { ...cards(CARDS.slice(3, 4)), 'rubrics/sample.yaml': JSON.stringify({ ...rubric, sessions }) };
    const { out } = await scorecard(['summary'], { files });
    expect(out).toContain('Bo 王小明, 1 session in: no rubric here tells of how many.');
    expect(out).toMatch(/60% .* incomplete/);
  });

  test('says where no rubric tells how many there are', async () => {
    const { out } = await scorecard(['summary'], { files: cards(CARDS.slice(3, 4)) });
    expect(out).toContain('Bo 王小明, 1 session in: no rubric here tells of how many.');
    expect(out).toMatch(/60% .* incomplete/);
  });
});

describe('a comparison of interviews in sessions', () => {
  test('leaves blank what was in no session that was held', async () => {
    const { exit, out, err } = await scorecard(['compare', 'ada', 'bo']);
    expect(exit, err).toBe(EXIT.ok);
    expect(out).toMatchInlineSnapshot(`
      "sample 1.0.0: Sample role
      DIMENSION        WEIGHT  Ada Example  Bo 王小明
      Dimension depth     40%  4 *          3
      Dimension talk      20%  5 *          3
      Not shared
      Dimension care      30%  2
      Dimension tools     10%  5
      Score, shared            4.33         3.00
      Score                    3.70         3.00
      Rank                     1-2          1-2
      Coverage                 100%         60%
      Sessions in              3 of 3       1 of 3
      Recommendation           yes          incomplete
      Verdicts                 1 strong no  yes
                               1 no
                               1 yes
      Interviewers             2            1

      * the best of the dimension; blank: in no session that was held.
      Bo 王小明, 1 of 3 sessions in: caring and telling are missing.
      They share 2 of 4 dimensions, 60% of the weight that was rated: they are
      compared on those alone.
      Ada Example and Bo 王小明 can't be told apart: 1.33 points apart, where 1.66
      would be needed (95% confidence).
      Chance that Ada Example is truly ahead, by the same error: of Bo 王小明 9 in 10.
      The standard error of a score is 0.60 here, from the published reliability of a
      single interviewer, .44, since no two interviewers rated enough of the same
      candidate.

      Verdicts
        Ada Example
          strong no, S. Panel (caring)
          no, R. Panel (telling)
          yes, R. Panel (making)
        Bo 王小明
          yes, T. Panel (making)

      Who rated what
        Ada Example
          S. Panel: 1 of 1 (Dimension care)
          R. Panel: 3 of 3 (Dimension depth, Dimension talk, Dimension tools)
        Bo 王小明
          T. Panel: 2 of 2 (Dimension depth, Dimension talk)
      "
    `);
  });

  test('says so in Markdown and CSV', async () => {
    const markdown = await scorecard(['compare', 'ada', 'bo', '-f', 'markdown']);
    expect(markdown.out).toContain('| **Sessions in** |  | 3 of 3 | 1 of 3 |');
    expect(markdown.out).toContain('- Bo 王小明, 1 of 3 sessions in: caring and telling are missing.');
    const { out } = await scorecard(['compare', 'ada', 'bo', '-f', 'csv']);
    expect(out).toContain(',state,sessionsIn,sessionsMissing\n');
    expect(out).toMatch(/,care,.*,Bo 王小明,,,,0,no,not-held,making,"caring, telling"\n/);
  });
});

test('one’s own open draft of one session hides what others said in theirs', async () => {
  const files = { ...FILES };
  const begun = createFakeHost({ files, lines: ['4', '/quit'] });
  const interview = ['interview', '--plain', '--role', 'sample', '-c', 'Ada Example', '--session', 'caring'];
  expect(await run(interview, begun), begun.stderr.text).toBe(EXIT.ok);
  const { exit, out, err } = await scorecard(['summary', '--as', 'R. Panel', '-f', 'json'], { cwd: begun.cwd });
  expect(exit).toBe(EXIT.no);
  expect(err).toContain('1 scorecard of other interviewers hidden');
  const [ada] = JSON.parse(out).groups[0].candidates.filter((one: { candidate: string }) => one.candidate[0] === 'A');
  expect(ada.interviewers.map((one: { interviewer: string }) => one.interviewer)).toEqual(['R. Panel']);
});

test('an amendment of one session replaces that session alone', async () => {
  const hold = async (session: string, lines: readonly string[], cwd?: string) => {
    const host = createFakeHost({ files: RUBRIC, lines: [...lines], ...(cwd === undefined ? {} : { cwd }) });
    const args = ['--plain', '--role', 'sample', '-c', 'Ada Example', '--session', session];
    expect(await run(['interview', ...args], host), host.stderr.text).toBe(EXIT.ok);
    return host.cwd;
  };
  const cwd = await hold('caring', ['2', 'left it', '/review', 'no', '/submit']);
  await hold('making', ['4', 'made it', '/2 3', '/2 told it', '/review', 'yes', '/submit'], cwd);
  const card = 'scorecards/2026-11-20-ada-example-sample-caring-r-panel.json';
  const again = createFakeHost({
    cwd,
    lines: ['/1 3', 'yes', '/submit'],
    start: '2026-11-21T14:00:00Z',
  });
  expect(await run(['amend', card, '--plain', '--reason', 'heard again'], again), again.stderr.text).toBe(EXIT.ok);
  const { out, err } = await scorecard(['summary', '-f', 'json'], { cwd });
  expect(err).toContain('R. Panel amended the scorecard of Ada Example (sample): the newest of 2 counts');
  const [ada] = JSON.parse(out).groups[0].candidates;
  expect(ada.dimensions.map((one: { mean: number }) => one.mean)).toEqual([4, 3, 3, undefined]);
});

test('who rates a dimension in two sessions, or in one and on the whole, is told that the later counts', async () => {
  const { err } = await scorecard(['summary', '--as', 'R. Panel']);
  expect(err.replace(/\s+/g, ' ')).toContain(
    'R. Panel has 2 scorecards of Ada Example (sample), of different sessions: where two rate a dimension, the later counts',
  );
});

describe('the panel of one candidate who was interviewed in sessions', () => {
  const show = (format: string, ...args: readonly string[]) =>
    scorecard(['panel', 'show', 'ada', '--as', 'R. Panel', '-f', format, ...args]);

  test('names the verdict on each session after the talk, and nothing of them before it', async () => {
    const before = await show('json');
    expect(before.exit, before.err).toBe(EXIT.ok);
    expect(before.out).not.toMatch(/"verdicts?"|strong-no/);
    expect(JSON.parse(before.out).sessions.map((one: { isIn: boolean }) => one.isIn)).toEqual([true, true, true]);
    const after = await show('markdown', '--talked');
    expect(after.out).toContain(
      ['| S. Panel (caring) | strong no |  |', '| R. Panel (telling) | no |  |', '| R. Panel (making) | yes |  |'].join(
        '\n',
      ),
    );
  });

  test.each(['table', 'markdown', 'json', 'html'])(
    'as %s says nothing of what was in nobody’s session',
    async (format) => {
      const { exit, out, err } = await show(format, '--talked');
      expect(exit, err).toBe(EXIT.ok);
      expect(out).toContain(format === 'json' ? '"isIn": true' : '3 of 3 sessions in');
      // On the page, the words are for the ear: the cell is blank.
      expect(out).not.toMatch(format === 'html' ? /not assessed/ : /not[ -](held|assessed)/);
    },
  );
});
