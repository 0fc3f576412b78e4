import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const files = { 'rubrics/small.yaml': SMALL_RUBRIC };
const interview = (by: string) => ['interview', '--plain', '--role', 'small', '-c', 'Ada Example', '-i', by];

test('each interviewer has a folder among the drafts, and one in the history', async () => {
  const host = createFakeHost({ files, lines: ['4', '/quit'] });
  expect(await run(interview('R. Panel'), host)).toBe(EXIT.ok);
  expect(
    await run(
      interview('Sam Other'),
      createFakeHost({ cwd: host.cwd, lines: ['4', '/2 3', '/review', 'yes', '/submit', '/submit'] }),
    ),
  ).toBe(0);
  const names = (folder: string) => readdirSync(join(host.cwd, 'scorecards', folder), { recursive: true }).sort();
  expect(names('.drafts')).toEqual(['r-panel', 'r-panel/2026-11-20-ada-example-small-r-panel.ndjson', 'sam-other']);
  expect(names('.history')).toEqual(['sam-other', 'sam-other/2026-11-20-ada-example-small-sam-other.ndjson']);
});

test('a name is free only where no interviewer has it', async () => {
  const host = createFakeHost({ files, lines: ['4', '/quit'] });
  expect(await run(interview('R. Panel'), host)).toBe(EXIT.ok);
  const drafts = join(host.cwd, 'scorecards/.drafts');
  renameSync(join(drafts, 'r-panel'), join(drafts, 'r-panel-example-com'));
  const other = createFakeHost({ cwd: host.cwd, lines: ['4', '/quit'] });
  expect(await run(interview('r panel'), other)).toBe(EXIT.ok);
  expect(readdirSync(join(drafts, 'r-panel'))).toEqual(['2026-11-20-ada-example-small-r-panel-2.ndjson']);
});

test('what version 0.1 kept in one folder is listed, resumed, submitted, and put away beside the rest', async () => {
  const host = createFakeHost({ files, lines: ['4', 'held its load', '/quit'] });
  expect(await run(interview('R. Panel'), host)).toBe(EXIT.ok);
  const store = join(host.cwd, 'scorecards');
  const id = '2026-11-20-ada-example-small-r-panel';
  renameSync(join(store, `.drafts/r-panel/${id}.ndjson`), join(store, `.drafts/${id}.ndjson`));
  const doctor = createFakeHost({ cwd: host.cwd });
  await run(['doctor'], doctor);
  expect(doctor.stdout.text).toMatch(/^fine {3}drafts +1 open draft$/m);
  const resumed = createFakeHost({ cwd: host.cwd, lines: ['/2 3', '/review', 'yes', '/submit', '/submit'] });
  expect(await run(['interview', '--plain', '--resume', 'ada'], resumed), resumed.stderr.text).toBe(EXIT.ok);
  expect(readFileSync(join(store, `${id}.json`), 'utf8')).toContain('held its load');
  expect(existsSync(join(store, `.drafts/${id}.ndjson`))).toBe(false);
  expect(readdirSync(join(store, '.history/r-panel'))).toEqual([`${id}.ndjson`]);
});

test('the history that version 0.1 kept in one folder is still held against its scorecard', async () => {
  const host = createFakeHost({ files, lines: ['4', '/2 3', '/review', 'yes', '/submit', '/submit'] });
  expect(await run(interview('R. Panel'), host)).toBe(EXIT.ok);
  const id = '2026-11-20-ada-example-small-r-panel';
  const history = join(host.cwd, 'scorecards/.history');
  renameSync(join(history, `r-panel/${id}.ndjson`), join(history, `${id}.ndjson`));
  mkdirSync(join(history, 'nobody'), { recursive: true });
  const verified = createFakeHost({ cwd: host.cwd });
  expect(await run(['verify', `scorecards/${id}.json`], verified)).toBe(EXIT.ok);
  expect(verified.stderr.text).not.toContain('not checked');
});
