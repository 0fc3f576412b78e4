import { nextQuestion } from '../rubric/core-questions.js';
import type { Dimension, Rubric } from '../rubric/rubric.js';
import { isRated, type Rating } from '../rubric/scale.js';
import type { Evidence } from '../scorecard/scorecard.js';
import type { VerdictWord } from '../scoring/verdict.js';
import { type Clock, startClock, tick } from './clock.js';
import type { OpenChange, OpenEvent, SessionEvent, SessionEvents, SubmitEvent } from './event.js';
import { type Note, withNote, withNotesOf, withValues } from './note-chain.js';

/** One dimension in the course of the interview. No `rating` means that it has not been decided yet. */
export interface DimensionState {
  readonly rating?: Rating;
  /** Why it was not assessed. */
  readonly reason?: string;
  readonly notes: readonly Note[];
  /** Positions of the questions that were asked, ascending. */
  readonly asked: readonly number[];
}

export interface ObservedFlag {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

export interface Verdict {
  readonly is: VerdictWord;
  readonly reason?: string;
}

/** What undo takes back. */
export interface Content {
  /** Position of the current dimension; the number of dimensions stands for the review. */
  readonly cursor: number;
  /** Position of the question that stands there; `undefined`: the next one to ask. */
  readonly question: number | undefined;
  readonly dimensions: readonly DimensionState[];
  readonly flags: readonly ObservedFlag[];
  /** On the interview as a whole, and why the verdict is what it is. */
  readonly notes: readonly Note[];
  readonly verdict?: Verdict;
}

interface History {
  readonly content: Content;
  readonly earlier: History | undefined;
}

/** An interview as it stands: the fold of its events. Immutable. */
export interface Session {
  readonly open: OpenChange;
  readonly startedAt: string;
  readonly lastAt: string;
  readonly content: Content;
  readonly undoable: History | undefined;
  readonly redoable: History | undefined;
  readonly clock: Clock;
  readonly isUnblinded: boolean;
  /**
   * What stood when the recommendation was first shown, with the first verdict in it; undo does not bring that back.
   */
  readonly revealed: Content | undefined;
  /** From then on nothing changes it. */
  readonly submission: SubmitEvent | undefined;
}

export function createSession({ at, ...open }: OpenEvent): Session {
  return {
    open,
    startedAt: at,
    lastAt: at,
    content: beginning(open),
    undoable: undefined,
    redoable: undefined,
    clock: startClock(at, open.rubric.dimensions.map(secondsBefore(open))),
    isUnblinded: false,
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
  return rest.reduce(applyEvent, createSession(open));
}

/**
 * The session after one more event. An event that does not fit (an unknown dimension, nothing to undo) changes only the
 * time.
 */
export function applyEvent(session: Session, event: SessionEvent): Session {
  if (session.submission !== undefined) return session;
  // Spread last and once: a long journal is folded in one go when a draft is opened.
  const time = { lastAt: event.at, clock: tick(session.clock, session.content.cursor, event) };
  switch (event.type) {
    case 'open':
    case 'away':
    case 'reopen':
    case 'pause':
    case 'resume':
      return { ...session, ...time };
    case 'unblind':
      return { ...session, ...time, isUnblinded: true };
    case 'submit':
      return { ...session, ...time, submission: event };
    case 'go': {
      const cursor = clamp(event.to, session.open.rubric.dimensions.length);
      return { ...session, ...time, content: withValues(session.content, { cursor, question: event.question }) };
    }
    case 'undo':
      return step({ ...session, ...time }, 'undoable', 'redoable');
    case 'redo':
      return step({ ...session, ...time }, 'redoable', 'undoable');
    case 'rate':
    case 'clear':
    case 'note':
    case 'mend':
    case 'notes':
    case 'flag':
    case 'unflag':
    case 'asked':
    case 'verdict': {
      const content = change(session, event);
      if (content === session.content) return { ...session, ...time };
      const undoable = { content: session.content, earlier: session.undoable };
      // An amendment's interviewer knew the recommendation from the beginning.
      const isReveal = event.type === 'verdict' && session.open.amends === undefined;
      const revealed = session.revealed ?? (isReveal ? content : undefined);
      return { ...session, ...time, content, undoable, redoable: undefined, revealed };
    }
  }
}

function step(session: Session, from: 'undoable' | 'redoable', to: 'undoable' | 'redoable'): Session {
  const source = session[from];
  if (!source) return session;
  const target = { content: session.content, earlier: session[to] };
  return { ...session, content: source.content, [from]: source.earlier, [to]: target };
}

/** What undo can take back. */
type ContentEvent = EventOf<'rate' | 'clear' | 'note' | 'mend' | 'notes' | 'flag' | 'unflag' | 'asked' | 'verdict'>;
type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;

function change({ content, open }: Session, event: ContentEvent): Content {
  switch (event.type) {
    case 'rate':
      return rate(content, open.rubric, event);
    case 'clear':
      return update(content, open.rubric, event.dimension, (state) => withNotesOf(state, { asked: state.asked }));
    case 'note':
      return note(content, open.rubric, event);
    case 'mend':
      return mend(content, open.rubric, event);
    case 'notes':
      return update(content, open.rubric, event.dimension, (state) => ({ ...state, notes: rewritten(state, event) }));
    case 'asked':
      return update(content, open.rubric, event.dimension, (state) =>
        withValues(state, { asked: toggle(state.asked, event) }),
      );
    case 'flag':
      return withValues(content, { flags: [...withoutFlag(content, event.flag), observed(event)] });
    case 'unflag':
      return withValues(content, { flags: withoutFlag(content, event.flag) });
    case 'verdict':
      return withValues(content, { verdict: { is: event.is, ...(event.reason ? { reason: event.reason } : {}) } });
  }
}

function note(content: Content, rubric: Rubric, event: EventOf<'note'>): Content {
  const { dimension, text, noted, at, question, flagged, reason } = event;
  const one: Note = {
    text,
    at: noted ?? at,
    ...(flagged ? { isFlagged: true } : {}),
    ...(reason ? { isReason: true } : {}),
  };
  if (dimension === undefined) return withNote(content, one);
  return atQuestion(
    update(content, rubric, dimension, (state) => withNote(state, one)),
    rubric,
    { dimension, question },
  );
}

/** The question that stood there when something was noted or rated was asked, and goes on standing there. */
function atQuestion(
  content: Content,
  rubric: Rubric,
  { dimension, question }: { readonly dimension: string; readonly question?: number | undefined },
): Content {
  if (question === undefined) return content;
  const asked = update(content, rubric, dimension, (state) =>
    state.asked.includes(question)
      ? state
      : withValues(state, { asked: [...state.asked, question].sort((a, b) => a - b) }),
  );
  return positionOf(rubric, dimension) === content.cursor ? withValues(asked, { question }) : asked;
}

/** A mended note keeps its time, and what else it is. */
function mend(content: Content, rubric: Rubric, { dimension, note: at, text, to }: EventOf<'mend'>): Content {
  const from = dimension === undefined ? content : content.dimensions[positionOf(rubric, dimension) ?? -1];
  const old = from?.notes[at];
  if (!from || !old) return content;
  const isMoved = to !== undefined && to !== (dimension ?? null);
  const mended = text === undefined || isMoved ? [] : [{ ...old, text }];
  const left = withNotesAt(content, rubric, { dimension, notes: from.notes.toSpliced(at, 1, ...mended) });
  if (!isMoved || text === undefined) return left;
  const { isReason: _, ...moved } = { ...old, text };
  return to === null ? withNote(left, moved) : update(left, rubric, to, (state) => withNote(state, moved));
}

function withNotesAt(
  content: Content,
  rubric: Rubric,
  { dimension, notes }: { readonly dimension: string | undefined; readonly notes: readonly Note[] },
): Content {
  if (dimension === undefined) return { ...content, notes };
  return update(content, rubric, dimension, (state) => ({ ...state, notes }));
}

/** What stood before keeps its time. */
function rewritten({ notes }: DimensionState, { texts, at }: EventOf<'notes'>): readonly Note[] {
  const known = new Map(notes.toReversed().map((one) => [one.text, one]));
  return texts.map((text) => known.get(text) ?? { text, at });
}

function rate(content: Content, rubric: Rubric, event: EventOf<'rate'>): Content {
  const reason = isRated(event.rating) ? undefined : event.reason;
  const rated = update(content, rubric, event.dimension, (state) =>
    withNotesOf(state, { asked: state.asked, rating: event.rating, ...(reason ? { reason } : {}) }),
  );
  if (event.stays) return atQuestion(rated, rubric, event);
  const position = positionOf(rubric, event.dimension);
  if (position === undefined) return content;
  return withValues(rated, { cursor: nextUndecided(rated.dimensions, position), question: undefined });
}

/** The next dimension without a decision, going round once; the review when there is none. */
function nextUndecided(dimensions: readonly DimensionState[], from: number): number {
  const isOpen = ({ rating }: DimensionState) => rating === undefined;
  const after = dimensions.findIndex((state, position) => position > from && isOpen(state));
  if (after >= 0) return after;
  const before = dimensions.findIndex(isOpen);
  return before >= 0 ? before : dimensions.length;
}

function update(
  content: Content,
  rubric: Rubric,
  dimension: string,
  change: (state: DimensionState) => DimensionState,
): Content {
  const position = positionOf(rubric, dimension);
  const state = position === undefined ? undefined : content.dimensions[position];
  if (position === undefined || !state) return content;
  return withValues(content, { dimensions: content.dimensions.with(position, change(state)) });
}

function toggle(asked: readonly number[], event: { question: number; asked: boolean }): readonly number[] {
  const others = asked.filter((question) => question !== event.question);
  return event.asked ? [...others, event.question].sort((a, b) => a - b) : others;
}

function withoutFlag(content: Content, id: string): readonly ObservedFlag[] {
  return content.flags.filter((flag) => flag.id !== id);
}

function observed({ flag, evidence = [], at }: EventOf<'flag'>): ObservedFlag {
  const seen = typeof evidence === 'string' ? [{ text: evidence }] : evidence;
  return { id: flag, evidence: seen.filter(({ text }) => text !== '').map((one) => ({ ...one, at: one.at ?? at })) };
}

function clamp(position: number, last: number): number {
  return Number.isInteger(position) ? Math.min(Math.max(position, 0), last) : 0;
}

function positionOf(rubric: Rubric, dimension: string): number | undefined {
  const position = rubric.dimensions.findIndex(({ id }) => id === dimension);
  return position < 0 ? undefined : position;
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

/** Why the verdict is what it is, in the order in which it was said. */
export function reasonsOf({ verdict, notes }: Content): readonly string[] {
  const said = verdict?.reason === undefined ? [] : [verdict.reason];
  return [...said, ...notes.flatMap(({ text, isReason }) => (isReason ? [text] : []))];
}

export function isAtReview({ content }: Session): boolean {
  return content.cursor >= content.dimensions.length;
}

/** Ratings as the arithmetic takes them: what was not decided is not assessed. */
export function ratingsOfSession({ content }: Session): readonly Rating[] {
  return content.dimensions.map(({ rating }) => rating ?? 'not-assessed');
}
