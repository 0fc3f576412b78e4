import { readFileSync, renameSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';
import { clean, say } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { removeQuietly } from '../system/files.js';
import { writeAtomically } from '../system/write-file.js';
import { draftPath } from './layout.js';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the system's own units; absent where the system doesn't tell. */
  readonly began?: string;
  /** No two locks have the same. */
  readonly token: string;
}

/**
 * Makes this process the only one that writes a draft. Returns what releases it, or `undefined` when a living process
 * holds it. A lock that a killed process left behind is taken over.
 *
 * To take over is one step, however many try it at once: who wants to replace a stale lock first locks the right to,
 * under a name that has the stale lock's token in it. Only who holds that right replaces the lock, so that what was
 * looked at can't have become another's in between.
 *
 * @throws the system's error when the lock can't be written
 */
export function lockDraft(journalPath: string): (() => void) | undefined {
  return acquire(`${journalPath}.lock`);
}

/** Attempts where others let go or take over at the same moment. */
const MOST_ATTEMPTS = 20;

function acquire(path: string): (() => void) | undefined {
  const text = JSON.stringify(thisProcess());
  const release = () => {
    if (read(path) === text) removeQuietly(path);
  };
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (create(path, text)) return release;
    const found = read(path);
    if (found === undefined) continue;
    if (isHeldBy(found)) return undefined;
    if (takeOver(path, found, text)) return release;
  }
  return undefined;
}

/** Of this process and this moment. Not from `node:crypto`, which takes longer to load than all else here. */
function uniqueName(): string {
  return `${process.pid}-${Math.random().toString(36).slice(2)}`;
}

function thisProcess(): Holder {
  const began = beginningOf(process.pid);
  return { pid: process.pid, host: hostname(), ...(began === undefined ? {} : { began }), token: uniqueName() };
}

/** False where there is a lock already. Whole at once: an empty lock would look like one that a killed process left behind. */
function create(path: string, text: string): boolean {
  try {
    writeAtomically(path, text, { mayReplace: false });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Replaces a stale lock, where nobody else does or has done it. */
function takeOver(path: string, stale: string, text: string): boolean {
  const right = acquire(`${path}.${tokenOf(stale)}`);
  if (!right) return false;
  try {
    if (read(path) !== stale) return false;
    const mine = `${path}.${uniqueName()}`;
    create(mine, text);
    renameSync(mine, path);
    return true;
  } finally {
    right();
  }
}

/** Whether another process has the draft open. */
export function isDraftOpen(journalPath: string): boolean {
  const lock = read(`${journalPath}.lock`);
  return lock !== undefined && isHeldBy(lock);
}

/** @throws ScorecardError where another process has the draft open: two programs must not write to one draft */
export function checkNotOpen(folder: string, id: string): void {
  const path = draftPath(folder, id);
  if (isDraftOpen(path)) throw openElsewhere(id, path);
}

export function openElsewhere(id: string, journalPath: string): ScorecardError {
  return new ScorecardError(`the draft ${id} is open in another terminal`, {
    hint: say`continue there, or close it first; if no terminal has it open, remove ${clean(`${journalPath}.lock`)}`,
  });
}

/** The text of a lock; `undefined` where there is none. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(lock: string): Partial<Holder> {
  try {
    const holder: unknown = JSON.parse(lock);
    return typeof holder === 'object' && holder !== null ? holder : {};
  } catch {
    return {};
  }
}

/** Locks of version 0.1 have none. */
function tokenOf(lock: string): string {
  const { token } = parse(lock);
  return typeof token === 'string' && /^[\w-]+$/.test(token) ? token : 'untold';
}

/** Whether the process that a lock names lives. On another host nobody knows: it counts as living. */
function isHeldBy(lock: string): boolean {
  const { pid, host, began } = parse(lock);
  if (!Number.isSafeInteger(pid) || Number(pid) <= 0) return false;
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: alive, and somebody else's.
    if (systemCode(error) !== 'EPERM') return false;
  }
  // The number of a dead process is given to another one in time.
  const now = beginningOf(Number(pid));
  if (now === undefined) return true;
  return began === undefined ? isThisProgram(Number(pid)) : began === now;
}

/** For locks of version 0.1, which don't say when their process began. */
function isThisProgram(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scorecard');
  } catch {
    return true;
  }
}

/** When a process began, as Linux tells it: field 22, counted behind the name, which may hold anything. */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
