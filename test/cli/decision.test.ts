import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { scorecardFiles } from '../support/scorecards.js';

/** A "yes" by the score, with one interviewer against it. */
const CARDS = [
  { candidate: 'Ada Example', interviewer: 'R. Panel', ratings: [4, 3, 5], verdict: 'yes', reason: 'solid' },
  { candidate: 'Ada Example', interviewer: 'J. Lee', ratings: [3, undefined, 4], verdict: 'strong-no', reason: 'no' },
  { candidate: 'Bob Łukasz', interviewer: 'J. Lee', ratings: [1, 1, 1], verdict: 'no' },
] as const;

const SAID = ['--decision', 'hire', '--by', 'H. Brandt', '--why', 'Led two severe incidents well'] as const;

function host(cwd?: string): FakeHost {
  return createFakeHost(
    cwd === undefined ? { files: scorecardFiles('scorecards', CARDS) } : { cwd, start: '2026-11-21T09:00:00Z' },
  );
}

async function decide(at: FakeHost, ...args: readonly string[]): Promise<number> {
  return run(['panel', 'decide', 'ada', ...SAID, ...args], at);
}

function recordsIn({ cwd }: FakeHost): readonly any[] {
  const folder = join(cwd, 'scorecards/decisions');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

const logOf = ({ cwd }: FakeHost) => readFileSync(join(cwd, 'scorecards/log.ndjson'), 'utf8');

describe('a decision', () => {
  test('keeps what was decided, by whom, why, and all that was known then', async () => {
    const here = host();
    expect(await decide(here)).toBe(0);
    const [record] = recordsIn(here);
    expect(record).toMatchObject({
      schemaVersion: 1,
      id: '2026-11-20-ada-example-sample',
      candidate: { name: 'Ada Example' },
      decision: 'hire',
      by: { name: 'H. Brandt' },
      recordedBy: { name: 'R. Panel' },
      why: 'Led two severe incidents well',
    });
    expect(record.scorecards.map(({ interviewer, verdict }: any) => [interviewer.name, verdict.is])).toEqual([
      ['J. Lee', 'strong-no'],
      ['R. Panel', 'yes'],
    ]);
    const shown = createFakeHost({ cwd: here.cwd });
    await run(['panel', 'show', 'ada', '--talked', '-f', 'json', '-q'], shown);
    const panel = JSON.parse(shown.stdout.text);
    const { score, exact, coverage, recommendation } = panel;
    expect(record.panel).toMatchObject({ score, exact, coverage, recommendation, pool: 'mean' });
    expect(record.panel.because.map(({ text }: any) => text)).toEqual(panel.because);
    expect(record.dimensions.map(({ median, mean, range }: any) => [median, mean, range])).toEqual(
      panel.dimensions.map(({ median, mean, range }: any) => [median, mean, range]),
    );
  });

  test('is logged by digests alone', async () => {
    const here = host();
    await decide(here);
    const [record] = recordsIn(here);
    const line = JSON.parse(logOf(here).trim().split('\n').at(-1) ?? '');
    expect(line).toMatchObject({ type: 'decide', by: { name: 'R. Panel' }, decisions: [record.digest] });
    expect(line.scorecards.map(({ digest }: any) => digest)).toEqual(
      record.scorecards.map(({ digest }: any) => digest),
    );
    expect(logOf(here)).not.toMatch(/Ada|ada|hire/);
  });

  test('of the same again records nothing, and puts back what a run that was ended had not written', async () => {
    const here = host();
    await decide(here, '-q');
    const folder = join(here.cwd, 'scorecards/decisions');
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    writeFileSync(join(folder, '2026-11-20-ada-example-sample.md'), 'half');
    writeFileSync(join(here.cwd, 'scorecards/log.ndjson'), '');
    const again = host(here.cwd);
    expect(await decide(again)).toBe(0);
    expect(again.stderr.text).toContain('as it was recorded');
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
    expect(logOf(here).trim().split('\n')).toHaveLength(1);
  });

  test('that is another stands in place of the first, and says why', async () => {
    const here = host();
    await decide(here);
    const again = host(here.cwd);
    const other = ['panel', 'decide', 'ada', '--decision', 'hold', '--by', 'H. Brandt', '--why', 'The post is frozen'];
    expect(await run(other, again)).toBe(2);
    expect(again.stderr.text).toContain('--why-replace');
    expect(await run([...other, '--why-replace', 'The budget went'], host(here.cwd))).toBe(0);
    const [first, second] = recordsIn(here);
    expect(second.replaces).toEqual({ digest: first.digest, why: 'The budget went' });
    const list = host(here.cwd);
    await run(['panel', 'decisions', '-f', 'json'], list);
    expect(JSON.parse(list.stdout.text).decisions.map(({ decision }: any) => decision)).toEqual(['hold']);
    const all = host(here.cwd);
    await run(['panel', 'decisions', '--all', '-f', 'json'], all);
    expect(JSON.parse(all.stdout.text).decisions.map(({ decision, replaced }: any) => [decision, replaced])).toEqual([
      ['hold', false],
      ['hire', true],
    ]);
  });

  test('against the recommendation asks why it differs', async () => {
    const here = host();
    const against = ['panel', 'decide', 'ada', '--decision', 'no-hire', '--by', 'H. Brandt', '--why', 'x'];
    expect(await run(against, here)).toBe(2);
    expect(here.stderr.text).toContain('--why-differs');
    expect(await run([...against, '--why-differs', 'A reference'], host(here.cwd))).toBe(0);
    expect(recordsIn(here)[0].differs).toEqual({ from: 'yes', why: 'A reference' });
  });

  test('names each option that is missing where nobody can be asked', async () => {
    const here = host();
    expect(await run(['panel', 'decide', 'ada'], here)).toBe(2);
    expect(here.stderr.text).toContain('--decision, --by, --why');
  });

  test('is not taken where nothing is sealed', async () => {
    const here = createFakeHost();
    expect(await decide(here)).toBe(2);
    expect(here.stderr.text).toContain('no sealed scorecard');
  });

  test('is passed over by what reads scorecards', async () => {
    const here = host();
    await decide(here);
    const summary = host(here.cwd);
    expect(await run(['summary'], summary)).toBe(0);
    expect(summary.stderr.text).not.toContain('decisions');
    const named = host(here.cwd);
    expect(await run(['summary', 'scorecards/decisions/2026-11-20-ada-example-sample.json'], named)).toBe(1);
    expect(named.stderr.text).toContain('is a decision, not a scorecard');
  });
});

describe('panel decisions', () => {
  const list = async (at: FakeHost, ...args: readonly string[]) => {
    const here = host(at.cwd);
    const code = await run(['panel', 'decisions', ...args], here);
    return { code, out: here.stdout.text, told: here.stderr.text };
  };

  test('shows a table, newest first, with what the rules said and where it differs', async () => {
    const here = host();
    const against = ['--decision', 'no-hire', '--by', 'H. Brandt', '--why', 'x', '--why-differs', 'A reference'];
    await run(['panel', 'decide', 'ada', ...against, '--date', '2026-11-18'], here);
    await run(['panel', 'decide', 'bob', '--decision', 'no-hire', '--by', 'R. Díaz', '--why', 'y'], host(here.cwd));
    expect((await list(here)).out).toMatchInlineSnapshot(`
      "CANDIDATE    ROLE    DECISION  DATE        BY         RULES SAID
      Bob Łukasz   sample  no hire   2026-11-21  R. Díaz    strong no
      Ada Example  sample  no hire   2026-11-18  H. Brandt  yes         differs
      "
    `);
    expect((await list(here, '--since', '2026-11-19', '-f', 'csv')).out.split('\n')[1]).toMatch(
      /^Bob Łukasz,.*,R. Díaz,y,/,
    );
    expect((await list(here, 'ada', '-f', 'markdown')).out).toContain(
      '| Ada Example | sample | no hire | 2026-11-18 |',
    );
  });

  test('says what to do where there is none', async () => {
    const here = host();
    const none = await list(here);
    expect(none).toMatchObject({ code: 0, out: '' });
    expect(none.told).toContain('Nothing was decided in scorecards yet.\nNext: scorecard panel decide CANDIDATE');
    expect((await list(here, 'ada')).told).toContain('Nobody has decided about ada in scorecards yet.');
    expect((await list(here, '-f', 'json')).out).toContain('"decisions": []');
    expect((await list(here, 'nobody')).code).toBe(2);
  });

  test('leaves out one that was changed, and says why', async () => {
    const here = host();
    await decide(here);
    const file = join(here.cwd, 'scorecards/decisions/2026-11-20-ada-example-sample.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Led two', 'Led three'));
    const { code, out, told } = await list(here);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toContain('2026-11-20-ada-example-sample.json: left out: the digest does not match');
  });
});
