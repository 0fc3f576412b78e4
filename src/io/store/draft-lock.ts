import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { clean, say } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { PRIVATE_FILE, removeQuietly } from '../system/files.js';
import { lockOpenFile } from '../system/kernel-lock.js';
import { isInContainer, lifeOf, type ProcessName, thisProcess } from '../system/living-process.js';
import { moveIntoPlace, temporaryBeside, writeFully } from '../system/write-file.js';
import { lockPath } from './journal/journal-files.js';
import { draftPath } from './layout.js';

interface Holder extends ProcessName {
  /** No two locks have the same. */
  readonly token: string;
  /** The file system of a lock that the kernel holds too, for as long as its process lives. */
  readonly device?: number;
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
  return acquire(lockPath(journalPath));
}

/** Attempts where others let go or take over at the same moment. */
const MOST_ATTEMPTS = 20;

function acquire(path: string): (() => void) | undefined {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const created = create(path, false);
    if (created) return created;
    const found = read(path);
    if (found === undefined) continue;
    if (isHeldBy(found, path)) return undefined;
    const taken = takeOver(path, found);
    if (taken) return taken;
  }
  return undefined;
}

/** Of this process and this moment. Not from `node:crypto`, which takes longer to load than all else here. */
function uniqueName(): string {
  return `${process.pid}-${Math.random().toString(36).slice(2)}`;
}

/**
 * Makes the lock, whole at once: an empty lock would look like one that a killed process left behind. Returns what
 * releases it; `undefined` where there is one already that may not be replaced.
 */
function create(path: string, mayReplace: boolean): (() => void) | undefined {
  const temporary = temporaryBeside(path);
  const file = openSync(temporary, 'wx', PRIVATE_FILE);
  const text = JSON.stringify(holderOf(file));
  try {
    writeFully(file, Buffer.from(text, 'utf8'));
    moveIntoPlace(temporary, path, mayReplace);
  } catch (error) {
    closeSync(file);
    removeQuietly(temporary);
    if (systemCode(error) === 'EEXIST') return undefined;
    throw error;
  }
  return () => {
    if (read(path) === text) removeQuietly(path);
    closeSync(file);
  };
}

/**
 * In a container the kernel holds the lock too, before anybody can see it: from outside nothing else tells whether its
 * process lives.
 */
function holderOf(file: number): Holder {
  const named = { ...thisProcess(), token: uniqueName() };
  const isKernels = isInContainer(named) && lockOpenFile(file) === 'locked';
  return isKernels ? { ...named, device: fstatSync(file).dev } : named;
}

/** Replaces a stale lock, where nobody else does or has done it. */
function takeOver(path: string, stale: string): (() => void) | undefined {
  const right = acquire(`${path}.${tokenOf(stale)}`);
  if (!right) return undefined;
  try {
    return read(path) === stale ? create(path, true) : undefined;
  } finally {
    right();
  }
}

/** Whether another process has the draft open. */
export function isDraftOpen(journalPath: string): boolean {
  const path = lockPath(journalPath);
  const lock = read(path);
  return lock !== undefined && isHeldBy(lock, path);
}

/** @throws ScorecardError where another process has the draft open: two programs must not write to one draft */
export function checkNotOpen(folder: string, id: string): void {
  const path = draftPath(folder, id);
  if (isDraftOpen(path)) throw openElsewhere(id, path);
}

export function openElsewhere(id: string, journalPath: string): ScorecardError {
  return new ScorecardError(`the draft ${id} is open in another terminal`, {
    hint: say`continue there, or close it first; if no terminal has it open, remove ${clean(lockPath(journalPath))}`,
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

/** Whether the process that a lock names lives. Where nobody can know, it counts as living. */
function isHeldBy(lock: string, path: string): boolean {
  const holder = parse(lock);
  switch (lifeOf(holder)) {
    case 'dead':
      return false;
    case 'elsewhere':
      return !isLetGo(lock, holder, path);
    case 'alive':
    case 'unknown':
      return true;
  }
}

/**
 * Whether the kernel held this lock, and doesn't any more. Asked on the same file system alone: others don't know of
 * it.
 */
function isLetGo(lock: string, { device }: Partial<Holder>, path: string): boolean {
  if (device === undefined) return false;
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    if (fstatSync(file).dev !== device || lockOpenFile(file) !== 'locked') return false;
    return readFileSync(file, 'utf8') === lock;
  } finally {
    closeSync(file);
  }
}
