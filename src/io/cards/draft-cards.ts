import { buildScorecard } from '../../core/interview/build-scorecard.js';
import { replay } from '../../core/interview/session.js';
import { type CardReading, type PanelCard, readPanelCard } from '../../core/panel/card.js';
import { type Checked, createProblem } from '../../core/problem.js';
import { ScorecardError } from '../../errors.js';
import { readJournal } from '../store/read-journal.js';
import { draftIds, journalPath } from '../store/store.js';
import type { FoundFile } from './card-files.js';

/** How many interviews of a store are still open. */
export function countDrafts({ path }: FoundFile): number {
  return draftIds(path).length;
}

/** The open interviews of a store as they stand; a journal that can't be read comes as a problem. */
export function readDraftCards({ path, shown }: FoundFile, reading: CardReading): readonly Checked<PanelCard>[] {
  return draftIds(path).map((id) => {
    const journal = journalPath(shown, id);
    try {
      return readPanelCard(buildScorecard(replay(readJournal(journalPath(path, id)).events)), journal, reading);
    } catch (error) {
      if (!(error instanceof ScorecardError)) throw error;
      return { ok: false, problems: [{ ...createProblem('unreadable', error.message, []), file: journal }] };
    }
  });
}
