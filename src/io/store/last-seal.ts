import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isSamePerson, type Person } from '../../core/person/person.js';
import { headsOf, type Seal } from '../../core/scorecard/chain.js';
import { isScorecard } from '../../core/scorecard/quick-check.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { readRegularFile, reason } from '../system/files.js';
import { parseJson } from '../system/parse-json.js';

/** The digest of the last scorecard that an interviewer sealed in this folder. @throws ScorecardError when it can't be listed */
export function lastSeal(folder: string, interviewer: Person): string | undefined {
  const seals = scorecardFiles(folder).flatMap((name) => sealOf(join(folder, name), interviewer) ?? []);
  return headsOf(seals).at(-1)?.digest;
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
