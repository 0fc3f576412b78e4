import { nameKey } from '../person/name.js';
import type { Person } from '../person/person.js';
import { createProblem, type Problem } from '../problem.js';
import type { PanelCard } from './card.js';

export interface UniqueCards {
  readonly cards: readonly PanelCard[];
  /** How many appeared twice, or were the draft of what has been submitted. */
  readonly repeated: number;
  /** Scorecards that have the id of another but different content; they are left out. */
  readonly problems: readonly Problem[];
}

/** Each scorecard once, in the given order, however many files and folders it was read from. */
export function uniqueCards(cards: readonly PanelCard[]): UniqueCards {
  const kept = new Map<string, PanelCard>();
  const problems: Problem[] = [];
  let repeated = 0;
  for (const card of cards) {
    const key = keyOf(card);
    const known = kept.get(key);
    if (!known) {
      kept.set(key, card);
    } else if (known.isDraft !== card.isDraft) {
      // What has been submitted supersedes its draft.
      if (known.isDraft) kept.set(key, card);
      repeated += 1;
    } else if (isSame(known, card)) {
      repeated += 1;
    } else {
      const about = { id: card.id ?? '', source: known.source };
      problems.push({ ...createProblem('same-id', about, ['id']), file: card.source });
    }
  }
  return { cards: [...kept.values()], repeated, problems };
}

/**
 * What identifies a scorecard. A row of a batch has no id: it is the same row if everything that it says is the same.
 */
function keyOf(card: PanelCard): string {
  if (card.id !== undefined) return `#${card.id}`;
  const { edition, candidate, interviewer, line, ratings } = card;
  const rubric = [edition.role, edition.version, edition.variant ?? '', edition.revision, line ?? card.source];
  return JSON.stringify([textOf(candidate), textOf(interviewer), ...rubric, ratings]);
}

function textOf(person: Person | undefined): readonly (string | undefined)[] | undefined {
  return person && [nameKey(person.name), person.id];
}

function isSame(a: PanelCard, b: PanelCard): boolean {
  return (
    a.edition === b.edition &&
    a.digest === b.digest &&
    a.candidate.name === b.candidate.name &&
    a.candidate.id === b.candidate.id &&
    a.interviewer?.name === b.interviewer?.name &&
    a.interviewer?.id === b.interviewer?.id &&
    a.at === b.at &&
    a.verdict?.is === b.verdict?.is &&
    a.redFlags.length === b.redFlags.length &&
    a.ratings.every((rating, at) => rating === b.ratings[at])
  );
}
