import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from '../../src/errors.js';
import { HOME, temporaryFolder } from '../support/fake-host.js';
import { startProgram } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const INTERVIEW = ['interview', '--answers', 'a.yaml'];
const ANSWERS = `role: ./small.yaml
candidate: Ada Example
interviewer: R. Panel
ratings: { craft: { rating: 4, evidence: held its load }, talk: 3 }
notes: three months of notice
verdict: yes
`;

test('answers whose run is killed at any call are sealed once by the same command', { timeout: 120_000 }, async () => {
  let kills = 0;
  for (let at = 1; ; at += 1) {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'small.yaml'), SMALL_RUBRIC);
    writeFileSync(join(cwd, 'a.yaml'), ANSWERS);
    const env = { NODE_OPTIONS: `--require=${join(HOME, 'test/support/kill-at.cjs')}`, KILL_AT: String(at) };
    const { signal, code, stderr } = await startProgram(INTERVIEW, { cwd, env }).ended;
    if (signal === null) {
      expect(code, stderr).toBe(EXIT.ok);
      break;
    }
    kills += 1;
    const again = await startProgram(INTERVIEW, { cwd }).ended;
    expect(again.code, `${at}: ${again.stderr}`).toBe(EXIT.ok);
    expect(again.stderr, `killed at ${at}`).toMatch(/^(Sealed:|already submitted: )/m);
    const store = join(cwd, 'scorecards');
    const cards = readdirSync(store).filter((name) => name.endsWith('.json'));
    expect(cards, `killed at ${at}`).toHaveLength(1);
    expect(readdirSync(join(store, '.drafts/r-panel')), `killed at ${at}`).toEqual([]);
    expect(readdirSync(join(store, '.history/r-panel')), `killed at ${at}`).toHaveLength(1);
    expect(readFileSync(join(store, 'log.ndjson'), 'utf8').trim().split('\n'), `killed at ${at}`).toHaveLength(1);
    const verified = await startProgram(['verify', join('scorecards', cards[0] ?? '')], { cwd }).ended;
    expect(verified.code, `killed at ${at}: ${verified.stderr}${verified.stdout}`).toBe(EXIT.ok);
  }
  expect(kills).toBeGreaterThan(9);
});
