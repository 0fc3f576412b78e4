import type { Session } from '../interview/session.js';
import type { LineView } from '../line/view.js';
import type { Line } from './line-edit.js';

/** All that the board shows, and that a key acts on. */
export interface BoardState {
  readonly session: Session;
  readonly view: LineView;
  readonly line: Line;
  /** The present time, in milliseconds since the epoch. */
  readonly now: number;
  /** When the first sign of the line was typed: a timestamp. */
  readonly since?: string | undefined;
  /** Why the last write failed; `undefined` while all is on disk. */
  readonly failure?: string | undefined;
}
