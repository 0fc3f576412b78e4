import { expect, test } from 'vitest';
import { contentsOf, type FileKind, type StoreFile, textsIn } from '../../../src/core/personal/contents.js';
import { findSubject } from '../../../src/core/personal/subject.js';
import { findTraces } from '../../../src/core/personal/traces.js';

function file(kind: FileKind, path: string, records: readonly unknown[] = []): StoreFile {
  return { ...contentsOf(records), kind, path, beside: undefined, rests: [], isOpen: false, unreadable: undefined };
}

function rolesOf(typed: string, files: readonly StoreFile[], mentioning: readonly string[] = []) {
  const match = findSubject(
    typed,
    files.flatMap(({ candidates, interviewers }) => [...candidates, ...interviewers]),
    [],
  );
  if (match.type !== 'found') throw new Error('ambiguous');
  const traces = findTraces(files, { subject: match.subject, mentioning: new Set(mentioning) });
  return Object.fromEntries(traces.map(({ file: { path }, role }) => [path, role]));
}

const card = (candidate: unknown, interviewer: unknown = 'R. Panel') => ({ candidate, interviewer });

test('what a file has to do with somebody', () => {
  const files = [
    file('scorecard', 'a.json', [card('Ada Example')]),
    file('scorecard', 'b.json', [card({ name: 'Bo Sample' }, { name: 'ada example' })]),
    file('scorecard', 'c.json', [card('Bo Sample')]),
    file('scorecard', 'd.json', [card('Bo Sample')]),
    file('table', 'all.ndjson', [card('Ada Example'), card('Bo Sample')]),
    file('table', 'hers.ndjson', [card('Ada Example'), card('Ada Example')]),
    file('people', 'people.yaml'),
    file('log', 'log.ndjson'),
    file('other', 'about-ada-example.txt'),
  ];
  expect(rolesOf('Ada Example', files, ['c.json', 'people.yaml', 'log.ndjson'])).toEqual({
    'a.json': 'candidate',
    'b.json': 'interviewer',
    'c.json': 'mentioned',
    'all.ndjson': 'row',
    'hers.ndjson': 'candidate',
    'people.yaml': 'listed',
    'log.ndjson': 'interviewer',
    'about-ada-example.txt': 'mentioned',
  });
});

test('of a draft whose candidate was renamed, the last name counts', () => {
  const journal = [card('Ada Exmple'), { type: 'rename', candidate: 'Ada Example' }];
  expect(rolesOf('Ada Example', [file('draft', '.drafts/x.ndjson', journal)])).toEqual({
    '.drafts/x.ndjson': 'candidate',
  });
  const other = [file('draft', '.drafts/x.ndjson', journal.toReversed())];
  expect(rolesOf('Ada Example', other, ['.drafts/x.ndjson'])).toEqual({ '.drafts/x.ndjson': 'mentioned' });
});

test('a file that says nothing itself is about whom its name begins with', () => {
  const files = [
    file('signature', '2026-11-20-ada-example-small-r-panel.json.sig'),
    file('lock', '.drafts/r-panel/2026-11-20-ada-example-small-r-panel.ndjson.lock'),
    file('plan', 'panels/ada-example-small.yaml'),
    file('signature', '2026-11-20-bo-sample-small-ada-example.json.sig'),
  ];
  expect(Object.values(rolesOf('Ada Example', files))).toEqual(['candidate', 'candidate', 'candidate', 'mentioned']);
});

test('but not where another candidate’s name begins so too', () => {
  const files = [
    file('scorecard', 'x.json', [card('Ada')]),
    file('scorecard', 'y.json', [card('Ada Example')]),
    file('signature', '2026-11-20-ada-example-small-r-panel.json.sig'),
  ];
  const path = '2026-11-20-ada-example-small-r-panel.json.sig';
  expect(rolesOf('Ada', files)[path]).toBe('maybe');
  expect(rolesOf('Ada Example', files)[path]).toBe('candidate');
});

test('a name alone that two people have is each of them, perhaps', () => {
  const files = [
    file('scorecard', '1.json', [card({ name: 'Maya Fernandez', id: 'm1' })]),
    file('scorecard', '2.json', [card({ name: 'Maya Fernandez', id: 'm2' })]),
    file('scorecard', '3.json', [card('Maya Fernandez')]),
  ];
  expect(rolesOf('m1', files)).toEqual({ '1.json': 'candidate', '3.json': 'maybe' });
});

test('every text of data is found, however deep', () => {
  expect([...textsIn({ a: ['b', { c: 'd' }], e: null, f: 1 })].sort()).toEqual(['', 'a', 'b', 'c', 'd', 'e', 'f']);
  let deep: unknown = 'end';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect([...textsIn(deep)]).toContain('end');
});
