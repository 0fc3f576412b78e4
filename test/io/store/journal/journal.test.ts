import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../../../src/core/interview/event.js';
import { continueJournal, createJournal } from '../../../../src/io/store/journal/journal.js';
import { readJournal } from '../../../../src/io/store/journal/read-journal.js';
import { temporaryFolder } from '../../../support/fake-host.js';
import { openedWith } from '../../../support/opening.js';
import { createRubric } from '../../../support/rubrics.js';

const OPEN = openedWith(
  createRubric([
    { id: 'a', weight: 60 },
    { id: 'b', weight: 40, optional: true },
  ]),
);
const { at } = OPEN;
const rate = (rating: number): SessionEvent => ({ at, type: 'rate', dimension: 'a', rating });

function begun(...events: SessionEvent[]): string {
  const path = join(temporaryFolder(), 'x.ndjson');
  const journal = createJournal(path, [OPEN]);
  for (const event of events) journal.append(event);
  journal.close();
  return path;
}

test('every event is a line on disk before append returns', () => {
  const path = join(temporaryFolder(), 'x.ndjson');
  const journal = createJournal(path, [OPEN]);
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
  expect(() => readJournal(path)).toThrow('x.ndjson:2: the draft is damaged: the line is not JSON');
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('what is no journal is refused', () => {
  const path = join(temporaryFolder(), 'y.ndjson');
  writeFileSync(path, '{"hello":"world"}\n');
  expect(() => readJournal(path)).toThrow('this is not a draft of an interview');
});

test('a name that is taken is refused, not overwritten', () => {
  const path = begun(rate(4));
  expect(() => createJournal(path, [OPEN])).toThrow('exists already');
  expect(readJournal(path).events).toHaveLength(2);
});

test('events of every type are read as they were written', () => {
  const events: SessionEvent[] = [
    { at, type: 'rate', dimension: 'a', rating: 4 },
    { at, type: 'rate', dimension: 'b', rating: 'not-assessed', reason: 'ran out of time' },
    { at, type: 'rate', dimension: 'b', rating: 'not-applicable' },
    { at, type: 'clear', dimension: 'b' },
    { at, type: 'note', dimension: 'a', text: '' },
    { at, type: 'notes', dimension: 'a', texts: ['one', 'two'] },
    { at, type: 'flag', flag: 'worry' },
    { at, type: 'flag', flag: 'stopper', evidence: 'seen' },
    { at, type: 'unflag', flag: 'worry' },
    { at, type: 'asked', dimension: 'a', question: 1, asked: true },
    { at, type: 'verdict', is: 'no-decision', reason: 'too short' },
    { at, type: 'go', to: 2 },
    // Version 0.1 writes this where "next" is pressed at the review.
    { at, type: 'go', to: 3 },
    ...(['undo', 'redo', 'pause', 'resume', 'reopen', 'unblind', 'submit'] as const).map((type) => ({ at, type })),
  ];
  expect(readJournal(begun(...events)).events).toEqual([OPEN, ...events]);
});

describe('a line that does not fit is told with what is wrong, also at the end', () => {
  test.each<[object, string]>([
    [{ at, type: 'rate', dimension: 'a', rating: 99 }, 'rating 99 is outside the scale 1 to 5'],
    [{ at, type: 'rate', dimension: 'a', rating: 2.5 }, 'rating 2.5 is not a whole number of the scale 1 to 5'],
    [
      { at, type: 'rate', dimension: 'a', rating: 'not-applicable' },
      '"a" is not optional, so it cannot be not-applicable',
    ],
    [{ at, type: 'rate', dimension: 'constructor', rating: 3 }, 'the rubric has no dimension "constructor"'],
    [{ at, type: 'rate', dimension: 'a' }, '"rating"'],
    [{ at, type: 'note', dimension: 'a' }, '"text" is missing'],
    [{ at, type: 'note', dimension: 'z', text: 'x' }, 'the rubric has no dimension "z"'],
    [{ at, type: 'notes', dimension: 'a', texts: 'x' }, '"texts" must be a list, not text'],
    [{ at, type: 'flag', flag: 'nothing' }, 'the rubric has no red flag "nothing"'],
    [{ at, type: 'asked', dimension: 'a', question: 2, asked: true }, '"a" has no question 3'],
    [{ at, type: 'go', to: 4 }, 'there is no dimension 5 to go to'],
    [{ at, type: 'go', to: -1 }, '"to"'],
    [{ at, type: 'verdict', is: 'perhaps' }, '"is"'],
    [{ at: 'nonsense', type: 'undo' }, '"at" must be a date with time and offset'],
    [{ at: '2026-02-30T10:00:00Z', type: 'undo' }, '"at" must be a date with time and offset'],
    [{ type: 'undo' }, '"at" is missing'],
    [{ at }, 'it has no type'],
    [{ at, type: 'flag', flag: 'x'.repeat(10_000) }, `no red flag "${'x'.repeat(60)}…"`],
    [OPEN, 'an interview opens once'],
  ])('%#', (line, message) => {
    const path = begun(rate(4));
    appendFileSync(path, `${JSON.stringify(line)}\n`);
    const text = readFileSync(path, 'utf8');
    expect(() => readJournal(path)).toThrow('x.ndjson:3: the draft is damaged: ');
    expect(() => readJournal(path)).toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('what a later version wrote is told as that, with nothing to remove', () => {
  test.each<[string, object, string]>([
    [
      'an event',
      { at, type: 'amend', why: 'x' },
      'x.ndjson:2: a later version of scorecard wrote this draft: "amend" is not known here',
    ],
    [
      'a schemaVersion',
      { ...OPEN, schemaVersion: 3 },
      'x.ndjson:1: a later version of scorecard wrote this draft: schemaVersion 3 is not known here',
    ],
  ])('%s', (_name, line, message) => {
    const path = begun();
    if ('schemaVersion' in line) writeFileSync(path, '');
    appendFileSync(path, `${JSON.stringify(line)}\n`);
    expect(() => readJournal(path)).toThrow(message);
  });
});

test('keys that a later version added to an event are passed over', () => {
  const path = begun();
  appendFileSync(path, `${JSON.stringify({ ...rate(4), confidence: 3 })}\n`);
  expect(readJournal(path).events).toEqual([OPEN, rate(4)]);
});

describe('an opening that nothing can be rated by is told in words', () => {
  test.each<[string, object, string]>([
    ['nothing in it', { at, type: 'open' }, '"schemaVersion"'],
    ['no rubric', { ...OPEN, rubric: undefined }, '"rubric" is missing'],
    ['a rubric of another form', { ...OPEN, rubric: { id: 'small' } }, 'its rubric is not valid: "title" is missing'],
    [
      'a scale upside down',
      { ...OPEN, rubric: { ...OPEN.rubric, scale: { ...OPEN.rubric.scale, min: 5, max: 1 } } },
      'its rubric is not valid: the scale begins at 5 and ends at 1',
    ],
    ['a time that is none', { ...OPEN, at: 'nonsense' }, '"at"'],
  ])('%s', (_name, line, message) => {
    const path = join(temporaryFolder(), 'x.ndjson');
    writeFileSync(path, `${JSON.stringify(line)}\n`);
    expect(() => readJournal(path)).toThrow('x.ndjson:1: the draft is damaged: ');
    expect(() => readJournal(path)).toThrow(message);
  });
});
