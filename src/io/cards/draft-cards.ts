import { buildScorecard } from '../../core/interview/build-scorecard.js';
import { type CardReading, type PanelCard, readPanelCard } from '../../core/panel/card.js';
import { type Checked, createProblem, inFile } from '../../core/problem.js';
import type { Store } from '../store/store.js';

/** The open interviews of a store as they stand; a draft that cannot be read comes as a problem. */
export function readDraftCards(store: Store, reading: CardReading): readonly Checked<PanelCard>[] {
  const { drafts, unreadable } = store.listDrafts();
  return [
    ...drafts.map(
      ({ session, location }) => readPanelCard(buildScorecard(session), location, reading) ?? damaged(location),
    ),
    ...unreadable.map(({ location, error }) => ({
      ok: false as const,
      problems: inFile([createProblem('unreadable', { reason: error.message }, [])], location),
    })),
  ];
}

/** The problem of a journal that could be read but is not a valid interview: it was changed by hand. */
function damaged(file: string): Checked<PanelCard> {
  return { ok: false, problems: inFile([createProblem('no-scorecard', { found: 'damaged-draft' }, [])], file) };
}
