import { readFileSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';
import { ScorecardError, systemCode } from '../../errors.js';
import { writeAtomically } from '../system/files.js';
import { draftPath } from './layout.js';

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Makes this process the only one that writes a draft. Returns what releases it, or `undefined` when a living process
 * holds it. A lock that a killed process left behind is taken over.
 */
export function lockDraft(journalPath: string): (() => void) | undefined {
  const path = `${journalPath}.lock`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      // Whole at once: an empty lock would look like one that a killed process left behind.
      writeAtomically(path, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder), {
        mayReplace: false,
      });
      return () => remove(path);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
    if (isHeld(path)) return undefined;
    remove(path);
  }
  return undefined;
}

/** Whether another process has the draft open. */
export function isDraftOpen(journalPath: string): boolean {
  return isHeld(`${journalPath}.lock`);
}

/** @throws ScorecardError where another process has the draft open: two programs must not write one draft */
export function checkNotOpen(folder: string, id: string): void {
  const path = draftPath(folder, id);
  if (isDraftOpen(path)) throw openElsewhere(id, path);
}

export function openElsewhere(id: string, journalPath: string): ScorecardError {
  return new ScorecardError(`the draft ${id} is open in another terminal`, {
    hint: `go on there, or close it first; if no terminal has it open, remove ${journalPath}.lock`,
  });
}

function isHeld(path: string): boolean {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    if (holder.host !== hostname()) return true;
    process.kill(Number(holder.pid), 0);
    return true;
  } catch (error) {
    // EPERM: alive, and somebody else's.
    return systemCode(error) === 'EPERM';
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already.
  }
}
