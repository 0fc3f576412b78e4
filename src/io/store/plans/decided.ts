import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf } from '../../../core/personal/contents.js';
import type { PlanSubject } from '../../../core/plan/parse-plan.js';
import { fitsDigest } from '../../../core/scorecard/digest.js';
import { decisionsFolder } from '../layout.js';
import { readContents, recordsIn } from '../personal/read-records.js';

/**
 * Whom the decisions of a store are about, and for which roles. What can't be read says nothing, nor does what is not as
 * it was sealed. Light: whoever completes a name asks too.
 */
export function listDecided(folder: string): readonly PlanSubject[] {
  return namesIn(decisionsFolder(folder)).flatMap((name) => {
    const text = readContents(join(decisionsFolder(folder), name));
    const sealed = (text.ok ? recordsIn(text.value, 'decision') : []).filter(isSealed);
    const { candidates, role } = contentsOf(sealed);
    return role === undefined ? [] : candidates.map((candidate) => ({ candidate, role }));
  });
}

function isSealed(record: unknown): boolean {
  return (
    typeof record === 'object' && record !== null && 'digest' in record && fitsDigest({ ...record }, record.digest)
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /\.json$/i.test(name));
  } catch {
    return [];
  }
}
