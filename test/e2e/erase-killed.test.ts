import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { parseLog } from '../../src/core/log/entry.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, HOME, temporaryFolder } from '../support/fake-host.js';
import { startProgram } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const ID = '2026-11-20-ada-example-small-r-panel';
const ERASE = ['person', 'erase', 'Ada Exmple', '--yes'];

/** A scorecard with all that stands beside it, a draft, a table with others, and names in people.yaml. */
async function prepare(): Promise<string> {
  const files = {
    'rubrics/small.yaml': SMALL_RUBRIC,
    'a.yaml': 'ratings: { craft: 4, talk: 3 }\nverdict: yes\n',
    'scorecards/batch.ndjson': '{"candidate":"Ada Example"}\n{"candidate":"Bo Sample"}\n',
    'scorecards/people.yaml': 'same:\n  - [Ada Example, Ada Exmple]\n',
  };
  const host = createFakeHost({ files });
  const who = ['--role', 'small', '--candidate', 'Ada Example', '--interviewer'];
  const { cwd } = host;
  expect(await run(['interview', '--answers', 'a.yaml', ...who, 'R. Panel', '-q'], host)).toBe(EXIT.ok);
  expect(await run(['interview', '--plain', ...who, 'S. Other'], createFakeHost({ cwd, lines: ['4', '/quit'] }))).toBe(
    EXIT.ok,
  );
  writeFileSync(join(cwd, `scorecards/${ID}.json.sig`), 'a signature');
  return cwd;
}

/** Names and texts of the store. */
function everything(cwd: string): string {
  const store = join(cwd, 'scorecards');
  return readdirSync(store, { recursive: true, encoding: 'utf8' })
    .map((path) => path + (statSync(join(store, path)).isFile() ? readFileSync(join(store, path), 'utf8') : ''))
    .join('\n');
}

test('erase that is killed at any call is finished by the same command', { timeout: 120_000 }, async () => {
  const template = await prepare();
  const sealed = JSON.parse(readFileSync(join(template, `scorecards/${ID}.json`), 'utf8')).digest;
  let kills = 0;
  for (let at = 1; ; at += 1) {
    const cwd = temporaryFolder();
    cpSync(template, cwd, { recursive: true });
    const env = { NODE_OPTIONS: `--require=${join(HOME, 'test/support/kill-at.cjs')}`, KILL_AT: String(at) };
    const { signal, code, stderr } = await startProgram(ERASE, { cwd, env }).ended;
    if (signal === null) expect(code, stderr).toBe(EXIT.ok);
    else {
      kills += 1;
      const host = createFakeHost({ cwd });
      const again = await run(ERASE, host);
      // Where all was done but the last sync, there is nothing to do.
      expect([EXIT.ok, EXIT.no], `${at}: ${host.stderr.text}`).toContain(again);
    }
    expect(everything(cwd), `killed at ${at}`).not.toMatch(/ada.?exa?mple/i);
    expect(readFileSync(join(cwd, 'scorecards/batch.ndjson'), 'utf8')).toContain('Bo Sample');
    const { entries } = parseLog(readFileSync(join(cwd, 'scorecards/log.ndjson'), 'utf8'));
    const erased = entries.filter(({ type }) => type === 'erase').flatMap(({ scorecards }) => scorecards);
    expect(new Set(erased.map(({ digest }) => digest))).toEqual(new Set([sealed]));
    if (signal === null) break;
  }
  expect(kills).toBeGreaterThan(9);
});

test('a scorecard that cannot be read is not erased, since nobody could walk past it', async () => {
  const cwd = await prepare();
  const before = everything(cwd);
  const env = { NODE_OPTIONS: `--require=${join(HOME, 'test/support/unreadable.cjs')}`, UNREADABLE: `${ID}.json` };
  const { code, stderr } = await startProgram(ERASE, { cwd, env }).ended;
  expect(code, stderr).toBe(EXIT.usage);
  expect(stderr).toContain(`${ID}.json cannot be read, and its digest has to be kept: the disk reports an error`);
  expect(everything(cwd)).toBe(before);
});
