import type { Rating } from '../rubric/scale.js';
import type { Recommendation } from '../scoring/rules.js';
import type { VerdictWord } from '../scoring/verdict.js';
import { evaluateSession } from './build-scorecard.js';
import type { Content } from './content.js';
import type { SessionEvent, SessionEvents } from './event.js';
import { applyEvent, createSession, type Session } from './session.js';

/** An interview as it happened: who looked at what for how long, and what each event changed. */
export interface Timeline {
  /** One after the other: a dimension, or the review, for as long as it was open. */
  readonly visits: readonly Visit[];
  /**
   * When the recommendation was first shown, and what it was. `undefined`: it was not, or the interviewer knew it
   * already.
   */
  readonly revealed: Revealed | undefined;
}

export interface Revealed {
  readonly at: string;
  readonly recommendation: Recommendation;
}

export interface Visit {
  /** Position of the dimension; the number of dimensions stands for the review. */
  readonly position: number;
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
  readonly moments: readonly Moment[];
}

/** What one event did. */
export interface Moment {
  readonly at: string;
  readonly event: SessionEvent;
  /** What is otherwise than before, for undo and redo too. */
  readonly changes: readonly Change[];
  /** Whether the recommendation had been shown before. */
  readonly isAfterReveal: boolean;
  /** What was shown then, for the first time. */
  readonly reveals: Recommendation | undefined;
}

export type Change =
  | {
      readonly of: 'rating';
      readonly dimension: string;
      readonly from: Rating | undefined;
      readonly to: Rating | undefined;
    }
  /** Without a dimension: on the interview as a whole. */
  | {
      readonly of: 'note';
      readonly dimension?: string;
      readonly text: string;
      readonly is: 'added' | 'removed';
      /** Whether it says why the verdict is what it is. */
      readonly isReason?: true;
    }
  | { readonly of: 'asked'; readonly dimension: string; readonly question: number; readonly is: 'added' | 'removed' }
  | {
      readonly of: 'flag';
      readonly flag: string;
      readonly evidence: readonly string[];
      readonly is: 'added' | 'removed' | 'changed';
    }
  | {
      readonly of: 'verdict';
      readonly from: VerdictWord | undefined;
      readonly to: VerdictWord | undefined;
      readonly reason: string | undefined;
    };

/** What is told though it changes nothing that was entered. */
const TOLD: ReadonlySet<SessionEvent['type']> = new Set(['plan', 'pause', 'resume', 'reopen', 'unblind', 'submit']);

export function timelineOf([open, ...rest]: SessionEvents): Timeline {
  let session = createSession(open);
  let visit = visitOf(session);
  let revealed: Revealed | undefined;
  const visits: Visit[] = [];
  for (const event of rest) {
    const before = session;
    session = applyEvent(before, event);
    if (session === before) continue;
    const reveals =
      revealed === undefined && session.revealed !== undefined
        ? evaluateSession(session).result.recommendation
        : undefined;
    if (reveals !== undefined) revealed = { at: event.at, recommendation: reveals };
    const changes = changesOf(before.content, session.content, open.rubric.dimensions);
    if (changes.length > 0 || TOLD.has(event.type)) {
      visit.moments.push({ at: event.at, event, changes, isAfterReveal: before.revealed !== undefined, reveals });
    }
    if (session.content.cursor !== visit.position) {
      visits.push(endOf(visit, session));
      visit = visitOf(session);
    }
  }
  visits.push(endOf(visit, session));
  return { visits, revealed };
}

interface OpenVisit {
  readonly position: number;
  readonly from: string;
  /** Milliseconds that had been spent there before. */
  readonly spent: number;
  readonly moments: Moment[];
}

function visitOf({ content: { cursor }, lastAt, clock }: Session): OpenVisit {
  return { position: cursor, from: lastAt, spent: clock.spent[cursor] ?? 0, moments: [] };
}

function endOf({ position, from, spent, moments }: OpenVisit, { clock, lastAt }: Session): Visit {
  return { position, from, to: lastAt, seconds: inSeconds((clock.spent[position] ?? 0) - spent), moments };
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000);
}

function changesOf(before: Content, after: Content, dimensions: readonly { readonly id: string }[]): readonly Change[] {
  if (before === after) return [];
  return [
    ...dimensions.flatMap(({ id: dimension }, at): readonly Change[] => {
      const [from, to] = [before.dimensions[at], after.dimensions[at]];
      if (from === to || !from || !to) return [];
      return [
        ...(from.rating === to.rating ? [] : [{ of: 'rating' as const, dimension, from: from.rating, to: to.rating }]),
        ...difference(from.notes, to.notes, ({ text }, is) => ({ of: 'note', dimension, text, is })),
        ...difference(from.asked, to.asked, (question, is) => ({ of: 'asked', dimension, question, is })),
      ];
    }),
    ...difference(before.notes, after.notes, ({ text, isReason }, is) => ({
      of: 'note',
      text,
      is,
      ...(isReason ? { isReason } : {}),
    })),
    ...flagChanges(before.flags, after.flags),
    ...verdictChanges(before.verdict, after.verdict),
  ];
}

function flagChanges(before: Content['flags'], after: Content['flags']): readonly Change[] {
  const known = new Set(before.map(({ id }) => id));
  const stay = new Set(after.map(({ id }) => id));
  return difference(before, after, ({ id, evidence }, is) => ({
    of: 'flag',
    flag: id,
    evidence: evidence.map(({ text }) => text),
    is: is === 'added' && known.has(id) ? 'changed' : is,
  })).filter((change) => change.of !== 'flag' || change.is !== 'removed' || !stay.has(change.flag));
}

function verdictChanges(before: Content['verdict'], after: Content['verdict']): readonly Change[] {
  if (before?.is === after?.is && before?.reason === after?.reason) return [];
  return [{ of: 'verdict', from: before?.is, to: after?.is, reason: after?.reason }];
}

/** What is only in one of two lists: first what went, then what came. */
function difference<Item>(
  before: readonly Item[],
  after: readonly Item[],
  changeOf: (item: Item, is: 'added' | 'removed') => Change,
): readonly Change[] {
  if (before === after) return [];
  // Most lists only grow: what is the same at their beginning need not be looked up.
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const [old, present] = [new Set(before.slice(same)), new Set(after.slice(same))];
  return [
    ...[...old].filter((item) => !present.has(item)).map((item) => changeOf(item, 'removed')),
    ...[...present].filter((item) => !old.has(item)).map((item) => changeOf(item, 'added')),
  ];
}
