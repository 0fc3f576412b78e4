import type { PanelCard } from '../../../src/core/panel/card.js';
import type { HeldRating, RubricEdition } from '../../../src/core/panel/edition.js';

interface Said {
  readonly candidate: string;
  readonly interviewer: string;
  readonly ratings: readonly HeldRating[];
  readonly hasStop: boolean;
}

/** What one interviewer said of one candidate, as a panel counts it. */
export function panelCard(edition: RubricEdition, { candidate, interviewer, ratings, hasStop }: Said): PanelCard {
  return {
    edition,
    id: undefined,
    candidate: { name: candidate },
    interviewer: { name: interviewer },
    isDraft: false,
    isShadow: false,
    session: undefined,
    rubricSha256: undefined,
    digest: undefined,
    amends: undefined,
    at: '2026-11-20T14:00:00Z',
    held: undefined,
    ratings,
    evidence: [],
    redFlags: hasStop ? [{ id: 'stopper', flag: 'Something that stops', severity: 'stop', evidence: undefined }] : [],
    verdict: undefined,
    detail: undefined,
    source: 'test',
    line: undefined,
  };
}
