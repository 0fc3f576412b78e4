import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { draftIds, journalPath } from './store.js';

/** More files than this are not looked into: the user waits for the answer with a finger on the key. */
const MOST_FILES = 2000;

export interface StoreNames {
  readonly candidates: readonly string[];
  readonly interviewers: readonly string[];
  /** File names of scorecards, newest first. */
  readonly scorecards: readonly string[];
  readonly drafts: readonly string[];
}

/** The names in a store, for completion: read from the first bytes of each file, with nothing checked. */
export function readStoreNames(store: string): StoreNames {
  const scorecards = fileNames(store).filter((name) => name.endsWith('.json'));
  const drafts = quietly(() => draftIds(store), []);
  const heads = [...scorecards.map((name) => join(store, name)), ...drafts.map((id) => journalPath(store, id))]
    .slice(0, MOST_FILES)
    .map(headOf);
  const all = (key: string) => [...new Set(heads.flatMap((head) => textOf(head, key)))].sort();
  return {
    candidates: all('candidate'),
    interviewers: all('interviewer'),
    scorecards,
    drafts,
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

/** A text of the top level, where the head shows it whole. */
function textOf(head: string, key: string): readonly string[] {
  const found = new RegExp(`"${key}": ?("(?:[^"\\\\]|\\\\.)*")`).exec(head)?.[1];
  return found === undefined ? [] : quietly(() => [String(JSON.parse(found))], []);
}

/** A completion never fails: what can't be read is not offered. */
function quietly<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
