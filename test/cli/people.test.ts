import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const FILES = { 'rubrics/small.yaml': SMALL_RUBRIC };

type Options = Parameters<typeof createFakeHost>[0];

function desk(files: Readonly<Record<string, string>> = {}) {
  const { cwd } = createFakeHost({ files: { ...FILES, ...files } });
  return {
    cwd,
    read: (file: string) => readFileSync(join(cwd, file), 'utf8'),
    scorecard: async (argv: readonly string[], options: Options = {}) => {
      const host = createFakeHost({ columns: 100, ...options, cwd });
      const exit = await run(argv, host);
      return { exit, out: host.stdout.text, err: host.stderr.text };
    },
    /** An interview from answers: all rated `rating`. */
    interview: (candidate: string, interviewer: string, rating: number, options: Options = {}) => {
      writeFileSync(join(cwd, 'answers.yaml'), `ratings: { craft: ${rating}, talk: ${rating} }\n`);
      const host = createFakeHost({ ...options, cwd });
      const who = ['--candidate', candidate, '--interviewer', interviewer];
      return run(['interview', '--role', 'small', '--answers', 'answers.yaml', ...who], host).then((exit) => ({
        exit,
        err: host.stderr.text,
      }));
    },
  };
}

function candidatesOf(out: string) {
  const { groups } = JSON.parse(out) as {
    groups: { candidates: { candidate: string; candidateId?: string; score: number }[] }[];
  };
  return groups.flatMap(({ candidates }) =>
    candidates.map(({ candidate, candidateId, score }) => [candidate, candidateId, score]),
  );
}

describe('one name of two people', () => {
  const TABLE = [
    'candidate,interviewer,e-mail,craft,talk',
    'Ada Example,R. Panel,ada.one@example.com,5,5',
    'Ada Example,S. Panel,ada.two@example.org,1,1',
  ].join('\n');

  test('is two people from a table to its summary, told apart wherever they are shown', async () => {
    const { scorecard } = desk({ 'in.csv': TABLE });
    const { out: rows } = await scorecard(['batch', 'in.csv', '--role', 'small', '-f', 'ndjson']);
    const json = await scorecard(['summary', '-', '-f', 'json'], { stdin: rows });
    expect(candidatesOf(json.out)).toEqual([
      ['Ada Example', 'ada.one@example.com', 5],
      ['Ada Example', 'ada.two@example.org', 1],
    ]);
    const table = await scorecard(['summary', '-'], { stdin: rows, columns: 120 });
    expect(table.out).toContain('Ada Example <ada.one@example.com>');
    const csv = await scorecard(['summary', '-', '-f', 'csv'], { stdin: rows });
    expect(csv.out).toMatch(/^role,version,variant,candidate,candidate_id,/);
    expect(csv.out).toContain('small,1.0.0,,Ada Example,ada.two@example.org,');
    const markdown = await scorecard(['compare', '-', '-f', 'markdown'], { stdin: rows });
    expect(markdown.out).toContain('Ada Example \\<`ada.one@example.com`\\>');
  });

  test('keeps its ids in the CSV of a batch, which has no such column without ids', async () => {
    const { scorecard } = desk({ 'in.csv': TABLE, 'plain.csv': 'candidate,craft,talk\nAda Example,3,3\n' });
    const ids = await scorecard(['batch', 'in.csv', '--role', 'small', '-f', 'csv']);
    expect(ids.out.split('\n').slice(0, 2)).toEqual([
      'line,candidate,candidate_id,interviewer,score,coverage,recommendation,verdict,flags,craft,talk',
      '2,Ada Example,ada.one@example.com,R. Panel,5.00,100,strong-yes,,,5,5',
    ]);
    const plain = await scorecard(['batch', 'plain.csv', '--role', 'small', '-f', 'csv']);
    expect(plain.out).toMatch(/^line,candidate,interviewer,score/);
  });

  test('is asked for by id where a comparison names it', async () => {
    const { scorecard, interview } = desk();
    await interview('Ada Example <1>', 'R. Panel', 5);
    await interview('Ada Example <2>', 'S. Panel', 3);
    await interview('Bo Sample', 'S. Panel', 3);
    const unclear = await scorecard(['compare', 'ada example', 'bo']);
    expect(unclear.exit).toBe(EXIT.usage);
    expect(unclear.err).toContain('"ada example" may be Ada Example <1>, Ada Example <2>');
    const clear = await scorecard(['compare', 'Ada Example <2>', 'bo', '-f', 'json']);
    expect(JSON.parse(clear.out).comparisons[0].candidates).toHaveLength(2);
  });

  test('counts for neither where there is no id, and the interview without one is refused', async () => {
    const { scorecard, interview } = desk();
    await interview('Ada Example', 'T. Panel', 1);
    await interview('Ada Example <1>', 'R. Panel', 5);
    await interview('Ada Example <2>', 'S. Panel', 3);
    const { exit, out, err } = await scorecard(['summary', '-f', 'json']);
    expect(exit).toBe(EXIT.no);
    expect(candidatesOf(out).map(([, id]) => id)).toEqual(['1', '2']);
    expect(err).toContain('"Ada Example" may be any of 2 people (1, 2); say which with --same');
    const refused = await interview('Ada Example', 'U. Panel', 3);
    expect(refused.exit).toBe(EXIT.usage);
    expect(refused.err).toContain("--candidate 'Ada Example <1>'");
    const said = await scorecard(['summary', '--same', 'Ada Example=2', '-f', 'json']);
    expect(candidatesOf(said.out)).toEqual([
      ['Ada Example', '1', 5],
      ['Ada Example', '2', 2],
    ]);
  });
});

describe('names that are nearly one', () => {
  async function twoMayas() {
    const store = desk();
    await store.interview('Maya Fernández', 'R. Panel', 5);
    return store;
  }

  test('are told when the interview begins and in the summary, with what to type; they stay two', async () => {
    const { scorecard, interview } = await twoMayas();
    const { err } = await interview('Maya Fernandez', 'S. Panel', 3);
    const told = "--same 'Maya Fernandez=Maya Fernández'";
    expect(err).toContain(`Maya Fernandez and Maya Fernández may be one candidate; if so: ${told}`);
    const { out, err: summary, exit } = await scorecard(['summary', '-f', 'json']);
    expect(exit).toBe(EXIT.ok);
    expect(candidatesOf(out)).toHaveLength(2);
    expect(summary).toMatch(/--same 'Maya Fern[aá]ndez=Maya Fern[aá]ndez'/);
  });

  test('are one from when --same says so, which the store keeps in no scorecard', async () => {
    const { scorecard, interview, read } = await twoMayas();
    await interview('Maya Fernandez', 'S. Panel', 3, { start: '2026-11-21T10:00:00Z' });
    const same = ['--same', 'Maya Fernandez=Maya Fernández'];
    expect(candidatesOf((await scorecard(['summary', ...same, '-f', 'json'])).out)).toEqual([
      ['Maya Fernandez', undefined, 4],
    ]);
    expect(read('scorecards/people.yaml')).toContain('- [Maya Fernandez, Maya Fernández]');
    const later = await scorecard(['summary', '-f', 'json']);
    expect(candidatesOf(later.out)).toHaveLength(1);
    expect(later.err).not.toContain('may be one');
    expect((await scorecard(['compare', 'Maya Fernández'])).exit).toBe(EXIT.ok);
  });

  test('are not told any more where people.yaml says that they are two', async () => {
    const { scorecard, interview, cwd } = await twoMayas();
    await interview('Maya Fernandez', 'S. Panel', 3);
    writeFileSync(join(cwd, 'scorecards/people.yaml'), 'different:\n  - [Maya Fernandez, Maya Fernández]\n');
    expect((await scorecard(['summary'])).err).not.toContain('may be one');
  });

  test('a mistake in people.yaml is told with its place, and nothing is shown', async () => {
    const { scorecard, cwd } = await twoMayas();
    writeFileSync(join(cwd, 'scorecards/people.yaml'), 'same:\n  - Maya Fernandez\n');
    const { exit, out, err } = await scorecard(['summary']);
    expect(exit).toBe(EXIT.usage);
    expect(out).toBe('');
    expect(err).toMatch(/people\.yaml:2:5 error/);
  });

  test.each(['Maya', 'Maya=', '=Maya', 'a=b=c'])('--same %j names no two people', async (text) => {
    const { scorecard } = await twoMayas();
    const { exit, err } = await scorecard(['summary', '--same', text]);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('does not name two people');
  });

  test('--same without a store holds for one run', async () => {
    const { scorecard } = desk({ 'in.csv': 'candidate,interviewer,craft,talk\nA,R,5,5\nB,S,3,3\n' });
    const { out: rows } = await scorecard(['batch', 'in.csv', '--role', 'small', '-f', 'ndjson']);
    const { out, err } = await scorecard(['summary', '-', '--same', 'A=B', '-f', 'json'], { stdin: rows });
    expect(candidatesOf(out)).toHaveLength(1);
    expect(err).toContain('for this run alone');
  });
});

describe('two scorecards of one interviewer', () => {
  const SENT_AGAIN = 'candidate,interviewer,craft,talk\nAda Example,R. Panel,5,5\nAda Example,R. Panel,1,1\n';

  test('the later counts by every route, and is told by name', async () => {
    const { scorecard } = desk({ 'in.csv': SENT_AGAIN });
    const { out: rows } = await scorecard(['batch', 'in.csv', '--role', 'small', '-f', 'ndjson']);
    const { out: document } = await scorecard(['batch', 'in.csv', '--role', 'small', '-f', 'json']);
    await scorecard(['batch', 'in.csv', '--role', 'small', '--reports', 'store', '-q']);
    const results = [
      await scorecard(['summary', '-', '-f', 'json'], { stdin: rows }),
      await scorecard(['summary', '-', '-f', 'json'], { stdin: document }),
      await scorecard(['summary', 'store', '-f', 'json']),
    ];
    for (const { out, err } of results) {
      expect(candidatesOf(out)).toEqual([['Ada Example', undefined, 1]]);
      expect(err).toContain('R. Panel has 2 scorecards of Ada Example (small): the later counts');
      expect(err).toContain('(5.00, now 1.00)');
      expect(err).toContain('1 scorecard of 1 candidate');
    }
  });

  test('an altered file is left out, and what it replaced does not come back', async () => {
    const { scorecard, interview, cwd } = desk();
    await interview('Ada Example', 'R. Panel', 5);
    await interview('Ada Example', 'R. Panel', 2, { start: '2026-11-21T10:00:00Z' });
    await interview('Ada Example', 'S. Panel', 4);
    const file = join(cwd, 'scorecards/2026-11-21-ada-example-small-r-panel.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"rating": 2', '"rating": 3'));
    const { exit, out, err } = await scorecard(['summary', '-f', 'json']);
    expect(exit).toBe(EXIT.no);
    expect(candidatesOf(out)).toEqual([['Ada Example', undefined, 4]]);
    expect(err).toContain('2026-11-20-ada-example-small-r-panel.json error is not counted');
  });
});

describe('who one is', () => {
  async function withDraftOf(interviewer: string) {
    const store = desk();
    await store.interview('Ada Example', 'S. Other', 5);
    const plain = ['interview', '--plain', '--role', 'small', '-c', 'Ada Example', '-i', interviewer];
    await store.scorecard(plain, { lines: ['3', '/quit'] });
    return store;
  }

  test('a colleague’s draft hides nothing, is told as not submitted yet, and --unblind leaves it alone', async () => {
    const { scorecard, read, cwd } = await withDraftOf('Nora Vale');
    const { exit, out, err } = await scorecard(['summary', '--unblind']);
    expect(exit).toBe(EXIT.ok);
    expect(out).toContain('Ada Example');
    expect(err).toContain('not submitted yet: Nora Vale for Ada Example');
    expect(err).not.toContain('of yours');
    const drafts = readdirSync(join(cwd, 'scorecards/.drafts'), { recursive: true, encoding: 'utf8' });
    const journals = drafts.filter((name) => name.endsWith('.ndjson'));
    expect(journals).toHaveLength(1);
    expect(journals.map((name) => read(`scorecards/.drafts/${name}`)).join('')).not.toContain('unblind');
  });

  test.each<[string, readonly string[], Options]>([
    ['--as', ['--as', 'nora  vale'], {}],
    ['$SCORECARD_INTERVIEWER', [], { env: { SCORECARD_INTERVIEWER: 'Nora Vale <nora@example.com>' } }],
    ['git', [], { userName: 'Nora Vale', userId: 'nora@example.com' }],
    ['nobody knows', [], { userName: undefined }],
  ])('an own draft hides the others: %s', async (_how, args, options) => {
    const { scorecard } = await withDraftOf('Nora Vale');
    for (const command of [['summary'], ['report', 'scorecards/2026-11-20-ada-example-small-s-other.json']]) {
      const { exit, out, err } = await scorecard([...command, ...args], options);
      expect(exit).toBe(EXIT.no);
      expect(out).not.toContain('S. Other');
      expect(err).toContain('your own draft for Ada Example is open');
    }
  });

  test('an interview without --interviewer is by who sits at the keyboard, with their id', async () => {
    const { scorecard, read } = desk({ 'answers.yaml': 'candidate: { name: Ada Example, id: C-1 }\nratings: {}\n' });
    const argv = ['interview', '--role', 'small', '--answers', 'answers.yaml'];
    await scorecard(argv, { userName: 'R. Panel', userId: 'r@example.com' });
    const card = JSON.parse(read('scorecards/2026-11-20-ada-example-small-r-panel.json'));
    expect(card).toMatchObject({
      candidate: { name: 'Ada Example', id: 'C-1' },
      interviewer: { name: 'R. Panel', id: 'r@example.com' },
    });
    await scorecard(argv, { env: { SCORECARD_INTERVIEWER: 'Env Panel' } });
    expect(JSON.parse(read('scorecards/2026-11-20-ada-example-small-env-panel.json')).interviewer).toEqual({
      name: 'Env Panel',
    });
    const answers = await scorecard([
      'report',
      'scorecards/2026-11-20-ada-example-small-r-panel.json',
      '-f',
      'answers',
    ]);
    expect(JSON.parse(answers.out).candidate).toEqual({ name: 'Ada Example', id: 'C-1' });
  });
});

describe('two names that are said to be one person', () => {
  const SAME = ['--same', 'Rosa Panel=R. Panel', '--same', 'Maya Fernandez=Maya Fernández'];

  async function twice() {
    const { scorecard, interview, read, cwd } = desk();
    await interview('Maya Fernandez', 'R. Panel', 4);
    await scorecard(['summary', ...SAME]);
    await interview('Bo Sample', 'Rosa Panel', 3, { start: '2026-11-21T09:00:00Z' });
    return { scorecard, interview, cwd, card: (id: string) => JSON.parse(read(`scorecards/${id}.json`)) };
  }

  test('are one interviewer, whose seals are one chain', async () => {
    const { scorecard, card } = await twice();
    const maya = card('2026-11-20-maya-fernandez-small-r-panel');
    expect(card('2026-11-21-bo-sample-small-rosa-panel').previous).toBe(maya.digest);
    expect((await scorecard(['verify'])).out.match(/^sha256:/gm)).toHaveLength(1);
  });

  test('are one interviewer of the rows of a table', async () => {
    const rows = ['Ada,R. Panel,3,3', 'Bo,Rosa Panel,3,3', 'Cy,R. Panel,3,3'].join('\n');
    const { scorecard } = desk({
      'in.csv': `candidate,interviewer,craft,talk\n${rows}\n`,
      'scorecards/people.yaml': 'same: [[R. Panel, Rosa Panel]]\n',
    });
    await scorecard(['batch', 'in.csv', '--role', 'small', '--reports', 'scorecards']);
    const { exit, out } = await scorecard(['verify', '--strict']);
    expect(exit, out).toBe(EXIT.ok);
    expect(out).toMatch(/^sha256:\S+ R\. Panel, 3 since /m);
  });

  test('are one interviewer, who amends as either, and one candidate, who is found by either', async () => {
    const { scorecard, card } = await twice();
    for (const target of ['Maya Fernández', 'maya', 'scorecards/2026-11-20-maya-fernandez-small-r-panel.json']) {
      const { exit, err } = await scorecard(['amend', target, '--as', 'Rosa Panel', '--plain'], { lines: [] });
      expect(exit, err).toBe(EXIT.no);
      expect(err).toContain('Amendment: Maya Fernandez');
    }
    const lines = ['yes', '/submit', '/submit'];
    await scorecard(['amend', 'maya', '--as', 'Rosa Panel', '--plain', '--reason', 'why'], { lines });
    const { amends, interviewer } = card('2026-11-20-maya-fernandez-small-r-panel-2');
    expect(amends.digest).toBe(card('2026-11-20-maya-fernandez-small-r-panel').digest);
    expect(interviewer.name).toBe('R. Panel');
    const { exit } = await scorecard(['report', 'Maya Fernández']);
    expect(exit).toBe(EXIT.ok);
  });

  test('are told that they have sealed a scorecard of the candidate', async () => {
    const { interview } = await twice();
    const { err } = await interview('Maya Fernández', 'Rosa Panel', 3);
    expect(err).toContain('Rosa Panel sealed a scorecard of Maya Fernández on 2026-11-20');
  });

  test('have looked at others under either', async () => {
    const { scorecard, interview, card } = await twice();
    await interview('Maya Fernandez', 'S. Panel', 2);
    const plain = ['interview', '--role', 'small', '--plain', '--candidate'];
    await scorecard([...plain, 'Maya Fernandez', '-i', 'R. Panel'], { lines: [], start: '2026-11-22T09:00:00Z' });
    await scorecard(['summary', '--unblind', '--as', 'R. Panel']);
    await scorecard(['drafts', '--discard', '2026-11-22']);
    await interview('Maya Fernández', 'Rosa Panel', 3, { start: '2026-11-23T09:00:00Z' });
    expect(card('2026-11-23-maya-fernández-small-rosa-panel').unblinded).toBe(true);
  });
});
