import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sealsBy } from '../../core/log/submission.js';
import { isSamePerson, type Person } from '../../core/person/person.js';
import { headsOf, type Seal } from '../../core/scorecard/chain.js';
import { isScorecard } from '../../core/scorecard/quick-check.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { readRegularFile, reason } from '../system/files.js';
import { parseJson } from '../system/parse-json.js';
import { readLog } from './log/log.js';

/** The digest of the last scorecard that an interviewer sealed in this folder, whether it is still there or was erased. @throws ScorecardError when it can't be listed */
export function lastSeal(folder: string, interviewer: Person): string | undefined {
  const seals = scorecardFiles(folder).flatMap((name) => sealOf(join(folder, name), interviewer) ?? []);
  return headsOf([...seals, ...loggedSeals(folder, interviewer)]).at(-1)?.digest;
}

/** Of scorecards that were erased too, so that the chain goes on from them. A log that can't be read stops nobody. */
function loggedSeals(folder: string, interviewer: Person): readonly Seal[] {
  try {
    return sealsBy(readLog(folder), interviewer).map(({ digest, previous, at }) => ({ digest, previous, at }));
  } catch (error) {
    if (error instanceof ScorecardError) return [];
    throw error;
  }
}

/** The seal of a scorecard of version 2 by this interviewer. An altered one counts by the digest that it names. */
function sealOf(path: string, interviewer: Person): Seal | undefined {
  const bytes = readRegularFile(path);
  const card = bytes && parseJson(bytes);
  if (!isScorecard(card) || card.schemaVersion === 1 || card.digest === undefined) return undefined;
  if (card.submittedAt === undefined || !isSamePerson(card.interviewer, interviewer)) return undefined;
  return { digest: card.digest, previous: card.previous, at: card.submittedAt };
}

function scorecardFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new ScorecardError(`${folder}: ${reason(error)}`);
  }
}
