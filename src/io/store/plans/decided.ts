import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf } from '../../../core/personal/contents.js';
import type { PlanSubject } from '../../../core/plan/parse-plan.js';
import { decisionsFolder } from '../layout.js';
import { readContents, recordsIn } from '../personal/read-records.js';

/** Whom the decisions of a store are about, and for which roles. What can't be read says nothing. */
export function listDecided(folder: string): readonly PlanSubject[] {
  return namesIn(decisionsFolder(folder)).flatMap((name) => {
    const text = readContents(join(decisionsFolder(folder), name));
    const { candidates, role } = contentsOf(text.ok ? recordsIn(text.value, 'decision') : []);
    return role === undefined ? [] : candidates.map((candidate) => ({ candidate, role }));
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /\.json$/i.test(name));
  } catch {
    return [];
  }
}
