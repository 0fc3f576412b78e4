import { type Log, type LogEntry, sealsOf } from '../log/entry.js';
import type { DecisionRecord } from './decision.js';

/** That a decision was sealed, and so always the same line; without a word of what was decided, and about whom. */
export function decisionEntry({ digest, decidedAt, by, recordedBy, scorecards }: DecisionRecord): LogEntry {
  const { name, id } = recordedBy ?? by;
  return {
    at: decidedAt,
    by: { name, ...(id === undefined ? {} : { id }) },
    type: 'decide',
    scorecards: sealsOf(scorecards.map((card) => card.digest)),
    decisions: sealsOf([digest]).map((seal) => seal.digest),
  };
}

/** The decisions of which a log tells: when each was sealed, and whether it was erased on purpose. */
export function loggedDecisions({ entries }: Log): ReadonlyMap<string, LoggedDecision> {
  const logged = new Map<string, LoggedDecision>();
  for (const { type, at, decisions = [] } of entries) {
    for (const digest of decisions) {
      const known = logged.get(digest);
      logged.set(digest, {
        at: type === 'decide' ? at : known?.at,
        isErased: type !== 'decide' || known?.isErased === true,
      });
    }
  }
  return logged;
}

export interface LoggedDecision {
  /** When it was sealed; `undefined` where only its erasure was logged. */
  readonly at: string | undefined;
  readonly isErased: boolean;
}
