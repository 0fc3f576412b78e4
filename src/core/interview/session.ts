import type { Rubric } from '../rubric/rubric.js';
import { isRated, type Rating } from '../rubric/scale.js';
import type { VerdictWord } from '../scoring/verdict.js';
import type { OpenChange, OpenEvent, SessionEvent, SessionEvents } from './event.js';

/** One dimension in the course of the interview. No `rating` means that it has not been decided yet. */
export interface DimensionState {
  readonly rating?: Rating;
  /** Why it was not assessed. */
  readonly reason?: string;
  readonly notes: readonly string[];
  /** Positions of the questions that were asked, ascending. */
  readonly asked: readonly number[];
}

export interface ObservedFlag {
  readonly id: string;
  readonly evidence?: string;
}

export interface Verdict {
  readonly is: VerdictWord;
  readonly reason?: string;
}

/** What undo takes back. */
interface Content {
  /** Position of the current dimension; the number of dimensions stands for the review. */
  readonly cursor: number;
  readonly dimensions: readonly DimensionState[];
  readonly flags: readonly ObservedFlag[];
  readonly verdict?: Verdict;
}

interface History {
  readonly content: Content;
  readonly earlier: History | undefined;
}

/** What undo leaves alone: time goes on. */
interface Clock {
  /** Milliseconds on each dimension; the last entry is the review. */
  readonly spent: readonly number[];
  /** Milliseconds since the epoch of the last event. */
  readonly last: number;
  readonly isPaused: boolean;
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
  /** ISO 8601; from then on nothing changes it. */
  readonly submittedAt: string | undefined;
}

export function createSession({ at, ...open }: OpenEvent): Session {
  const count = open.rubric.dimensions.length;
  return {
    open,
    startedAt: at,
    lastAt: at,
    content: {
      cursor: 0,
      dimensions: open.rubric.dimensions.map(() => ({ notes: [], asked: [] })),
      flags: [],
    },
    undoable: undefined,
    redoable: undefined,
    clock: { spent: Array.from({ length: count + 1 }, () => 0), last: Date.parse(at), isPaused: false },
    isUnblinded: false,
    submittedAt: undefined,
  };
}

export function replay([open, ...rest]: SessionEvents): Session {
  return rest.reduce(applyEvent, createSession(open));
}

/**
 * The session after one more event. An event that does not fit (an unknown dimension, nothing to undo) changes only the
 * time.
 */
export function applyEvent(session: Session, event: SessionEvent): Session {
  if (session.submittedAt !== undefined) return session;
  // Spread last and once: a long journal is folded in one go when a draft is opened.
  const time = { lastAt: event.at, clock: tick(session, event) };
  switch (event.type) {
    case 'open':
    case 'reopen':
    case 'pause':
    case 'resume':
      return { ...session, ...time };
    case 'unblind':
      return { ...session, ...time, isUnblinded: true };
    case 'submit':
      return { ...session, ...time, submittedAt: event.at };
    case 'go': {
      const cursor = clamp(event.to, session.open.rubric.dimensions.length);
      return { ...session, ...time, content: { ...session.content, cursor } };
    }
    case 'undo':
      return step({ ...session, ...time }, 'undoable', 'redoable');
    case 'redo':
      return step({ ...session, ...time }, 'redoable', 'undoable');
    case 'rate':
    case 'clear':
    case 'note':
    case 'notes':
    case 'flag':
    case 'unflag':
    case 'asked':
    case 'verdict': {
      const content = change(session, event);
      if (content === session.content) return { ...session, ...time };
      const undoable = { content: session.content, earlier: session.undoable };
      return { ...session, ...time, content, undoable, redoable: undefined };
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
type ContentEvent = EventOf<'rate' | 'clear' | 'note' | 'notes' | 'flag' | 'unflag' | 'asked' | 'verdict'>;
type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;

function change({ content, open }: Session, event: ContentEvent): Content {
  switch (event.type) {
    case 'rate':
      return rate(content, open.rubric, event);
    case 'clear':
      return update(content, open.rubric, event.dimension, ({ notes, asked }) => ({ notes, asked }));
    case 'note':
      return update(content, open.rubric, event.dimension, (state) => ({
        ...state,
        notes: [...state.notes, event.text],
      }));
    case 'notes':
      return update(content, open.rubric, event.dimension, (state) => ({ ...state, notes: event.texts }));
    case 'asked':
      return update(content, open.rubric, event.dimension, (state) => ({
        ...state,
        asked: toggle(state.asked, event),
      }));
    case 'flag':
      return { ...content, flags: [...withoutFlag(content, event.flag), observed(event)] };
    case 'unflag':
      return { ...content, flags: withoutFlag(content, event.flag) };
    case 'verdict':
      return { ...content, verdict: { is: event.is, ...(event.reason ? { reason: event.reason } : {}) } };
  }
}

function rate(content: Content, rubric: Rubric, event: EventOf<'rate'>): Content {
  const reason = isRated(event.rating) ? undefined : event.reason;
  const rated = update(content, rubric, event.dimension, ({ notes, asked }) => ({
    notes,
    asked,
    rating: event.rating,
    ...(reason ? { reason } : {}),
  }));
  const position = positionOf(rubric, event.dimension);
  return position === undefined ? content : { ...rated, cursor: nextUndecided(rated.dimensions, position) };
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
  return { ...content, dimensions: content.dimensions.with(position, change(state)) };
}

function toggle(asked: readonly number[], event: { question: number; asked: boolean }): readonly number[] {
  const others = asked.filter((question) => question !== event.question);
  return event.asked ? [...others, event.question].sort((a, b) => a - b) : others;
}

function withoutFlag(content: Content, id: string): readonly ObservedFlag[] {
  return content.flags.filter((flag) => flag.id !== id);
}

function observed({ flag, evidence }: { flag: string; evidence?: string }): ObservedFlag {
  return evidence ? { id: flag, evidence } : { id: flag };
}

/** Time since the last event goes to the dimension that was current; none passes while paused or while the program was closed. */
function tick({ clock, content }: Session, event: SessionEvent): Clock {
  const now = Date.parse(event.at);
  const runs = !clock.isPaused && event.type !== 'reopen' && now > clock.last;
  const spent = runs
    ? clock.spent.with(content.cursor, (clock.spent[content.cursor] ?? 0) + now - clock.last)
    : clock.spent;
  const isPaused = event.type === 'pause' || (clock.isPaused && event.type !== 'resume' && event.type !== 'reopen');
  return { spent, last: now, isPaused };
}

function clamp(position: number, last: number): number {
  return Number.isInteger(position) ? Math.min(Math.max(position, 0), last) : 0;
}

function positionOf(rubric: Rubric, dimension: string): number | undefined {
  const position = rubric.dimensions.findIndex(({ id }) => id === dimension);
  return position < 0 ? undefined : position;
}

export function isAtReview({ content }: Session): boolean {
  return content.cursor >= content.dimensions.length;
}

/** Ratings as the arithmetic takes them: what was not decided is not assessed. */
export function ratingsOfSession({ content }: Session): readonly Rating[] {
  return content.dimensions.map(({ rating }) => rating ?? 'not-assessed');
}

/** Milliseconds of an interview so far. */
export interface TimeSpent {
  readonly total: number;
  /** Time on the current dimension, or on the review. */
  readonly current: number;
}

/** The time spent up to `now` (milliseconds since the epoch): what the events hold, and what has run since the last one. */
export function timeSpent({ clock, content }: Session, now: number): TimeSpent {
  const running = clock.isPaused ? 0 : Math.max(0, now - clock.last);
  const total = clock.spent.reduce((sum, spent) => sum + spent, 0);
  return { total: total + running, current: (clock.spent[content.cursor] ?? 0) + running };
}

/** Notes as one text to edit, with an empty line between two. */
export function notesText(notes: readonly string[]): string {
  return notes.join('\n\n');
}

/** The notes of an edited text: one for each paragraph. */
export function notesOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((note) => note.trim())
    .filter(Boolean);
}
