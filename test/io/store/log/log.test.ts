import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LogEntry, logLine } from '../../../../src/core/log/entry.js';
import { appendToLog, logSubmission, readLog } from '../../../../src/io/store/log/log.js';
import { temporaryFolder } from '../../../support/fake-host.js';
import { createScorecard } from '../../../support/scorecards.js';

const ENTRY: LogEntry = {
  at: '2026-11-20T14:00:00.000+00:00',
  by: { name: 'R. Panel' },
  type: 'export',
  scorecards: [],
};

test('a log begins with its first line, private to the user', () => {
  const folder = join(temporaryFolder(), 'store');
  expect(readLog(folder)).toEqual({ entries: [], unread: [] });
  appendToLog(folder, ENTRY);
  appendToLog(folder, ENTRY);
  expect(readLog(folder)).toEqual({ entries: [ENTRY, ENTRY], unread: [] });
  expect(statSync(join(folder, 'log.ndjson')).mode & 0o777).toBe(0o600);
});

test('a line that a full disk cut off stays alone, and the next is whole', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'log.ndjson'), logLine(ENTRY) + logLine(ENTRY).slice(0, 20));
  appendToLog(folder, ENTRY);
  expect(readLog(folder)).toEqual({ entries: [ENTRY, ENTRY], unread: [2] });
});

test('a scorecard is logged once, however often it is submitted', () => {
  const folder = temporaryFolder();
  const card = createScorecard({ ratings: [4, 3, 3] });
  logSubmission(folder, card);
  const before = readFileSync(join(folder, 'log.ndjson'), 'utf8');
  logSubmission(folder, JSON.parse(JSON.stringify(card)));
  expect(readFileSync(join(folder, 'log.ndjson'), 'utf8')).toBe(before);
  logSubmission(folder, createScorecard({ ratings: [4, 3, 3], interviewer: 'Bo Second' }));
  expect(readLog(folder).entries.map(({ by }) => by.name)).toEqual(['R. Panel', 'Bo Second']);
});

test('a draft is not logged', () => {
  const folder = temporaryFolder();
  logSubmission(folder, createScorecard({ ratings: [4], isDraft: true }));
  logSubmission(folder, undefined);
  expect(readLog(folder).entries).toEqual([]);
});

test('what is no regular file is refused, and not waited for', () => {
  const folder = temporaryFolder();
  execFileSync('mkfifo', [join(folder, 'log.ndjson')]);
  expect(readLog(folder).entries).toEqual([]);
  expect(() => appendToLog(folder, ENTRY)).toThrow(/log\.ndjson: is not a regular file/);
});

test('a log that cannot be written says so with its name', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'log.ndjson'));
  expect(() => appendToLog(folder, ENTRY)).toThrow(`${join(folder, 'log.ndjson')}: is not a regular file`);
});
