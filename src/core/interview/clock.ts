import type { SessionEvent } from './event.js';

type TimedEvent = Pick<SessionEvent, 'at' | 'type'> & { readonly since?: string };

/** How long an interview was on each dimension. Undo leaves it alone: time goes on. */
export interface Clock {
  /** Milliseconds on each dimension; the last entry is the review. */
  readonly spent: readonly number[];
  /** Milliseconds since the epoch of the last event. */
  readonly last: number;
  readonly isPaused: boolean;
}

/** A clock that begins at a time in ISO 8601, with the milliseconds that each dimension has had before. */
export function startClock(at: string, spent: readonly number[]): Clock {
  return { spent: [...spent, 0], last: Date.parse(at), isPaused: false };
}

/**
 * The clock after one more event. Time since the last one goes to the dimension at `cursor`, which was current; none
 * passes while paused, while the program was closed, or while the machine slept.
 */
export function tick(clock: Clock, cursor: number, event: TimedEvent): Clock {
  const now = Date.parse(event.at);
  const until = event.type === 'away' && event.since !== undefined ? Math.min(now, Date.parse(event.since)) : now;
  const runs = !clock.isPaused && event.type !== 'reopen' && until > clock.last;
  const spent = runs ? clock.spent.with(cursor, (clock.spent[cursor] ?? 0) + until - clock.last) : clock.spent;
  const isPaused = event.type === 'pause' || (clock.isPaused && event.type !== 'resume' && event.type !== 'reopen');
  return { spent, last: now, isPaused };
}

/** An interview, as far as its time goes. */
interface Timed {
  readonly clock: Clock;
  readonly content: { readonly cursor: number };
}

/** Milliseconds of an interview so far. */
export interface TimeSpent {
  readonly total: number;
  /** Time on the current dimension, or on the review. */
  readonly current: number;
}

/**
 * The time spent up to `now` (milliseconds since the epoch): what the events hold, and what has run since the last
 * one.
 */
export function timeSpent({ clock, content }: Timed, now: number): TimeSpent {
  const running = clock.isPaused ? 0 : Math.max(0, now - clock.last);
  const total = clock.spent.reduce((sum, spent) => sum + spent, 0);
  return { total: total + running, current: (clock.spent[content.cursor] ?? 0) + running };
}
