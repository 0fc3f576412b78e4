import type { Recorder } from '../../io/store/store.js';
import type { GlobalOptions } from '../context.js';

export interface InterviewOptions extends GlobalOptions {
  readonly role?: string;
  readonly candidate?: string;
  readonly interviewer?: string;
  readonly same?: readonly string[];
  readonly variant?: string;
  /** The day of the interview. */
  readonly held?: string;
  /** The session of the interview plan that is held. */
  readonly session?: string;
  /** How many minutes it is to take. */
  readonly minutes?: number;
  readonly shadow?: boolean;
  readonly store?: string;
  readonly answers?: string;
  /** Seals answers also where a scorecard says the same already. */
  readonly again?: boolean;
  /** Prints an answers file to fill in, and holds no interview. */
  readonly answersTemplate?: boolean;
  readonly plain?: boolean;
  readonly resume?: string;
  readonly restart?: boolean;
  readonly ascii?: boolean;
  readonly format?: 'json' | 'markdown';
  /** Why a sealed scorecard is amended. */
  readonly reason?: string;
  readonly afterDebrief?: boolean;
}

/** The draft of an interview that was begun or resumed. */
export interface OpenedDraft {
  readonly recorder: Recorder;
  readonly isResumed: boolean;
}
