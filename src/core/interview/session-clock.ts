import type { Session } from './session.js';

/** Milliseconds of an interview so far. */
export interface TimeSpent {
  readonly total: number;
  /** On the current dimension, or on the review. */
  readonly current: number;
}

/** The time spent up to `now` (milliseconds since the epoch): what the events hold, and what has run since the last one. */
export function timeSpent({ clock, content }: Session, now: number): TimeSpent {
  const running = clock.isPaused ? 0 : Math.max(0, now - clock.last);
  const total = clock.spent.reduce((sum, spent) => sum + spent, 0);
  return { total: total + running, current: (clock.spent[content.cursor] ?? 0) + running };
}
