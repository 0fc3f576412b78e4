import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, HOME } from '../support/fake-host.js';
import { scorecardFiles } from '../support/scorecards.js';

/** A scorecard with its report and its journal, as version 0.1 left them. */
const CARD = 'scorecards/2026-11-26-ada-example-small-r-panel.json';

function storeOfVersion1(files: Record<string, string> = {}) {
  const host = createFakeHost({ files });
  cpSync(join(HOME, 'test/fixtures/version-1'), join(host.cwd, 'scorecards'), { recursive: true });
  return host;
}

test('what version 0.1 left still agrees with its digest, its arithmetic and its journal', async () => {
  const host = storeOfVersion1();
  expect(await run(['verify', CARD], host), host.stdout.text).toBe(EXIT.ok);
  expect(host.stderr.text).toContain('1 scorecard verified: all agree');
});

test('a change of it is told by its digest and by its journal', async () => {
  const host = storeOfVersion1();
  const path = join(host.cwd, CARD);
  writeFileSync(path, readFileSync(path, 'utf8').replace('Held 12000', 'Held 120'));
  expect(await run(['verify', CARD], host)).toBe(EXIT.no);
  expect(host.stdout.text).toContain('(digest)');
  expect(host.stdout.text).toContain('craft: evidence differs from its journal');
});

test('it is reported, and given as JSON as it was sealed', async () => {
  const host = storeOfVersion1();
  expect(await run(['report', CARD], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toContain('- Held 12000 requests a second\n');
  const again = createFakeHost({ cwd: host.cwd });
  expect(await run(['report', CARD, '-f', 'json'], again)).toBe(EXIT.ok);
  expect(again.stdout.text).toBe(readFileSync(join(host.cwd, CARD), 'utf8'));
});

test('it is pooled with scorecards of today', async () => {
  const host = storeOfVersion1(scorecardFiles('scorecards', [{ candidate: 'Bob Example', ratings: [4, 3, 5] }]));
  expect(await run(['summary', '-f', 'csv'], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toMatch(/Ada Example.*\n[\s\S]*Bob Example|Bob Example.*\n[\s\S]*Ada Example/);
});

test('its answers give the same interview again, sealed by today', async () => {
  const host = storeOfVersion1();
  expect(await run(['report', CARD, '-f', 'answers'], host)).toBe(EXIT.ok);
  const again = createFakeHost({
    files: { 'a.yaml': host.stdout.text, 'small.yaml': readFileSync(join(HOME, 'test/fixtures/small.yaml'), 'utf8') },
  });
  expect(await run(['interview', '--role', './small.yaml', '--answers', 'a.yaml', '-f', 'json'], again)).toBe(EXIT.ok);
  const before = JSON.parse(readFileSync(join(host.cwd, CARD), 'utf8'));
  expect(JSON.parse(again.stdout.text)).toMatchObject({
    schemaVersion: 2,
    candidate: { name: 'Ada Example' },
    result: { score: before.result.score, recommendation: before.result.recommendation },
  });
});
