import { nextQuestion } from '../rubric/core-questions.js';
import type { Dimension } from '../rubric/rubric.js';
import type { Rating } from '../rubric/scale.js';
import { type ContentEvent, changeContent } from './change-content.js';
import { type Clock, startClock, tick } from './clock.js';
import type { Content, DimensionState } from './content.js';
import type { OpenChange, OpenEvent, SessionEvent, SessionEvents, SubmitEvent } from './event.js';
import { contentOf, type KeptContent, keptOf } from './kept-content.js';

interface History {
  readonly content: KeptContent;
  readonly earlier: History | undefined;
}

/** What a session has beside the content. */
interface Frame {
  /** How it was opened; the minutes are those that were last said. */
  readonly open: OpenChange;
  readonly startedAt: string;
  readonly lastAt: string;
  readonly undoable: History | undefined;
  readonly redoable: History | undefined;
  readonly clock: Clock;
  readonly isUnblinded: boolean;
  /** Why it amends, where that has been said already. */
  readonly reason: string | undefined;
  /** From then on nothing changes it. */
  readonly submission: SubmitEvent | undefined;
}

/** An interview as it stands: the fold of its events. Immutable. */
export interface Session extends Frame {
  readonly content: Content;
  /**
   * What stood when the recommendation was first shown, with the first verdict in it; undo does not bring that back.
   */
  readonly revealed: Content | undefined;
}

/** A session in the middle of a fold, which is written over: nobody but the fold ever sees it. */
type Folding = { -readonly [Key in keyof Frame]: Frame[Key] } & {
  content: KeptContent;
  revealed: KeptContent | undefined;
};

export function createSession({ at, ...open }: OpenEvent): Session {
  return {
    open,
    startedAt: at,
    lastAt: at,
    content: contentOf(keptOf(beginning(open))),
    undoable: undefined,
    redoable: undefined,
    clock: startClock(at, open.rubric.dimensions.map(secondsBefore(open))),
    isUnblinded: false,
    reason: undefined,
    revealed: undefined,
    submission: undefined,
  };
}

/** Nothing yet; for an amendment what the sealed scorecard holds. */
function beginning({ rubric, amends }: OpenChange): Content {
  return {
    // An amendment begins with the overview.
    cursor: amends === undefined ? 0 : rubric.dimensions.length,
    question: undefined,
    dimensions: rubric.dimensions.map(({ id }): DimensionState => {
      const { seconds: _, ...state } = amends?.dimensions[id] ?? { notes: [], asked: [], seconds: 0 };
      return state;
    }),
    flags: amends?.flags ?? [],
    notes: amends?.notes ?? [],
    ...(amends?.verdict ? { verdict: amends.verdict } : {}),
  };
}

function secondsBefore({ amends }: OpenChange): (dimension: { readonly id: string }) => number {
  return ({ id }) => 1000 * (amends?.dimensions[id]?.seconds ?? 0);
}

export function replay([open, ...rest]: SessionEvents): Session {
  return fold(createSession(open), rest);
}

/**
 * The session after one more event. An event that does not fit (an unknown dimension, nothing to undo) changes only the
 * time.
 */
export function applyEvent(session: Session, event: SessionEvent): Session {
  return fold(session, [event]);
}

/** All events in one go: what can be read is made once, at the end. */
function fold(session: Session, events: readonly SessionEvent[]): Session {
  if (session.submission !== undefined) return session;
  const { content, revealed } = session;
  const folding: Folding = { ...session, content: keptOf(content), revealed: revealed && keptOf(revealed) };
  for (const event of events) {
    if (folding.submission !== undefined) break;
    advance(folding, event);
  }
  return {
    ...folding,
    content: contentOf(folding.content),
    revealed: folding.revealed && contentOf(folding.revealed),
  };
}

function advance(session: Folding, event: SessionEvent): void {
  session.lastAt = event.at;
  session.clock = tick(session.clock, session.content.cursor, event);
  switch (event.type) {
    case 'open':
    case 'away':
    case 'reopen':
    case 'pause':
    case 'resume':
      return;
    case 'plan':
      session.open = { ...session.open, minutes: event.minutes };
      return;
    case 'reason':
      session.reason = event.text;
      return;
    case 'debriefed':
      if (session.open.amends) session.open = { ...session.open, amends: { ...session.open.amends, after: 'debrief' } };
      return;
    case 'unblind':
      session.isUnblinded = true;
      return;
    case 'submit':
      session.submission = event;
      return;
    case 'go': {
      const cursor = clamp(event.to, session.open.rubric.dimensions.length);
      session.content = { ...session.content, cursor, question: event.question };
      return;
    }
    case 'undo':
      step(session, 'undoable', 'redoable');
      return;
    case 'redo':
      step(session, 'redoable', 'undoable');
      return;
    case 'rate':
    case 'clear':
    case 'note':
    case 'mend':
    case 'notes':
    case 'flag':
    case 'unflag':
    case 'asked':
    case 'verdict':
      change(session, event);
  }
}

function change(session: Folding, event: ContentEvent): void {
  const { content: before, open } = session;
  const content = changeContent(before, open.rubric, event);
  if (content === before) return;
  session.content = content;
  session.undoable = { content: before, earlier: session.undoable };
  session.redoable = undefined;
  // An amendment's interviewer knew the recommendation from the beginning.
  if (event.type === 'verdict' && open.amends === undefined) session.revealed ??= content;
}

function step(session: Folding, from: 'undoable' | 'redoable', to: 'undoable' | 'redoable'): void {
  const source = session[from];
  if (!source) return;
  session[to] = { content: session.content, earlier: session[to] };
  session[from] = source.earlier;
  session.content = source.content;
}

function clamp(position: number, last: number): number {
  return Number.isInteger(position) ? Math.min(Math.max(position, 0), last) : 0;
}

/** What undo would bring back; `undefined`: there is nothing to undo. */
export function contentBefore({ undoable }: Session): Content | undefined {
  return undoable && contentOf(undoable.content);
}

/** The dimension at hand; `undefined` at the review. */
export function currentDimension({ content, open }: Session): Dimension | undefined {
  return open.rubric.dimensions[content.cursor];
}

/** Position of the question at hand: where somebody went to, else the next one to ask. */
export function currentQuestion({ content, open }: Session): number {
  const { questions = [] } = open.rubric.dimensions[content.cursor] ?? {};
  const asked = content.dimensions[content.cursor]?.asked ?? [];
  return Math.min(content.question ?? nextQuestion(questions, asked), Math.max(0, questions.length - 1));
}

export function isAtReview({ content }: Session): boolean {
  return content.cursor >= content.dimensions.length;
}

/** Ratings as the arithmetic takes them: what was not decided is not assessed. */
export function ratingsOfSession({ content }: Session): readonly Rating[] {
  return content.dimensions.map(({ rating }) => rating ?? 'not-assessed');
}
