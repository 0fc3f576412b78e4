import type { Rubric } from '../rubric/rubric.js';
import { applySession } from '../rubric/session.js';

/** What of a rubric a row is about. */
export interface SessionPart {
  readonly rubric: Rubric;
  /** The positions of its dimensions in the whole rubric. */
  readonly positions: readonly number[];
}

const parts = new WeakMap<Rubric, Map<string | undefined, SessionPart>>();

/** The part of a rubric that one session of its plan holds; all of it for `undefined`. Made once for each. */
export function partOf(whole: Rubric, session: string | undefined): SessionPart {
  const known = parts.get(whole) ?? new Map<string | undefined, SessionPart>();
  parts.set(whole, known);
  const before = known.get(session);
  if (before) return before;
  const rubric = applySession(
    whole,
    whole.sessions.find(({ id }) => id === session),
  );
  const positions = whole.dimensions.flatMap((dimension, at) => (rubric.dimensions.includes(dimension) ? [at] : []));
  const part = { rubric, positions };
  known.set(session, part);
  return part;
}
