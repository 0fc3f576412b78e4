import type { Rubric } from '../rubric/rubric.js';
import type { Rating } from '../rubric/scale.js';
import type { VerdictWord } from '../scoring/verdict.js';

/**
 * What an interview consists of. Every key, line or answer that changes something is one of these, kept in the journal
 * in the order in which it happened: the session is what they add up to.
 */
export type SessionEvent = { readonly at: string } & SessionChange;

export type SessionChange =
  | OpenChange
  | { readonly type: 'rate'; readonly dimension: string; readonly rating: Rating; readonly reason?: string }
  | { readonly type: 'clear'; readonly dimension: string }
  | { readonly type: 'note'; readonly dimension: string; readonly text: string }
  | { readonly type: 'notes'; readonly dimension: string; readonly texts: readonly string[] }
  | { readonly type: 'flag'; readonly flag: string; readonly evidence?: string }
  | { readonly type: 'unflag'; readonly flag: string }
  | { readonly type: 'asked'; readonly dimension: string; readonly question: number; readonly asked: boolean }
  | { readonly type: 'verdict'; readonly is: VerdictWord; readonly reason?: string }
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'undo' | 'redo' | 'pause' | 'resume' | 'reopen' | 'unblind' | 'submit' };

/** The first event: who, whom, and the rubric as it was then, so that a later edit of the file can't change the interview. */
export interface OpenChange {
  readonly type: 'open';
  readonly schemaVersion: 1;
  readonly id: string;
  readonly candidate: string;
  readonly interviewer: string;
  /** With the variant already applied. */
  readonly rubric: Rubric;
  readonly variant?: string;
  /** Of the rubric's file. */
  readonly sha256: string;
}
