import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { createScorecard, PANEL_RUBRIC, scorecardFiles } from '../support/scorecards.js';

const PANELS = scorecardFiles('scorecards', [
  { candidate: 'Ada Example', interviewer: 'R. Panel', ratings: [4, 3, 5], verdict: 'yes', flags: ['worry'] },
  { candidate: 'ada example', interviewer: 'S. Panel', ratings: [3, undefined, 4], verdict: 'no', day: '2026-11-19' },
  { candidate: 'Ada Example', interviewer: 'T. Panel', ratings: [4, 4, 'not-applicable'], verdict: 'yes' },
  { candidate: 'Bob Łukasz', ratings: [2, 2, 1], verdict: 'yes', flags: ['stopper'] },
  { candidate: 'Yamada 太郎', ratings: [5, 5, 5], verdict: 'strong-yes' },
  { candidate: 'Half Interviewed', ratings: [5, undefined, undefined] },
]);

async function scorecard(argv: readonly string[], options: Parameters<typeof createFakeHost>[0] = { files: PANELS }) {
  const host = createFakeHost(options);
  const exit = await run(argv, host);
  return { exit, out: host.stdout.text, err: host.stderr.text, host };
}

describe('the table', () => {
  test('at 100 columns', async () => {
    const { exit, out, err } = await scorecard(['summary'], { files: PANELS, columns: 100 });
    expect(exit).toBe(EXIT.ok);
    expect(out).toMatchInlineSnapshot(`
      "sample 1.0.0: Sample role, 4 candidates
      RANK  CANDIDATE         SCORE  COVER  AHEAD      PROFILE  RECOMMEND   VERDICT          FLAGS      BY
      1-2   Yamada 太郎        5.00   100%  9 in 10    ███      strong yes  strong yes                   1
      1-2   Ada Example        3.78   100%  99 in 100  ▅▅▇      yes         1 no (!), 2 yes  1 concern   3
      3     Bob Łukasz         1.80   100%             ▂▂▁      strong no   yes (!)          1 stop      1
      –     Half Interviewed   5.00    50%             █··      incomplete                               1
      A RANK such as 1-3 is a tie: at 95% confidence the scores tell no closer place than from 1st to 3rd.
      AHEAD is the chance to be truly ahead of the next below. The standard error of a score is 0.47 to
      0.60 here, from the published reliability of a single interviewer, .44, since the panels' own spread
      has only 2 degrees of freedom and would need 10.

      Red flags
        Ada Example
          concern: Something that worries. Seen by R. Panel: saw worry
        Bob Łukasz
          stop: Something that stops. Seen by R. Panel: saw stopper

      Verdicts
        Yamada 太郎
          strong yes, R. Panel
        Ada Example
          no, S. Panel
          yes, R. Panel
          yes, T. Panel
        Bob Łukasz
          yes, R. Panel
      "
    `);
    expect(err).toBe('6 scorecards of 4 candidates\n');
  });

  test.each([80, 60])('fits %d columns', async (columns) => {
    const { out } = await scorecard(['summary'], { files: PANELS, columns });
    for (const line of out.split('\n')) expect(cellsOf(line)).toBeLessThanOrEqual(columns);
    expect(out).toContain('CANDIDATE');
    expect(out).toContain('RECOMMEND');
  });

  test('with one interviewer each, there are no columns for a panel', async () => {
    const files = scorecardFiles('scorecards', [{ ratings: [4, 4, 4] }, { candidate: 'Bob', ratings: [3, 3, 3] }]);
    const { out } = await scorecard(['summary'], { files, columns: 120 });
    expect(out.split('\n')[1]).toBe('RANK  CANDIDATE    SCORE  COVER  AHEAD    PROFILE  RECOMMEND  VERDICT  FLAGS');
    expect(out.replaceAll('\n', ' ')).toContain('since no two interviewers rated enough of the same candidate');
  });

  test('what is explained below it has room in it', async () => {
    const files = scorecardFiles('scorecards', [{ ratings: [4, 4, 4] }, { candidate: 'Bob', ratings: [3, 4, 3] }]);
    const wide = (await scorecard(['summary'], { files, columns: 80 })).out;
    expect(wide).toMatch(/^RANK[\s\S]*A RANK such as[\s\S]*AHEAD is/m);
    const narrow = (await scorecard(['summary'], { files, columns: 44 })).out;
    expect(narrow).not.toMatch(/RANK|AHEAD/);
    expect(narrow.replace(/\s+/g, ' ')).toContain("some can't be told apart; a wider window has room for the ranks");
  });

  test('names can’t speak to the terminal', async () => {
    const files = scorecardFiles('scorecards', [{ candidate: 'Ada \u001b[31mRed\u202e', ratings: [4, 4, 4] }]);
    const { out } = await scorecard(['summary'], { files });
    expect(out).toContain('Ada [31mRed');
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('the other formats', () => {
  test('JSON holds what the table shows and what it was computed from', async () => {
    const { out } = await scorecard(['summary', '-f', 'json']);
    const { schemaVersion, groups } = JSON.parse(out);
    expect(schemaVersion).toBe(1);
    expect(groups[0].rubric).toMatchObject({ id: 'sample', version: '1.0.0', scale: { min: 1, max: 5 } });
    const ada = groups[0].candidates.find(({ candidate }: { candidate: string }) => candidate === 'Ada Example');
    expect(ada).toMatchObject({
      rank: { best: 1, worst: 2 },
      score: 3.78,
      exact: { numerator: 227, denominator: 60 },
      coverage: 100,
      recommendation: 'yes',
      redFlags: [{ id: 'worry', seen: [{ interviewer: 'R. Panel', evidence: 'saw worry' }] }],
    });
    expect(ada.dimensions[0]).toMatchObject({
      id: 'depth',
      exact: { numerator: 11, denominator: 3 },
      lowest: 3,
      highest: 4,
    });
    expect(ada.interviewers.map(({ verdict }: { verdict: { is: string } }) => verdict.is)).toEqual([
      'no',
      'yes',
      'yes',
    ]);
  });

  test('CSV has a row for each candidate, and defuses what a spreadsheet would run', async () => {
    const files = scorecardFiles('scorecards', [{ candidate: '=HYPERLINK("x")', ratings: [4, 4, 4] }]);
    const { out } = await scorecard(['summary', '-f', 'csv'], { files });
    const [head, row, end] = out.split('\n');
    expect(head.split(',').slice(-3)).toEqual(['depth', 'care', 'talk']);
    expect(row).toContain(`"'=HYPERLINK(""x"")"`);
    expect(end).toBe('');
  });

  test('Markdown', async () => {
    const { out } = await scorecard(['summary', '-f', 'markdown']);
    await expect(out).toMatchFileSnapshot('summary.md');
  });

  test('the ending of --output chooses the format, and an existing file is left alone', async () => {
    const { exit, host, out } = await scorecard(['summary', '-o', 'all.csv']);
    expect(exit).toBe(EXIT.ok);
    expect(out).toBe('');
    expect(readFileSync(join(host.cwd, 'all.csv'), 'utf8')).toMatch(/^role,version,/);
    const again = await scorecard(['summary', '-o', 'all.csv'], { cwd: host.cwd });
    expect(again.exit).toBe(EXIT.usage);
    expect(again.err).toContain('all.csv exists already');
  });

  test('an ending that names no format says so', async () => {
    const { exit, err } = await scorecard(['summary', '-o', 'all.xlsx']);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('the ending .xlsx names none of the formats table, json, csv, markdown');
  });
});

describe('what is taken in', () => {
  test('drafts are left out and counted, unless asked for', async () => {
    const files = {
      ...PANELS,
      ...scorecardFiles('scorecards', [{ candidate: 'Cy', ratings: [4, 4, 4], isDraft: true }]),
    };
    const without = await scorecard(['summary'], { files });
    expect(without.out).not.toContain('Cy');
    expect(without.err).toContain('1 draft not counted (--drafts takes them in)');
    const withThem = await scorecard(['summary', '--drafts'], { files });
    expect(withThem.out).toContain('Cy');
    expect(withThem.err).toBe('7 scorecards of 5 candidates\n');
  });

  test('an interview that is still open is a draft: its journal is counted, and read when asked for', async () => {
    const host = createFakeHost({ lines: ['1', 'said so', '/quit'], files: { 'small.yaml': smallRubric() } });
    await run(['interview', '--role', 'small.yaml', '-c', 'Ada Example', '--plain'], host);
    const counted = await scorecard(['summary'], { cwd: host.cwd });
    expect(counted.err).toContain('1 draft not counted');
    const read = await scorecard(['summary', '--drafts'], { cwd: host.cwd });
    expect(read.out).toContain('Ada Example');
  });

  test('a broken file is named with the reason, the rest is shown, and the exit code says so', async () => {
    const files = { ...PANELS, 'scorecards/broken.json': '{ "candidate": ' };
    const { exit, out, err } = await scorecard(['summary'], { files });
    expect(exit).toBe(EXIT.no);
    expect(out).toContain('Ada Example');
    expect(err).toContain('scorecards/broken.json:1:');
    expect(err.trimEnd().split('\n').at(-1)).toBe('6 scorecards of 4 candidates; 1 left out, see above');
  });

  test('--since takes the day itself in; what is older is counted', async () => {
    const { out, err } = await scorecard(['summary', '--since', '2026-11-20', '-f', 'json']);
    expect(JSON.parse(out).groups[0].candidates[1].interviewers).toHaveLength(2);
    expect(err).toContain('1 before 2026-11-20 or without a date');
  });

  test.each(['yesterday', '2026-02-30', '2026-1-1'])('--since %s is not a date', async (day) => {
    const { exit, err } = await scorecard(['summary', '--since', day]);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain(`--since ${day} is not a date`);
  });

  test('--limit cuts what is shown, not what is ranked', async () => {
    const { out } = await scorecard(['summary', '--limit', '1', '-f', 'json']);
    const [{ candidates, total }] = JSON.parse(out).groups;
    expect(candidates).toHaveLength(1);
    expect(total).toBe(4);
    expect((await scorecard(['summary', '--limit', '1'])).out).toContain('Sample role, 1 of 4 candidates');
    expect(candidates[0].rank).toEqual({ best: 1, worst: 2 });
    expect((await scorecard(['summary', '--limit', '0'])).exit).toBe(EXIT.usage);
  });

  test('--role narrows; one that nobody was interviewed for has a suggestion', async () => {
    const other = scorecardFiles('scorecards', [{ ratings: [4, 4, 4], rubric: { ...PANEL_RUBRIC, id: 'other' } }]);
    const files = { ...PANELS, ...other };
    const { out } = await scorecard(['summary', '--role', 'OTHER', '-f', 'json'], { files });
    expect(JSON.parse(out).groups.map(({ rubric }: { rubric: { id: string } }) => rubric.id)).toEqual(['other']);
    const { exit, err } = await scorecard(['summary', '--role', 'smaple'], { files });
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('did you mean "sample"?');
  });

  test('--across-versions sets versions side by side, and says what was done', async () => {
    const later = scorecardFiles('scorecards', [
      { candidate: 'Cy', ratings: [4, 4, 4], rubric: { ...PANEL_RUBRIC, version: '2.0.0' } },
    ]);
    const files = { ...PANELS, ...later };
    const apart = JSON.parse((await scorecard(['summary', '-f', 'json'], { files })).out);
    expect(apart.groups).toHaveLength(2);
    const { out, err } = await scorecard(['summary', '--across-versions', '-f', 'json'], { files });
    expect(JSON.parse(out).groups).toHaveLength(1);
    expect(err).toContain('sample 1.0.0 scored again with the dimensions, weights and rules of sample 2.0.0');
  });

  test('the store may be named by option or environment', async () => {
    const files = scorecardFiles('elsewhere', [{ ratings: [4, 4, 4] }]);
    expect((await scorecard(['summary', '--store', 'elsewhere'], { files })).out).toContain('Ada Example');
    expect((await scorecard(['summary'], { files, env: { SCORECARD_STORE: 'elsewhere' } })).out).toContain(
      'Ada Example',
    );
  });

  test('no store yet is an empty list, and said', async () => {
    expect(await scorecard(['summary', '-f', 'json'], {})).toMatchObject({
      exit: EXIT.no,
      out: '{\n  "schemaVersion": 1,\n  "groups": []\n}\n',
      err: expect.stringContaining('no scorecards in scorecards yet'),
    });
  });

  test('candidates by their names, as everywhere else', async () => {
    const { out } = await scorecard(['summary', 'bob', 'yamada', '-f', 'json']);
    expect(
      JSON.parse(out)
        .groups[0].candidates.map(({ candidate }: { candidate: string }) => candidate)
        .sort(),
    ).toEqual(['Bob Łukasz', 'Yamada 太郎']);
    expect(await scorecard(['summary', 'bobb'])).toMatchObject({
      exit: EXIT.usage,
      err: expect.stringContaining('there is no scorecard of "bobb"; did you mean "Bob"?'),
    });
  });

  test('rows of a batch through a pipe', async () => {
    const { id: _id, status: _status, digest: _digest, ...row } = createScorecard({ ratings: [4, 4, 4] });
    const stdin = [2, 3].map((line) => `${JSON.stringify({ ...row, line, interviewer: '' })}\n`).join('');
    const { out, err } = await scorecard(['summary', '-', '-f', 'json'], { stdin });
    expect(JSON.parse(out).groups[0].candidates[0].interviewers).toHaveLength(2);
    expect(err).toBe('2 scorecards of 1 candidate\n');
  });
});

describe('while an own draft is open', () => {
  async function withDraft() {
    const host = createFakeHost({ lines: ['1', '/quit'], files: { 'rubrics/small.yaml': smallRubric() } });
    const answers = { 'all.yaml': 'ratings: { craft: 5, talk: 5 }\nverdict: yes\n' };
    const others = createFakeHost({ cwd: host.cwd, files: answers });
    for (const candidate of ['Ada Example', 'Bo Example']) {
      const who = ['-c', candidate, '-i', 'S. Other', '--answers', 'all.yaml'];
      await run(['interview', '--role', 'small', ...who], others);
    }
    await run(['interview', '--role', 'small', '-c', 'ADA example', '--plain'], host);
    return host.cwd;
  }

  test.each(['summary', 'compare'])('%s doesn’t show what others rated', async (command) => {
    const { exit, out, err } = await scorecard([command, '-f', 'json'], { cwd: await withDraft() });
    expect(exit).toBe(EXIT.no);
    expect(out).toContain('Bo Example');
    expect(out).not.toContain('Ada Example');
    expect(err).toContain('1 scorecard of other interviewers hidden: your own draft for Ada Example is open');
  });

  test('--unblind shows it', async () => {
    const { exit, out, err } = await scorecard(['summary', '--unblind', '-f', 'json'], { cwd: await withDraft() });
    expect(exit).toBe(EXIT.ok);
    expect(out).toContain('Ada Example');
    expect(err).toContain('1 draft of yours will say that other ratings were looked at');
  });
});

test.each(['ndjson', 'json'])(
  'what batch writes as %s is summed up: mean of the interviewers, dimension by dimension',
  async (format) => {
    const csv =
      'candidate,interviewer,craft,talk\nAda Example,R. Panel,4,3\nada example,S. Panel,3,n/a\nBo,R. Panel,2,\n';
    const host = createFakeHost({ files: { 'rubrics/small.yaml': smallRubric(), 'all.csv': csv } });
    expect(await run(['batch', 'all.csv', '--role', 'small', '-f', format], host)).toBe(EXIT.ok);
    const { exit, out } = await scorecard(['summary', '-', '-f', 'json'], { stdin: host.stdout.text });
    expect(exit).toBe(EXIT.ok);
    const [ada, bo] = JSON.parse(out).groups[0].candidates;
    // 60·7/2 + 40·3 of 100
    expect(ada).toMatchObject({ candidate: 'ada example', exact: { numerator: 33, denominator: 10 }, coverage: 100 });
    expect(bo).toMatchObject({ candidate: 'Bo', score: 2, recommendation: 'incomplete' });
  },
);

function smallRubric(): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/small.yaml'), 'utf8');
}

/** CJK takes two cells. */
function cellsOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (/[\u3000-\u9fff]/.test(character) ? 2 : 1), 0);
}
