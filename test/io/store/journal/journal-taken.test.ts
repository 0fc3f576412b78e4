import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { SessionEvent } from '../../../../src/core/interview/event.js';
import { createJournal } from '../../../../src/io/store/journal/journal.js';
import { temporaryFolder } from '../../../support/fake-host.js';

const event = (to: number): SessionEvent => ({ at: '2026-11-20T14:00:00Z', type: 'go', to });
const linesOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n');

test('a journal whose folder is removed is whole again with the next answer', () => {
  const path = join(temporaryFolder(), 'store/.drafts/x.ndjson');
  const folder = dirname(dirname(path));
  expect(() => createJournal(path, [event(0)])).toThrow('there is no such file or folder');
  const journal = createJournalIn(path);
  journal.append(event(1));
  rmSync(folder, { recursive: true });
  expect(journal.append(event(2))).toBeUndefined();
  expect(linesOf(path).map((line) => JSON.parse(line).to)).toEqual([0, 1, 2]);
  journal.close();
});

test('where its place can’t be had again, what is entered is told as not on disk, and kept', () => {
  const path = join(temporaryFolder(), 'store/.drafts/x.ndjson');
  const journal = createJournalIn(path);
  const folder = dirname(dirname(path));
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file in its place');
  expect(journal.append(event(1))).toBe('a part of the path is not a folder');
  expect(journal.pending).toContain('"to":1');
  rmSync(folder);
  expect(journal.flush()).toBeUndefined();
  expect(linesOf(path)).toHaveLength(2);
  journal.close();
});

test('what another program wrote is neither cut off nor written over', () => {
  const path = join(temporaryFolder(), 'store/.drafts/x.ndjson');
  const journal = createJournalIn(path);
  appendFileSync(path, 'the line of another\n');
  expect(journal.append(event(1))).toBe('another program has written to the draft');
  expect(linesOf(path).at(-1)).toBe('the line of another');
  expect(journal.pending).toContain('"to":1');
  journal.close();
});

function createJournalIn(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  return createJournal(path, [event(0)]);
}
