import type { Session } from '../../core/interview/session.js';
import type { Rating } from '../../core/rubric/scale.js';
import type { Evaluation } from '../../core/scoring/evaluate.js';
import type { TerminalText } from '../../core/text/safe-text.js';
import type { Recorder } from '../store/store.js';
import type { Watch } from './away.js';
import type { LineReader } from './line-reader.js';

/** A rating that was just given. */
export interface PlainRating {
  /** Position of the dimension. */
  readonly position: number;
  readonly rating: number;
  /** What it was before. */
  readonly was: Rating | undefined;
}

/** The words that the prompts say; they come from `render`, which this layer does not know. */
export interface PromptTexts {
  readonly opening: (session: Session, isResumed: boolean) => TerminalText;
  /** What is said where the interview has come to: all of a new place, of another question the question. */
  readonly arrival: (session: Session, isNew: boolean) => TerminalText;
  readonly prompt: (session: Session) => TerminalText;
  readonly message: (message: string) => TerminalText;
  readonly rated: (session: Session, rated: PlainRating) => TerminalText;
  readonly anchors: (session: Session, rating?: number) => TerminalText;
  readonly questions: (session: Session) => TerminalText;
  readonly flags: (session: Session) => TerminalText;
  readonly help: () => TerminalText;
  readonly outcome: (session: Session, evaluation: Evaluation) => TerminalText;
}

export interface PlainPrompts {
  readonly recorder: Recorder;
  readonly lines: LineReader;
  readonly texts: PromptTexts;
  readonly isResumed: boolean;
  /** Sees when the machine slept; `undefined` for a pipe, where nobody sits. */
  readonly watch?: Watch;
}

/** How an interview at the prompts ended. `ended`: the input ran out before it was submitted. */
export type PlainOutcome = 'submit' | 'quit' | 'ended';
