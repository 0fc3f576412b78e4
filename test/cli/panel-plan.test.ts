import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { parseLog } from '../../src/core/log/entry.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SESSIONS_RUBRIC } from '../support/scorecards.js';

const RUBRIC = { 'rubrics/sample.yaml': JSON.stringify({ ...SESSIONS_RUBRIC, aliases: ['example'] }) };
const PLAN = 'scorecards/panels/ada-example-sample.yaml';
const NEW = ['panel', 'new', 'Ada Example', '--role', 'example', '--date', '2026-11-18'];
const HOLDERS = ['-i', 'J. Lee=making,telling', '-i', 'A. Novak=caring'];

async function scorecard(cwd: string | undefined, line: readonly string[], userName = 'J. Lee'): Promise<Ran> {
  const host = createFakeHost({ ...(cwd === undefined ? { files: RUBRIC } : { cwd }), userName });
  const code = await run(line, host);
  return { code, host, out: host.stdout.text, err: host.stderr.text };
}

interface Ran {
  readonly code: number;
  readonly host: FakeHost;
  readonly out: string;
  readonly err: string;
}

/** A folder with a rubric and the plan. */
async function planned(more: readonly string[] = [], holders: readonly string[] = HOLDERS): Promise<string> {
  const { code, err, host } = await scorecard(undefined, [...NEW, ...holders, ...more]);
  expect(code, err).toBe(EXIT.ok);
  return host.cwd;
}

/** Somebody seals a session of Ada Example's. */
async function seal(cwd: string, interviewer: string, session: string, rating = 4): Promise<void> {
  const answers = {
    role: 'sample',
    candidate: 'Ada Example',
    session,
    ratings: Object.fromEntries(
      (SESSIONS_RUBRIC.sessions.find(({ id }) => id === session)?.dimensions ?? []).map((id) => [id, rating]),
    ),
    verdict: 'yes',
  };
  writeFileSync(join(cwd, 'answers.json'), JSON.stringify(answers));
  const { code, err } = await scorecard(cwd, ['interview', '--answers', 'answers.json', '-q', '-i', interviewer]);
  expect(code, err).toBe(EXIT.ok);
}

describe('panel new', () => {
  test('writes the plan under the id of the role, and says what nobody or one alone covers', async () => {
    const { code, err, host } = await scorecard(undefined, [...NEW, '-i', 'J. Lee=making', '-i', 'A. Novak=caring']);
    expect(code, err).toBe(EXIT.ok);
    expect(err).toMatchInlineSnapshot(`
      "scorecards/panels/ada-example-sample.yaml
      Nobody covers: Dimension tools.
      Carries the role, and one interviewer alone covers it: Dimension care. Plan two.
      Next: scorecard panel status 'Ada Example'
      "
    `);
    expect(readFileSync(join(host.cwd, PLAN), 'utf8')).toContain('role: sample\n');
  });

  test('never writes over a plan, however the candidate and the role are spelt', async () => {
    const cwd = await planned();
    const before = readFileSync(join(cwd, PLAN), 'utf8');
    const { code, err } = await scorecard(cwd, ['panel', 'new', 'ADA example', '-r', 'sample', '-i', 'M. Okafor']);
    expect(code).toBe(EXIT.usage);
    expect(err).toContain(`ADA example is planned for sample already: ${PLAN}`);
    expect(readFileSync(join(cwd, PLAN), 'utf8')).toBe(before);
  });

  test.each([
    [['-i', 'J. Lee=makin'], 'neither the rubric nor the plan has a session "makin"; did you mean "making"?'],
    [[], 'nobody interviews'],
    [['-i', 'J. Lee', '-i', 'j. lee=making'], 'j. lee is named twice'],
    [['-i', '=making'], 'names nobody'],
    [['-i', 'J. Lee='], 'names no session'],
    [['--shadow', 'J. Lee'], 'everybody here is a shadow'],
    [['-i', 'J. Lee', '--variant', 'x'], 'has no variant "x"'],
  ])('%j plans nothing', async (words, message) => {
    const { code, err, host } = await scorecard(undefined, [...NEW, ...words]);
    expect(code).toBe(EXIT.usage);
    expect(err).toContain(message);
    expect(existsSync(join(host.cwd, 'scorecards'))).toBe(false);
  });
});

describe('panel list and panel status', () => {
  test('say what to do where nothing is planned', async () => {
    for (const line of ['panel list', 'panel status']) {
      const { code, out, err } = await scorecard(undefined, line.split(' '));
      expect(code).toBe(EXIT.ok);
      expect(out).toBe('');
      expect(err).toContain('Next: scorecard panel new');
    }
  });

  test('tell who is in, whose draft is open, who is missing since when, and who was not planned', async () => {
    const cwd = await planned(['--shadow', 'R. Díaz=making'], [...HOLDERS, '-i', 'K. Sato=caring']);
    await seal(cwd, 'J. Lee', 'making');
    await seal(cwd, 'M. Okafor', 'telling');
    const draft = createFakeHost({ cwd, lines: ['4', '/quit'] });
    const line = 'interview --plain -q -r sample --session caring -c'.split(' ');
    expect(await run([...line, 'Ada Example', '-i', 'A. Novak'], draft)).toBe(EXIT.ok);
    expect((await scorecard(cwd, ['panel', 'list'])).out).toMatchInlineSnapshot(`
      "CANDIDATE    ROLE    DATE            IN  STATE
      Ada Example  sample  2026-11-18  1 of 4  missing for 2 days: J. Lee, A. Novak, …
      "
    `);
    const { out } = await scorecard(cwd, ['panel', 'status', 'ada', '-r', 'example']);
    expect(out).toMatchInlineSnapshot(`
      "Ada Example, Sample role: 1 of 4 in
      2026-11-18 · shows others' ratings once all of one's own sessions are in

      INTERVIEWER       SESSION  MIN  STATE
      J. Lee            Making    45  in, sealed 2026-11-20
      J. Lee            Telling   30  missing for 2 days
      A. Novak          Caring    30  missing for 2 days, draft open
      K. Sato           Caring    30  missing for 2 days
      R. Díaz (shadow)  Making    45  missing for 2 days
      Not in the plan, and sealed 2026-11-20: M. Okafor, telling.

      DIMENSION        COVERED BY
      Dimension depth  J. Lee
      Dimension care   A. Novak, K. Sato
      Dimension talk   J. Lee
      Dimension tools  J. Lee
      scorecards/panels/ada-example-sample.yaml
      "
    `);
    const { plans } = JSON.parse((await scorecard(cwd, ['panel', 'status', '-f', 'json'])).out);
    expect(plans[0]).toMatchObject({ in: 1, expected: 4, unplanned: [{ name: 'M. Okafor', session: 'telling' }] });
  });

  test('a plan with mistakes is an error with every line, and is told by the list and by doctor', async () => {
    const cwd = await planned();
    writeFileSync(
      join(cwd, PLAN),
      readFileSync(join(cwd, PLAN), 'utf8').replace('making', 'makin').replace('sample', 'sampel'),
    );
    const status = await scorecard(cwd, ['panel', 'status']);
    expect(status.code).toBe(EXIT.usage);
    expect(status.err).toMatch(/ada-example-sample\.yaml:5:7 error there is no role "sampel"; did you mean "sample"\?/);
    writeFileSync(join(cwd, PLAN), readFileSync(join(cwd, PLAN), 'utf8').replace('sampel', 'sample'));
    const list = await scorecard(cwd, ['panel', 'list']);
    expect(list.code).toBe(EXIT.no);
    expect(list.err).toMatch(
      /ada-example-sample\.yaml:\d+:9 error neither the rubric nor the plan has a session "makin"/,
    );
    const doctor = await scorecard(cwd, ['doctor']);
    expect(doctor.code).toBe(EXIT.no);
    expect(doctor.out).toMatch(/wrong +plans +/);
  });
});

describe('what a plan hides', () => {
  const compare = ['compare', 'Ada Example', '-f', 'json'];

  test('before the first key, from whoever is planned, until all of their own sessions are in', async () => {
    const cwd = await planned();
    await seal(cwd, 'A. Novak', 'caring');
    const hidden = await scorecard(cwd, ['summary', '-f', 'csv']);
    expect(hidden.code).toBe(EXIT.no);
    expect(hidden.out.split('\n')).toHaveLength(2);
    expect(hidden.err).toContain(
      `1 scorecard of other interviewers hidden: by ${PLAN} those of Ada Example are shown once all of your own are in`,
    );
    expect((await scorecard(cwd, ['panel', 'show', 'Ada'])).err).toContain('the one scorecard is hidden, see above');
    await seal(cwd, 'J. Lee', 'making');
    expect((await scorecard(cwd, ['summary'])).code).toBe(EXIT.no);
    await seal(cwd, 'J. Lee', 'telling');
    expect((await scorecard(cwd, compare)).code).toBe(EXIT.ok);
  });

  test('nothing from somebody who holds no session, unless all have to be in', async () => {
    const cwd = await planned();
    await seal(cwd, 'A. Novak', 'caring');
    expect((await scorecard(cwd, ['summary'], 'S. Other')).code).toBe(EXIT.ok);
    writeFileSync(
      join(cwd, PLAN),
      readFileSync(join(cwd, PLAN), 'utf8').replace('visible: after-own\n', 'visible: after-all\n'),
    );
    const { code, err } = await scorecard(cwd, ['summary'], 'S. Other');
    expect(code).toBe(EXIT.no);
    expect(err).toContain('are shown once all are in\nscorecard panel status says who is missing');
    expect((await scorecard(cwd, ['summary'], 'A. Novak')).code).toBe(EXIT.ok);
    await seal(cwd, 'J. Lee', 'making');
    await seal(cwd, 'J. Lee', 'telling');
    expect((await scorecard(cwd, ['summary'], 'S. Other')).code).toBe(EXIT.ok);
  });

  test('nothing where it says always, though the own draft is open', async () => {
    const cwd = await planned(['--visible', 'always']);
    await seal(cwd, 'A. Novak', 'caring');
    const draft = createFakeHost({ cwd, lines: ['4', '/quit'], userName: 'J. Lee' });
    await run('interview --plain -q -r sample --session making -c ADA'.split(' ').with(-1, 'Ada Example'), draft);
    expect((await scorecard(cwd, ['summary'])).code).toBe(EXIT.ok);
  });

  test('all of it while it has mistakes, even where nothing can be read but the name of its file', async () => {
    const cwd = await planned();
    await seal(cwd, 'A. Novak', 'caring');
    for (const text of [`${readFileSync(join(cwd, PLAN), 'utf8')}visibel: always\n`, '{[']) {
      writeFileSync(join(cwd, PLAN), text);
      const { code, err } = await scorecard(cwd, ['summary'], 'S. Other');
      expect(code).toBe(EXIT.no);
      expect(err).toContain(`${PLAN} has mistakes, and hides those of Ada Example until it is mended`);
    }
  });

  test('by the id of its role, where an alias was written by hand', async () => {
    const cwd = await planned();
    await seal(cwd, 'A. Novak', 'caring');
    writeFileSync(join(cwd, PLAN), readFileSync(join(cwd, PLAN), 'utf8').replace('role: sample', 'role: example'));
    expect((await scorecard(cwd, ['summary'])).code).toBe(EXIT.no);
    expect((await scorecard(cwd, ['panel', 'status'])).err).toContain('"example" is another name of the role sample');
  });

  test('a trainee sees others once their own is in, and nobody waits for them', async () => {
    const cwd = await planned(['--visible', 'after-all', '--shadow', 'R. Díaz=making'], ['-i', 'A. Novak=caring']);
    await seal(cwd, 'A. Novak', 'caring');
    expect((await scorecard(cwd, ['summary'], 'S. Other')).code).toBe(EXIT.ok);
    expect((await scorecard(cwd, ['summary'], 'R. Díaz')).code).toBe(EXIT.no);
  });

  test('--unblind shows it and is in the log, and the scorecard that is sealed later says so', async () => {
    const cwd = await planned();
    await seal(cwd, 'A. Novak', 'caring');
    const looked = await scorecard(cwd, ['summary', '--unblind', '-f', 'csv']);
    expect(looked.code).toBe(EXIT.ok);
    expect(looked.out).toContain('Ada Example');
    const { entries } = parseLog(readFileSync(join(cwd, 'scorecards/log.ndjson'), 'utf8'));
    expect(entries.at(-1)).toMatchObject({ type: 'unblind', by: { name: 'J. Lee' }, scorecards: [{}] });
    await seal(cwd, 'J. Lee', 'making');
    const files = readdirSync(join(cwd, 'scorecards')).filter((name) => name.endsWith('j-lee.json'));
    expect(readFileSync(join(cwd, 'scorecards', files[0] ?? ''), 'utf8')).toContain('"unblinded": true');
  });

  test('nobody looks without a name, and a removed plan hides nothing', async () => {
    const cwd = await planned();
    await seal(cwd, 'A. Novak', 'caring');
    const host = createFakeHost({ cwd, userName: undefined });
    expect(await run(['summary', '--unblind'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('who you are is not known');
    rmSync(join(cwd, PLAN));
    expect((await scorecard(cwd, ['summary'])).code).toBe(EXIT.ok);
  });
});

test('who is erased is gone from the plans too', async () => {
  const cwd = await planned();
  const shown = await scorecard(cwd, ['person', 'show', 'Ada Example']);
  expect(shown.out).toContain('panels/ada-example-sample.yaml');
  expect((await scorecard(cwd, ['person', 'show', 'J. Lee'])).out).toContain('panels/ada-example-sample.yaml');
  const erased = await scorecard(cwd, ['person', 'erase', 'Ada Example', '--yes']);
  expect(erased.code, erased.err).toBe(EXIT.ok);
  expect(existsSync(join(cwd, PLAN))).toBe(false);
});
