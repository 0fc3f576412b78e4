import { parseLog } from '../../../core/log/entry.js';
import { type LoggedSeal, loggedSeals } from '../../../core/log/logged-seals.js';
import { ScorecardError } from '../../../errors.js';
import { readRegularFile, reason } from '../../system/files.js';
import { logPath } from '../layout.js';

/** The seals that the log of a store tells of; none where there is no log. @throws ScorecardError when it can't be read */
export function readLoggedSeals(folder: string): readonly LoggedSeal[] {
  const path = logPath(folder);
  try {
    return loggedSeals(parseLog(readRegularFile(path)?.toString('utf8') ?? ''));
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}
