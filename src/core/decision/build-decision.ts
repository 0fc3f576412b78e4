import type { Person } from '../person/person.js';
import { digestOf } from '../scorecard/digest.js';
import { dayOf } from '../text/date.js';
import type { DecisionRecord } from './decision.js';
import type { KnownThen } from './known-then.js';

/** What people said of a decision. */
export interface Decided {
  readonly decision: DecisionRecord['decision'];
  readonly by: Person;
  /** Who writes it down. */
  readonly recordedBy: Person | undefined;
  readonly why: string;
  /** Why it is another than the recommendation; `undefined` where it isn't. */
  readonly whyDiffers: string | undefined;
  readonly followUp: string | undefined;
  /** The decision in whose place this one stands, and why. */
  readonly replaces: { readonly digest: string; readonly why: string } | undefined;
  /** ISO 8601. */
  readonly decidedAt: string;
  /** The day of the decision. */
  readonly decidedOn: string;
}

interface Parts {
  readonly program: NonNullable<DecisionRecord['program']>;
  readonly id: string;
  readonly candidate: Person;
  readonly decided: Decided;
  readonly known: KnownThen;
  readonly waiting: NonNullable<DecisionRecord['waiting']>;
}

/** A decision, sealed: the same parts always give the same digest. */
export function buildDecision({ program, id, candidate, decided, known, waiting }: Parts): DecisionRecord {
  const { decision, by, recordedBy, why, whyDiffers, followUp, replaces, decidedAt, decidedOn } = decided;
  const record: DecisionRecord = {
    schemaVersion: 1,
    program,
    id,
    candidate,
    rubric: known.rubric,
    decision,
    by,
    ...(recordedBy === undefined ? {} : { recordedBy }),
    why,
    ...(whyDiffers === undefined ? {} : { differs: { from: known.panel.recommendation, why: whyDiffers } }),
    ...(followUp === undefined ? {} : { followUp }),
    decidedAt,
    ...(decidedOn === dayOf(decidedAt) ? {} : { decidedOn }),
    ...(replaces === undefined ? {} : { replaces }),
    panel: known.panel,
    scorecards: known.scorecards,
    ...(waiting.length === 0 ? {} : { waiting }),
    dimensions: known.dimensions,
    redFlags: known.redFlags,
  };
  return { ...record, digest: digestOf(record) };
}

/** The day on which it was decided. */
export function dayOfDecision({ decidedOn, decidedAt }: Pick<DecisionRecord, 'decidedOn' | 'decidedAt'>): string {
  return decidedOn ?? dayOf(decidedAt);
}
