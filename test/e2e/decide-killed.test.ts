import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, HOME, temporaryFolder } from '../support/fake-host.js';
import { startProgram } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const DECIDE = ['panel', 'decide', 'ada', '--decision', 'hire', '--by', 'H. Brandt', '--why', 'Seen twice', '-q'];

async function prepare(): Promise<string> {
  const files = { 'rubrics/small.yaml': SMALL_RUBRIC, 'a.yaml': 'ratings: { craft: 4, talk: 3 }\nverdict: yes\n' };
  const host = createFakeHost({ files });
  const args = ['interview', '--answers', 'a.yaml', '--role', 'small', '--candidate', 'Ada Example', '-q'];
  expect(await run(args, host)).toBe(EXIT.ok);
  return host.cwd;
}

test('a decision that is killed at any call is whole once the same is decided again', {
  timeout: 120_000,
}, async () => {
  const template = await prepare();
  let kills = 0;
  for (let at = 1; ; at += 1) {
    const cwd = temporaryFolder();
    cpSync(template, cwd, { recursive: true });
    const env = { NODE_OPTIONS: `--require=${join(HOME, 'test/support/kill-at.cjs')}`, KILL_AT: String(at) };
    const { signal, code, stderr } = await startProgram(DECIDE, { cwd, env }).ended;
    if (signal === null) expect(code, stderr).toBe(EXIT.ok);
    else {
      kills += 1;
      const start = new Date().toISOString();
      const host = createFakeHost({ cwd, start });
      expect(await run(DECIDE, host), `${at}: ${host.stderr.text}`).toBe(EXIT.ok);
    }
    const folder = join(cwd, 'scorecards/decisions');
    expect(
      readdirSync(folder).map((name) => name.replace(/^.*\./, '')),
      `killed at ${at}`,
    ).toEqual(['json', 'md']);
    const log = readFileSync(join(cwd, 'scorecards/log.ndjson'), 'utf8');
    expect(log.match(/"type":"decide"/g), `killed at ${at}`).toHaveLength(1);
    const verified = createFakeHost({ cwd });
    expect(await run(['verify'], verified), verified.stdout.text).toBe(EXIT.ok);
    if (signal === null) break;
  }
  expect(kills).toBeGreaterThan(5);
});
