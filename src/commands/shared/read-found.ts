import { resolve } from 'node:path';
import type { Problem } from '../../core/problem.js';
import { loadScorecard, parseScorecardFile, type ReadScorecard } from '../../io/cards/scorecard-file.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import type { FoundScorecard } from './find-scorecards.js';

/** A scorecard, and the path as the user would give it. */
export interface ReadCard extends ReadScorecard {
  readonly path: string;
}

export interface ReadFound {
  readonly cards: readonly ReadCard[];
  /** Of files that were found in a folder and are not valid. */
  readonly problems: readonly Problem[];
}

/** @throws ScorecardError when a file that was named itself is not a scorecard */
export function readFound(found: readonly FoundScorecard[], host: Pick<Host, 'cwd'>): ReadFound {
  const cards: ReadCard[] = [];
  const problems: Problem[] = [];
  for (const { path, by } of found) {
    const full = resolve(host.cwd, path);
    if (by === 'file') cards.push({ ...loadScorecard(full, path), path });
    else {
      const checked = parseScorecardFile(readBytes(full, path), path);
      if (checked.ok) cards.push({ ...checked.value, path });
      else problems.push(...checked.problems);
    }
  }
  return { cards, problems };
}
