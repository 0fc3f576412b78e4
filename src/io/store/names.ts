import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { openFiles } from './drafts.js';
import type { StoreNames } from './store.js';

/** The most files that are looked into: the user waits for the answer with a finger on the key. */
const MOST_FILES = 2000;

/** The names in a store, for completion: read from the first bytes of each file, with nothing checked. */
export function readNames(folder: string): StoreNames {
  const scorecards = fileNames(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
  const drafts = quietly(() => openFiles(folder), []);
  const heads = [...scorecards, ...drafts.map(({ path }) => path)].slice(0, MOST_FILES).map(headOf);
  const namesUnder = (key: string) => [...new Set(heads.flatMap((head) => textOf(head, key)))].sort();
  return {
    candidates: namesUnder('candidate'),
    interviewers: namesUnder('interviewer'),
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

/** The text of a key at the top level, where the head shows all of it. */
function textOf(head: string, key: string): readonly string[] {
  const found = new RegExp(`"${key}": ?(?:\\{\\s*"name": ?)?("(?:[^"\\\\]|\\\\.)*")`).exec(head)?.[1];
  return found === undefined ? [] : quietly(() => [String(JSON.parse(found))], []);
}

/** A completion never fails: what cannot be read is not offered. */
function quietly<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
