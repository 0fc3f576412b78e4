import type { Evidence } from '../scorecard/scorecard.js';
import type { ScoredRow } from '../scorecard/scored-row.js';
import type { StoredScorecard } from '../scorecard/stored-scorecard.js';

/** What a panel's page tells of one scorecard beside its ratings. */
export interface CardDetail {
  /** In the order of the edition's dimensions. */
  readonly dimensions: readonly DimensionDetail[];
  readonly flags: readonly { readonly id: string; readonly evidence: readonly Evidence[] }[];
  /** On the interview as a whole. */
  readonly notes: readonly Evidence[];
  readonly submittedAt: string | undefined;
  /** Why it stands in place of an earlier one, and whether it came after the debrief. */
  readonly amends: { readonly reason: string; readonly isAfterDebrief: boolean } | undefined;
  readonly isUnblinded: boolean;
  /** Of the program that sealed it. */
  readonly program: string | undefined;
}

export interface DimensionDetail {
  /** The text of the rating that was given. */
  readonly anchor: string | undefined;
  /** Why it was not assessed. */
  readonly reason: string | undefined;
  readonly evidence: readonly Evidence[];
}

/** Of a dimension that a scorecard doesn't have. */
export const NO_DETAIL: DimensionDetail = { anchor: undefined, reason: undefined, evidence: [] };

type Noted = ScoredRow['dimensions'][number]['evidence'];

/** The detail of a scorecard of any version, or of a row of a batch, which has less of it. */
export function detailOf(card: StoredScorecard | ScoredRow): CardDetail {
  const isNew = card.schemaVersion === 2;
  const { notes, amends, unblinded, program } = isNew
    ? (card as Partial<Extract<StoredScorecard, { schemaVersion: 2 }>>)
    : {};
  return {
    dimensions: card.dimensions.map(({ anchor, reason, evidence }) => ({
      anchor,
      reason,
      evidence: notedIn(evidence),
    })),
    flags: (card.redFlags ?? []).map(({ id, evidence }) => ({ id, evidence: notedIn(evidence) })),
    notes: notes ?? [],
    submittedAt: card.submittedAt,
    amends: amends && { reason: amends.reason, isAfterDebrief: amends.after === 'debrief' },
    isUnblinded: unblinded === true,
    program: program && `${program.name} ${program.version}`,
  };
}

/** Evidence of any version. */
function notedIn(evidence: Noted): readonly Evidence[] {
  if (evidence === undefined || evidence === '') return [];
  return typeof evidence === 'string'
    ? [{ text: evidence }]
    : evidence.map((one) => (typeof one === 'string' ? { text: one } : one));
}
