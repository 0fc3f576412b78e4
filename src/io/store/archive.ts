import { renameSync } from 'node:fs';
import { ScorecardError, systemCode } from '../../errors.js';
import { exists, makePrivateFolder, reason, syncFolder } from '../system/files.js';
import { draftPath, draftsFolder, historyFolder, historyPath } from './layout.js';

/**
 * Takes a journal out of the drafts and keeps it as history, the audit trail. Returns where it is now.
 *
 * @throws ScorecardError when it cannot be moved
 */
export function archiveDraft(folder: string, id: string): string {
  makePrivateFolder(historyFolder(folder));
  for (let number = 1; ; number += 1) {
    const target = historyPath(folder, id, number);
    if (exists(target)) continue;
    move(draftPath(folder, id), target);
    // First the folder that has it now: after a power cut it may have both names, never none.
    for (const changed of [historyFolder(folder), draftsFolder(folder)]) syncFolder(changed);
    return target;
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another program put it away first.
    if (systemCode(error) === 'ENOENT') return;
    throw new ScorecardError(`${from}: ${reason(error)}`);
  }
}
