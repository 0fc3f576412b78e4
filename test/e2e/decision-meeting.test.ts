import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/fake-host.js';
import { BIN } from '../support/program.js';

// One candidate from the plan to the packet a year later, by the built program, as the people in it type.

interface Interview {
  readonly by: string;
  readonly session: 'technical' | 'leading';
  readonly ratings: Readonly<Record<string, number | string | object>>;
  readonly verdict: string;
  readonly redFlags?: readonly object[];
}

const INTERVIEWS: readonly Interview[] = [
  {
    by: 'J. Lee',
    session: 'technical',
    ratings: {
      architecture: { rating: 4, evidence: ['Compared two regions and named how each fails'] },
      'kubernetes-platform': 3,
      operations: { rating: 2, evidence: ['Was on the call; somebody else decided'] },
      observability: 4,
    },
    verdict: 'yes',
  },
  {
    by: 'R. Díaz',
    session: 'technical',
    ratings: {
      architecture: 4,
      'kubernetes-platform': 'not-applicable',
      operations: { rating: 5, evidence: ['Commanded two severe incidents; restored first'] },
      observability: { rating: 'not-assessed', reason: 'ran out of time' },
    },
    verdict: 'strong-yes',
  },
  {
    by: 'M. Okafor',
    session: 'leading',
    ratings: {
      security: { rating: 2, evidence: ['Defended a shared root key'] },
      finops: 4,
      leadership: 4,
      influence: 4,
    },
    verdict: 'strong-no',
    redFlags: [{ id: 'unsafe-access-defended', evidence: 'Defended it after two probes' }],
  },
  {
    by: '山田 太郎',
    session: 'leading',
    ratings: {
      security: { rating: 4, evidence: ['Rotates credentials monthly'] },
      finops: 3,
      leadership: 3,
      influence: 4,
    },
    verdict: 'yes',
  },
];

test('a candidate is planned, interviewed by four, talked about, decided on, and explained a year later', () => {
  const cwd = temporaryFolder();
  const store = join(cwd, 'scorecards');
  const { SCORECARD_STORE: _store, SCORECARD_RUBRICS: _rubrics, ...outer } = process.env;
  const scorecard = (words: readonly string[], { as = 'H. Brandt', lines = '' } = {}) => {
    const env = { ...outer, SCORECARD_INTERVIEWER: as, COLUMNS: '80' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
      ...{ cwd, env, input: lines, encoding: 'utf8' },
    });
    return { code: status, out: stdout, err: stderr };
  };
  const json = (words: readonly string[], options = {}) => {
    const { out, err } = scorecard([...words, '-f', 'json'], options);
    return out === '' ? expect.fail(err) : JSON.parse(out);
  };

  // Monday: who holds what.
  const held = INTERVIEWS.flatMap(({ by, session }) => ['-i', `${by}=${session}`]);
  const planned = scorecard(['panel', 'new', 'Ada Example', '-r', 'head-infra', ...held, '--lead', 'H. Brandt']);
  expect(planned.code, planned.err).toBe(0);

  // Tuesday: the sessions; nobody sees a colleague's before their own is in.
  INTERVIEWS.forEach(({ by, session, verdict, ...answers }, at) => {
    if (at === 2) {
      const early = scorecard(['panel', 'show', 'ada'], { as: by });
      expect(early.code).toBe(1);
      expect(early.out + early.err).not.toMatch(/somebody else decided|restored first/);
      const status = scorecard(['panel', 'status', 'ada'], { as: by }).out;
      expect(status).toContain('2 of 4 in');
      expect(status).toMatch(/M\. Okafor +Controls, money.* +not in yet/);
    }
    const file = join(cwd, 'answers.json');
    const sealed = { candidate: 'Ada Example', interviewer: by, session, verdict: { is: verdict, reason: `as ${by}` } };
    writeFileSync(file, JSON.stringify({ ...sealed, ...answers }));
    const interview = scorecard(['interview', '-r', 'head-infra', '--answers', file, '-q'], { as: by });
    expect(interview.code, interview.err).toBe(0);
  });
  expect(scorecard(['panel', 'status', 'ada']).out).toContain('4 of 4 in');

  // Wednesday: before the talk nothing that anchors.
  const before = json(['panel', 'show', 'ada']);
  expect(before).toMatchObject({ state: 'before-talk', talkAboutFirst: [{ dimension: 'operations' }, {}, {}] });
  for (const key of ['score', 'recommendation', 'verdicts']) expect(before).not.toHaveProperty(key);
  const sheet = scorecard(['panel', 'debrief', 'ada']);
  expect(sheet.out).toContain('H. Brandt leads the meeting.');
  const amends = sheet.out.match(/^scorecard amend .*$/gm) ?? [];
  expect(amends).toHaveLength(4);

  // The second ratings, each alone: two of 14 change.
  const again = (by: string, ratings: string, verdict: string) => {
    const lines = `${ratings}\n${verdict}\nwhat was said about the second incident\n/submit\n/submit\n`;
    const words = ['amend', 'ada', '--after-debrief', '--plain', '-q', '--reason', 'what R. Díaz saw'];
    const amended = scorecard(words, { as: by, lines });
    expect(amended.code, amended.err).toBe(0);
  };
  again('J. Lee', '3', 'yes');
  again('M. Okafor', '3\n', 'no');
  const after = json(['panel', 'show', 'ada']);
  expect(after).toMatchObject({ state: 'after-talk', recommendation: 'no', changed: { ratings: 2 } });
  expect(after.redFlags).toMatchObject([{ id: 'unsafe-access-defended', severity: 'stop' }]);

  // Thursday: people decide, here against the rules, and say why.
  const decide = [
    'panel',
    'decide',
    'ada',
    '--decision',
    'hire',
    '--by',
    'H. Brandt',
    '--why',
    'The key was rotated since',
  ];
  const refused = scorecard(decide);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--why-differs')]);
  const decided = scorecard([...decide, '--why-differs', 'The panel saw the vault in use']);
  expect(decided.code, decided.err).toBe(0);
  expect(json(['panel', 'decisions']).decisions).toMatchObject([
    { decision: 'hire', recommendation: 'no', differs: true },
  ]);

  // A year later: one page that stands alone, and everything as it was sealed.
  const [decision = ''] = readdirSync(join(store, 'decisions')).filter((name) => name.endsWith('.json'));
  const page = scorecard(['report', join(store, 'decisions', decision), '-f', 'html']).out;
  for (const told of [
    'The key was rotated since',
    'The panel saw the vault in use',
    '山田 太郎',
    'H. Brandt',
    'strong yes',
  ]) {
    expect(page).toContain(told);
  }
  const packet = scorecard(['panel', 'show', 'ada', '-f', 'html']).out;
  expect(packet).toContain('Defended a shared root key');
  const verified = scorecard(['verify']);
  expect(verified.code, verified.out + verified.err).toBe(0);
  const path = join(store, 'decisions', decision);
  writeFileSync(path, readFileSync(path, 'utf8').replace('"decision": "hire"', '"decision": "no-hire"'));
  expect(scorecard(['verify']).code).toBe(1);
}, 120_000);
