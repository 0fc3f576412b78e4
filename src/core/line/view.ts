import type { SessionChange } from '../interview/event.js';
import type { Session } from '../interview/session.js';

/** A list over the place at hand. */
export interface ShownList {
  readonly type: 'sheet' | 'questions' | 'flags' | 'help';
  /** The one anchor that is asked for. */
  readonly rating?: number;
  /** Rows that were scrolled past. */
  readonly offset: number;
}

/** The note that stands in the line to be mended. */
export interface Mending {
  /** The dimension that it is on; `undefined` for the interview as a whole. */
  readonly dimension: string | undefined;
  /** Its position among the notes there. */
  readonly note: number;
  /** Whether the next ↓ drops what was changed. */
  readonly isDropAsked?: true;
}

/** What an interviewer sees beside the session: nothing of it needs to outlive the program. */
export interface LineView {
  readonly isPrivate: boolean;
  readonly list?: ShownList | undefined;
  readonly mending?: Mending | undefined;
  /** What the last line or key did. */
  readonly message?: string | undefined;
  /** Whether the dimension at hand was rated by the last line: its anchor stays open. */
  readonly isJustRated?: boolean | undefined;
  /** The gaps with which the next `/submit` seals. */
  readonly acceptedGaps?: string | undefined;
  /** Whether it has been said that only a number alone rates. */
  readonly isTaught?: boolean | undefined;
  /** Lines of the review that were scrolled past. */
  readonly scroll: number;
}

export const FIRST_VIEW: LineView = { isPrivate: false, scroll: 0 };

/** What a line or a key acts on. */
export interface LineState {
  readonly session: Session;
  readonly view: LineView;
  /** When the first sign of the line was typed, where that is known: a timestamp. */
  readonly since?: string | undefined;
}

/** What a line or a key leads to. */
export interface LineResult {
  readonly changes: readonly SessionChange[];
  readonly view: LineView;
  /** What stands in the line afterwards. */
  readonly line: string;
  readonly next?: 'quit' | 'submit';
}

/** What a line or a key did, in a message; `line` is empty where nothing else is said. */
export function did(
  { view }: LineState,
  message: string | undefined,
  { view: more, ...rest }: Partial<Omit<LineResult, 'view'>> & { readonly view?: Partial<LineView> } = {},
): LineResult {
  const { isPrivate, isTaught, scroll } = view;
  const changes = rest.changes ?? [];
  // Others see the screen then.
  const shown = isPrivate && changes.length > 0 && message !== undefined ? 'kept' : message;
  return { changes, line: '', ...rest, view: { isPrivate, isTaught, scroll, message: shown, ...more } };
}

/** When words were typed, where that is known, under the key that says so. */
export function timed<Key extends 'at' | 'noted'>(key: Key, { since }: LineState): { readonly [key in Key]?: string } {
  return since === undefined ? {} : ({ [key]: since } as { readonly [key in Key]: string });
}

/** Nothing is done, and the line stays as it is. */
export function kept(state: LineState, line: string, message: string): LineResult {
  return { changes: [], line, view: { ...state.view, message } };
}
