import { closeSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Log, type LogEntry, logLine, parseLog } from '../../../core/log/entry.js';
import { submissionEntry, tellsOf } from '../../../core/log/submission.js';
import { ScorecardError } from '../../../errors.js';
import { type Access, accessIn, grant } from '../../system/access.js';
import {
  exists,
  isRegularFile,
  makePrivateFolder,
  PRIVATE_FILE,
  readRegularFile,
  reason,
  syncFolder,
} from '../../system/files.js';
import { writeFully } from '../../system/write-file.js';
import { logPath } from '../layout.js';

/** The log of the store in a folder. @throws ScorecardError when it can't be read */
export function readLog(folder: string): Log {
  const path = logPath(folder);
  try {
    return parseLog(readRegularFile(path)?.toString('utf8') ?? '');
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}

/** Whether anybody looked at others' ratings, without reading the log as entries: most never did. */
export function mayTellOfLooks(folder: string): boolean {
  try {
    return readRegularFile(logPath(folder))?.includes('"unblind"') === true;
  } catch {
    // A log that can't be read stops nobody.
    return false;
  }
}

/**
 * Appends an entry and syncs it, each in one write: several programs may do so at once.
 *
 * @throws ScorecardError when it can't
 */
export function appendToLog(folder: string, entry: LogEntry): void {
  const path = logPath(folder);
  makePrivateFolder(folder);
  try {
    append(path, logLine(entry), accessIn(folder).kept);
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}

function append(path: string, line: string, access: Access): void {
  const isNew = !exists(path);
  // A pipe of that name would be waited for.
  if (!isNew && !isRegularFile(path)) throw new Error('is not a regular file');
  const file = openSync(path, 'a+', PRIVATE_FILE);
  try {
    // Also one from before the folder was shared: its owner comes by.
    grant(file, access);
    // What a full disk cut off stays a line of its own.
    writeFully(file, Buffer.from(`${endsInLine(file) ? '' : '\n'}${line}`, 'utf8'));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(dirname(path));
}

function endsInLine(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === 0x0a);
}

/**
 * Logs that a scorecard was submitted, from the data of its file; not again where the log says so.
 *
 * @throws ScorecardError when it can't
 */
export function logSubmission(folder: string, card: unknown): void {
  const entry = submissionEntry(card);
  if (entry && !tellsOf(readLog(folder), entry)) appendToLog(folder, entry);
}
