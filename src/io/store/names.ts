import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../core/person/person.js';
import { openFiles } from './drafts.js';
import type { NamedPerson, StoreNames } from './store.js';

/** The most files that are looked into: the user waits for the answer with a finger on the key. */
const MOST_FILES = 2000;

/** The names in a store, for completion: read from the first bytes of each file, with nothing checked. */
export function readNames(folder: string): StoreNames {
  const scorecards = fileNames(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
  const drafts = quietly(() => openFiles(folder), []);
  const heads = [...scorecards, ...drafts.map(({ path }) => path)].slice(0, MOST_FILES).map(headOf);
  return {
    candidates: countEach(heads.flatMap((head) => personIn(head, 'candidate'))),
    interviewers: countEach(heads.flatMap((head) => personIn(head, 'interviewer'))),
    scorecards,
    drafts: drafts.map(({ id }) => id),
  };
}

function fileNames(folder: string): readonly string[] {
  return quietly(() => readdirSync(folder), [])
    .filter((name) => !name.startsWith('.'))
    .sort()
    .reverse();
}

function headOf(path: string): string {
  return quietly(() => {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(1024);
      return bytes.toString('utf8', 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  }, '');
}

function countEach(people: readonly Person[]): readonly NamedPerson[] {
  const once = new Map<string, NamedPerson>();
  for (const person of people) {
    const key = JSON.stringify([person.name, person.id]);
    once.set(key, { ...person, times: (once.get(key)?.times ?? 0) + 1 });
  }
  const inOrder = [...once].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, person]) => person);
}

const TEXT = '("(?:[^"\\\\]|\\\\.)*")';

/** The person under a key at the top level, where the head shows all of them: a name in version 1, then name and id. */
function personIn(head: string, key: string): readonly Person[] {
  const [, bare, name = bare, id] =
    new RegExp(`"${key}": ?(?:${TEXT}|\\{\\s*"name": ?${TEXT}(?:,\\s*"id": ?${TEXT})?)`).exec(head) ?? [];
  if (name === undefined) return [];
  return quietly(() => [{ name: String(JSON.parse(name)), ...(id ? { id: String(JSON.parse(id)) } : {}) }], []);
}

/** A completion never fails: what cannot be read is not offered. */
function quietly<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
