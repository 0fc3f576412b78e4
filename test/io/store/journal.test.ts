import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SessionEvent } from '../../../src/core/interview/event.js';
import { continueJournal, createJournal, readJournal } from '../../../src/io/store/journal.js';
import { temporaryFolder } from '../../support/fake-host.js';

const at = '2026-11-20T14:00:00+00:00';
const OPEN = { at, type: 'open', id: 'x' } as unknown as SessionEvent;
const rate = (rating: number): SessionEvent => ({ at, type: 'rate', dimension: 'a', rating });

function begun(...events: SessionEvent[]): string {
  const path = join(temporaryFolder(), 'x.ndjson');
  const journal = createJournal(path, OPEN);
  for (const event of events) journal.append(event);
  journal.close();
  return path;
}

test('every event is a line on disk before append returns', () => {
  const path = join(temporaryFolder(), 'x.ndjson');
  const journal = createJournal(path, OPEN);
  expect(journal.append(rate(4))).toBeUndefined();
  expect(
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([OPEN, rate(4)]);
  journal.close();
});

test('the file is private to the user', () => {
  expect(statSync(begun()).mode & 0o777).toBe(0o600);
});

test.each([
  ['a torn line', (path: string) => truncateSync(path, statSync(path).size - 3), [OPEN, rate(4)]],
  [
    'half a line without its end',
    (path: string) => appendFileSync(path, `{"at":"2026${'x'.repeat(500)}`),
    [OPEN, rate(4), rate(5)],
  ],
  ['a whole line that is not JSON', (path: string) => appendFileSync(path, '\0\0\0\0\n'), [OPEN, rate(4), rate(5)]],
])('%s at the end is cut off before the next append', (_name, tear, kept) => {
  const path = begun(rate(4), rate(5));
  tear(path);
  const read = readJournal(path);
  expect(read.isTorn).toBe(true);
  expect(read.events).toEqual(kept);
  const journal = continueJournal(path, read);
  journal.append(rate(1));
  journal.close();
  expect(readJournal(path)).toMatchObject({ isTorn: false, events: [...kept, rate(1)] });
});

test('damage in the middle is told with its line, and nothing is cut off', () => {
  const path = begun(rate(4), rate(5));
  const text = readFileSync(path, 'utf8').replace('"rating":4', '"rating":');
  writeFileSync(path, text);
  expect(() => readJournal(path)).toThrow('x.ndjson:2: the draft is damaged in the middle');
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('what is no journal is refused', () => {
  const path = join(temporaryFolder(), 'y.ndjson');
  writeFileSync(path, '{"hello":"world"}\n');
  expect(() => readJournal(path)).toThrow('no draft');
});

test('a name that is taken is refused, not overwritten', () => {
  const path = begun(rate(4));
  expect(() => createJournal(path, OPEN)).toThrow('exists already');
  expect(readJournal(path).events).toHaveLength(2);
});
