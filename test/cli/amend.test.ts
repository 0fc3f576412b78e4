import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const ANSWERS = [
  'candidate: Ada Example',
  'interviewer: R. Panel',
  'ratings:',
  '  craft: { rating: 4, evidence: [held its load], asked: [1] }',
  '  talk: { rating: not-assessed, reason: ran out of time }',
  'redFlags: [{ id: blames, evidence: named one colleague }]',
  'notes: [notice period of three months]',
  'verdict: { is: yes, reason: knows the craft }',
  '',
].join('\n');
const ID = '2026-11-20-ada-example-small-r-panel';
/** At the review: the verdict once more, then the seal. */
const SEAL = ['yes', '/submit'];

let first: FakeHost;

beforeEach(async () => {
  first = createFakeHost({ files: { 'rubrics/small.yaml': SMALL_RUBRIC, 'a.yaml': ANSWERS }, userName: 'R. Panel' });
  await run(['interview', '-r', 'small', '--answers', 'a.yaml', '-q'], first);
});

async function amend(target: string, lines: readonly string[], ...args: string[]) {
  const host = createFakeHost({ cwd: first.cwd, lines, userName: 'R. Panel', start: '2026-11-21T09:00:00Z' });
  const exit = await run(['amend', target, '--plain', ...args], host);
  return { exit, err: host.stderr.text, out: host.stdout.text };
}

function cards(): any[] {
  const folder = join(first.cwd, 'scorecards');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

test('the sealed file stays, and a new one names its digest and the reason, with all else in place', async () => {
  const { exit, err } = await amend('ada', [...SEAL, 'a colleague checked the figures']);
  expect(exit, err).toBe(EXIT.ok);
  const [before, after] = cards();
  expect(after).toMatchObject({
    amends: { digest: before.digest, reason: 'a colleague checked the figures' },
    previous: before.digest,
    held: '2026-11-20',
    dimensions: before.dimensions,
    redFlags: before.redFlags,
    notes: before.notes,
  });
  expect(after.changedAfterReveal).toBeUndefined();
  expect(after.verdict.first).toBeUndefined();
});

test('verify agrees with both, and the report says that it amends', async () => {
  await amend('ada', SEAL, '--reason', 'the debrief', '--after-debrief');
  const files = cards().map(({ id }) => `scorecards/${id}.json`);
  const host = createFakeHost({ cwd: first.cwd });
  expect(await run(['verify', ...files], host), host.stdout.text).toBe(EXIT.ok);
  expect(await run(['report', String(files[1])], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toContain('after the debrief: the debrief');
});

test('what was changed is in the new one alone', async () => {
  await amend('ada', ['/1 2', '/1 the load was a test', ...SEAL], '--reason', 'the load was a test');
  const [before, after] = cards();
  expect([before.dimensions[0].rating, after.dimensions[0].rating]).toEqual([4, 2]);
  expect(after.dimensions[0].evidence.map(({ text }: { text: string }) => text)).toEqual([
    'held its load',
    'the load was a test',
  ]);
});

test('it says that it is an amendment, and which verdict stands', async () => {
  const { err } = await amend('ada', []);
  expect(err).toContain('Amendment: Ada Example, for Small role.');
  expect(err).toContain('Verdict so far: yes: knows the craft.');
});

test('an amendment is amended in its turn, each naming the one before it', async () => {
  await amend('ada', SEAL, '--reason', 'one');
  await amend('ada', SEAL, '--reason', 'two');
  const byReason = (reason: string) => cards().find(({ amends }) => amends?.reason === reason);
  expect(byReason('one').amends.digest).toBe(cards().find(({ amends }) => amends === undefined).digest);
  expect(byReason('two').amends.digest).toBe(byReason('one').digest);
});

test('a report of what has been amended says which counts, however many came after it', async () => {
  await amend('ada', SEAL, '--reason', 'one');
  await amend('ada', SEAL, '--reason', 'two');
  for (const target of [`scorecards/${ID}.json`, 'ada']) {
    const host = createFakeHost({ cwd: first.cwd });
    expect(await run(['report', target], host)).toBe(EXIT.ok);
    expect(host.stderr.text).toContain(`${ID}.json was amended: the newest is ${ID.replace('11-20', '11-21')}-2`);
  }
});

test('a reason given at the start is kept with the draft, and is not asked again', async () => {
  expect((await amend('ada', [], '--reason', 'the debrief')).exit).toBe(EXIT.no);
  const again = await amend('ada', SEAL);
  expect(again.exit, again.err).toBe(EXIT.ok);
  expect(again.err + again.out).not.toContain('Why is it amended?');
  expect(cards().at(-1).amends.reason).toBe('the debrief');
  const host = createFakeHost({ cwd: first.cwd });
  expect(await run(['verify', `scorecards/${cards().at(-1).id}.json`], host), host.stdout.text).toBe(EXIT.ok);
});

test('a new reason takes the place of the one that the draft keeps', async () => {
  await amend('ada', [], '--reason', 'one');
  await amend('ada', [], '--reason', 'two');
  const again = await amend('ada', SEAL);
  expect(again.exit, again.err).toBe(EXIT.ok);
  expect(cards().at(-1).amends.reason).toBe('two');
});

test('that it comes after the debrief is kept, also where it is said when the draft is opened again', async () => {
  await amend('ada', [], '--reason', 'one');
  expect((await amend('ada', [], '--after-debrief')).exit).toBe(EXIT.no);
  const again = await amend('ada', SEAL);
  expect(again.exit, again.err).toBe(EXIT.ok);
  expect(cards().at(-1).amends).toMatchObject({ reason: 'one', after: 'debrief' });
  const host = createFakeHost({ cwd: first.cwd });
  expect(await run(['verify', `scorecards/${cards().at(-1).id}.json`], host), host.stdout.text).toBe(EXIT.ok);
});

test('where the input ends at the reason it stays a draft, which the same command opens again', async () => {
  const { exit, err } = await amend('ada', SEAL);
  expect(exit).toBe(EXIT.no);
  expect(err).toContain('Draft saved');
  expect(cards()).toHaveLength(1);
  const again = await amend('ada', SEAL, '--reason', 'the debrief');
  expect(again.exit, again.err).toBe(EXIT.ok);
  expect(cards()).toHaveLength(2);
});

test('the draft beside a file elsewhere is gone on with as it says', async () => {
  const host = createFakeHost({ cwd: join(first.cwd, 'rubrics'), lines: [], userName: 'R. Panel' });
  expect(await run(['amend', `../scorecards/${ID}.json`, '--plain'], host)).toBe(EXIT.no);
  const store = join(first.cwd, 'scorecards');
  expect(host.stderr.text.replace(/\s+/g, ' ')).toContain(`interview --store ${store} --resume ${ID}-2`);
});

test('while it is a draft it hides nobody else', async () => {
  const answers = ANSWERS.replace('R. Panel', 'S. Panel');
  const colleague = createFakeHost({ cwd: first.cwd, files: { 's.yaml': answers } });
  await run(['interview', '-r', 'small', '--answers', 's.yaml', '-q'], colleague);
  await amend('ada', []);
  const host = createFakeHost({ cwd: first.cwd, userName: 'R. Panel' });
  expect(await run(['report', `scorecards/${ID.replace('r-panel', 's-panel')}.json`], host)).toBe(EXIT.ok);
});

test('a candidate and an interviewer are known by every name that people.yaml says is theirs', async () => {
  const same = 'same:\n  - [Ada Example, Bea Sample]\n  - [R. Panel, Rosa Panel]\n';
  writeFileSync(join(first.cwd, 'scorecards/people.yaml'), same);
  const host = createFakeHost({ cwd: first.cwd, lines: SEAL, userName: 'Rosa Panel', start: '2026-11-21T09:00:00Z' });
  const exit = await run(['amend', 'bea sample', '--plain', '--reason', 'the debrief'], host);
  expect(exit, host.stderr.text).toBe(EXIT.ok);
  expect(cards()[1].amends.digest).toBe(cards()[0].digest);
});

describe('amend refuses', () => {
  test('the scorecard of a colleague, and says whose it is', async () => {
    const host = createFakeHost({ cwd: first.cwd, userName: 'S. Panel' });
    expect(await run(['amend', `scorecards/${ID}.json`, '--plain'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('is by R. Panel, and you are S. Panel');
    expect(await run(['amend', 'ada', '--plain'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('S. Panel has no sealed scorecard of "ada"');
  });

  test('one that was changed after it was sealed', async () => {
    const path = join(first.cwd, 'scorecards', `${ID}.json`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('held its load', 'held no load'));
    const { exit, err } = await amend('ada', SEAL);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('is not as it was sealed');
  });

  test('one that has been amended, and names the newest', async () => {
    await amend('ada', SEAL, '--reason', 'one');
    const { exit, err } = await amend(`scorecards/${ID}.json`, SEAL);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('has been amended already');
    expect(err).toContain('scorecard amend ');
  });

  test('an empty reason', async () => {
    const { exit, err } = await amend('ada', SEAL, '--reason', ' ');
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('the reason is empty');
  });
});
