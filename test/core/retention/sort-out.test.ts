import { describe, expect, test } from 'vitest';
import { contentsOf, digestsIn, type FileKind, type StoreFile } from '../../../src/core/personal/contents.js';
import { groupFiles } from '../../../src/core/retention/groups.js';
import { plansLeft, sortOut } from '../../../src/core/retention/sort-out.js';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

function file(kind: FileKind, path: string, data: object = {}, beside?: string): StoreFile {
  const rests = kind === 'decision' ? digestsIn([data]) : [];
  return { ...contentsOf([data]), kind, path, beside, rests, isOpen: false, unreadable: undefined };
}

function card(letter: string, day: string, more: object = {}): StoreFile {
  const at = `${day}T14:00:00Z`;
  const data = { id: `card-${letter}`, candidate: 'Ada Example', digest: digest(letter), submittedAt: at, ...more };
  return file('scorecard', `${letter}.json`, data);
}

const sorted = (files: readonly StoreFile[], before: string, held?: string) => {
  const holdOf = ({ name }: { readonly name: string }) => (name === held ? 'a charge' : undefined);
  return sortOut(files, { before, holdOf });
};
const pathsOf = (groups: readonly { readonly files: readonly StoreFile[] }[]) =>
  groups.map(({ files }) => files.map(({ path }) => path).sort());

describe('what goes together', () => {
  test('is a scorecard with what stands beside it, and its journal', () => {
    const files = [
      card('a', '2024-01-10'),
      { ...card('a', '2024-01-10'), kind: 'report' as const, path: 'a.md', beside: 'a.json' },
      { ...card('a', '2024-01-10'), kind: 'signature' as const, path: 'a.json.sig', beside: 'a.json' },
      file('history', '.history/r-panel/card-a.ndjson', {
        id: 'card-a',
        candidate: 'Ada Example',
        at: '2024-01-10T13:00:00Z',
      }),
      card('b', '2024-01-11'),
    ];
    expect(pathsOf(groupFiles(files))).toEqual([
      ['.history/r-panel/card-a.ndjson', 'a.json', 'a.json.sig', 'a.md'],
      ['b.json'],
    ]);
  });

  test('is a chain of amendments, and its time is that of the newest', () => {
    const files = [
      card('a', '2024-01-10'),
      card('b', '2024-03-10', { amends: { digest: digest('a') } }),
      card('c', '2025-02-01', { amends: { digest: digest('b') } }),
    ];
    expect(groupFiles(files)).toMatchObject([{ day: '2025-02-01', from: 'seal', scorecards: 3 }]);
    expect(sorted(files, '2025-02-01').due).toEqual([]);
    expect(pathsOf(sorted(files, '2025-02-02').due)).toEqual([['a.json', 'b.json', 'c.json']]);
  });

  test('is what a decision rests on, and its time runs from the decision', () => {
    const decision = { candidate: { name: 'Ada Example' }, at: '2024-06-01T09:00:00Z' };
    const files = [
      card('a', '2024-01-10'),
      card('b', '2024-01-11'),
      file('decision', 'decisions/x.json', { ...decision, scorecards: [{ digest: digest('a') }, digest('b')] }),
      card('c', '2024-01-12'),
    ];
    expect(groupFiles(files)).toMatchObject([{ day: '2024-01-12' }, { day: '2024-06-01', from: 'decision' }]);
    expect(pathsOf(sorted(files, '2024-06-01').due)).toEqual([['c.json']]);
    expect(pathsOf(sorted(files, '2024-06-02').due)).toEqual([['c.json'], ['a.json', 'b.json', 'decisions/x.json']]);
  });
});

describe('what stays though it is old', () => {
  test('is who is on hold, with all that goes together', () => {
    const files = [card('a', '2024-01-10'), card('b', '2024-01-10', { candidate: 'Bo Sample' })];
    const { due, staying } = sorted(files, '2025-01-01', 'Ada Example');
    expect(pathsOf(due)).toEqual([['b.json']]);
    expect(staying).toMatchObject([{ because: { type: 'held', why: 'a charge' } }]);
  });

  test('is what an open draft amends', () => {
    const draft = { id: 'new', candidate: 'Ada Example', at: '2024-02-01T09:00:00Z', amends: { digest: digest('a') } };
    const { due, staying, oldDrafts } = sorted(
      [card('a', '2024-01-10'), file('draft', '.drafts/new.ndjson', draft)],
      '2025-01-01',
    );
    expect(due).toEqual([]);
    expect(staying).toMatchObject([{ because: { type: 'draft', path: '.drafts/new.ndjson' } }]);
    expect(oldDrafts).toEqual([]);
  });

  test('is an open interview, which is listed', () => {
    const draft = file('draft', '.drafts/x.ndjson', { id: 'x', candidate: 'Ada Example', at: '2024-02-01T09:00:00Z' });
    expect(sorted([draft], '2025-01-01')).toMatchObject({ due: [], staying: [], oldDrafts: [draft] });
    expect(sorted([draft], '2024-01-01').oldDrafts).toEqual([]);
  });

  test('is what has no date, in a group too: it may be younger than the rest', () => {
    const undated = file('scorecard', 'b.json', {
      id: 'card-b',
      candidate: 'Ada Example',
      amends: { digest: digest('a') },
    });
    const { due, staying } = sorted([card('a', '2024-01-10'), undated], '2025-01-01');
    expect(due).toEqual([]);
    expect(staying).toMatchObject([{ because: { type: 'no-date' } }]);
    expect(sorted([file('decision', 'd.json', { candidate: 'Ada Example' })], '2025-01-01').due).toEqual([]);
  });
});

test('a journal of which nothing was sealed goes by its last event', () => {
  const journal = file('history', '.history/x.ndjson', {
    id: 'x',
    candidate: 'Ada Example',
    at: '2024-02-01T09:00:00Z',
  });
  expect(pathsOf(sorted([journal], '2025-01-01').due)).toEqual([['.history/x.ndjson']]);
});

test('files that are nobody’s are left alone', () => {
  const files = [file('scorecard', 'package.json', { name: 'x' }), file('report', 'README.md'), file('other', 'x.txt')];
  expect(sorted(files, '2025-01-01')).toEqual({ due: [], staying: [], oldDrafts: [] });
});

test('what a half-done purge left is due as well', () => {
  const files = [
    card('a', '2024-01-10'),
    card('b', '2024-03-10', { amends: { digest: digest('a') } }),
    file('decision', 'd.json', { candidate: 'Ada Example', at: '2024-06-01T09:00:00Z', scorecards: [digest('b')] }),
  ];
  for (const lost of files) {
    const left = files.filter((one) => one !== lost);
    expect(pathsOf(sorted(left, '2024-07-01').due).flat().sort()).toEqual(left.map(({ path }) => path).sort());
  }
});

test('a plan goes with the last that there is about its candidate and role', () => {
  const plan = file('plan', 'panels/ada.yaml', { candidate: 'Ada Example', role: 'small' });
  const [old, young] = [card('a', '2024-01-10', { role: 'small' }), card('b', '2026-01-10', { role: 'small' })];
  expect(plansLeft([plan, old], new Set([old]))).toEqual([plan]);
  expect(plansLeft([plan, old, young], new Set([old]))).toEqual([]);
  expect(plansLeft([plan], new Set())).toEqual([]);
});

test('a plan is about its candidate however their name is written, and with their id or without', () => {
  const plan = file('plan', 'panels/ada.yaml', { candidate: 'ADA  example', role: 'small' });
  const old = card('a', '2024-01-10', { role: 'small', candidate: { name: 'Ada Example', id: 'ada@example.com' } });
  const another = card('b', '2026-01-10', {
    role: 'small',
    candidate: { name: 'Ada Example', id: 'other@example.com' },
  });
  expect(plansLeft([plan, old], new Set([old]))).toEqual([plan]);
  expect(plansLeft([plan, old, another], new Set([old]))).toEqual([]);
});
