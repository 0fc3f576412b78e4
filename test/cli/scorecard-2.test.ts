import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, HOME } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const FILES = {
  'rubrics/small.yaml': SMALL_RUBRIC,
  'a.yaml': [
    'candidate: { name: Ada Example, id: ada@example.com }',
    'interviewer: R. Panel',
    'held: 2026-11-18',
    'ratings:',
    '  craft: { rating: 4, evidence: [{ text: held its load, at: "2026-11-18T10:00:00Z" }] }',
    '  talk: 3',
    'redFlags: [{ id: blames, evidence: [once, { text: twice, at: "2026-11-18T10:05:00Z" }] }]',
    'notes: [notice period of three months]',
    'verdict: yes',
    '',
  ].join('\n'),
};

function cards(cwd: string): any[] {
  const folder = join(cwd, 'scorecards');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

async function interview(host: ReturnType<typeof createFakeHost>, ...args: string[]) {
  return run(['interview', '-r', 'small', ...args], host);
}

test('a scorecard says who, when, with what, and what was noted when', async () => {
  const host = createFakeHost({ files: FILES });
  expect(await interview(host, '--answers', 'a.yaml'), host.stderr.text).toBe(EXIT.ok);
  expect(cards(host.cwd)[0]).toMatchObject({
    schemaVersion: 2,
    program: { name: 'scorecard' },
    candidate: { name: 'Ada Example', id: 'ada@example.com' },
    interviewer: { name: 'R. Panel' },
    held: '2026-11-18',
    dimensions: [{ evidence: [{ text: 'held its load', at: '2026-11-18T10:00:00Z' }] }, {}],
    redFlags: [{ evidence: [{ text: 'once' }, { text: 'twice', at: '2026-11-18T10:05:00Z' }] }],
    notes: [{ text: 'notice period of three months' }],
  });
});

test('what was entered in an answers file comes back as answers', async () => {
  const host = createFakeHost({ files: FILES });
  await interview(host, '--answers', 'a.yaml');
  const path = `scorecards/${cards(host.cwd)[0].id}.json`;
  const again = createFakeHost({ cwd: host.cwd });
  expect(await run(['report', path, '-f', 'answers'], again)).toBe(EXIT.ok);
  expect(JSON.parse(again.stdout.text)).toMatchObject({
    candidate: { name: 'Ada Example', id: 'ada@example.com' },
    held: '2026-11-18',
    notes: [{ text: 'notice period of three months' }],
  });
});

test("each seal names the same interviewer's last one, and no colleague's", async () => {
  const host = createFakeHost({ files: FILES });
  for (const by of ['R. Panel', 'S. Panel', 'r. panel']) {
    const next = createFakeHost({ cwd: host.cwd, files: { 'a.yaml': FILES['a.yaml'].replace('R. Panel', by) } });
    expect(await interview(next, '--answers', 'a.yaml', '--again')).toBe(EXIT.ok);
  }
  const byId = new Map(cards(host.cwd).map((card) => [card.id, card]));
  const [first, second, other] = [
    byId.get('2026-11-20-ada-example-small-r-panel'),
    byId.get('2026-11-20-ada-example-small-r-panel-2'),
    byId.get('2026-11-20-ada-example-small-s-panel'),
  ];
  expect([first.previous, other.previous, second.previous]).toEqual([undefined, undefined, first.digest]);
});

test('a day that is yet to come, or is none, is refused', async () => {
  for (const day of ['2027-01-01', 'yesterday', '2026-02-30']) {
    const host = createFakeHost({ files: { ...FILES, 'a.yaml': FILES['a.yaml'].replace(/held:.*\n/, '') } });
    expect(await interview(host, '--answers', 'a.yaml', '--held', day)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain(`--held ${day}`);
  }
});

test('who has sealed one of the candidate by the same rubric is told, and how to change that one', async () => {
  const host = createFakeHost({ files: FILES });
  await interview(host, '--answers', 'a.yaml');
  expect(host.stderr.text).not.toContain('stands in its place');
  const again = createFakeHost({
    cwd: host.cwd,
    files: { 'a.yaml': FILES['a.yaml'].replace('talk: 3', 'talk: 2') },
  });
  await interview(again, '--answers', 'a.yaml');
  expect(again.stderr.text).toMatch(
    /^R\. Panel sealed a scorecard of Ada Example on 2026-11-20; .*\nTo change that one: scorecard amend /m,
  );
  const colleague = createFakeHost({
    cwd: host.cwd,
    files: { 'a.yaml': FILES['a.yaml'].replace('R. Panel', 'S. Panel') },
  });
  await interview(colleague, '--answers', 'a.yaml');
  expect(colleague.stderr.text).toContain('Sealed:');
  expect(colleague.stderr.text).not.toContain('stands in its place');
});

test.each(['scorecard', 'scorecard-1', 'answers'])('the published schema of a %s is printed', async (name) => {
  const host = createFakeHost();
  expect(await run(['rubric', 'schema', name], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toBe(readFileSync(join(HOME, 'rubrics', `${name}.schema.json`), 'utf8'));
});

test('a name with an id behind it is both, in answers as on the command line', async () => {
  const answers = FILES['a.yaml'].replace(
    '{ name: Ada Example, id: ada@example.com }',
    'Ada Example <ada@example.com>',
  );
  const host = createFakeHost({ files: { ...FILES, 'a.yaml': answers } });
  expect(await interview(host, '--answers', 'a.yaml')).toBe(EXIT.ok);
  expect(cards(host.cwd)[0].candidate).toEqual({ name: 'Ada Example', id: 'ada@example.com' });
});
