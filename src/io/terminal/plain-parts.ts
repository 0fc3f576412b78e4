import type { Session } from '../../core/interview/session.js';
import type { Evaluation } from '../../core/scoring/evaluate.js';
import type { TerminalText } from '../../core/text/safe-text.js';
import { Interruption } from '../../errors.js';
import type { Recorder } from '../store/store.js';
import type { LineReader } from './line-reader.js';

/** The words that the prompts say; they come from `render`, which this layer does not know. */
export interface PromptTexts {
  readonly opening: (session: Session, isResumed: boolean) => TerminalText;
  readonly dimension: (session: Session, position: number) => TerminalText;
  readonly prompt: (session: Session, position: number) => TerminalText;
  readonly anchors: (session: Session, position: number) => TerminalText;
  readonly questions: (session: Session, position: number) => TerminalText;
  readonly flags: (session: Session) => TerminalText;
  readonly keys: (session: Session) => TerminalText;
  readonly rated: (session: Session, position: number) => TerminalText;
  readonly review: (session: Session) => TerminalText;
  readonly unsupportedExtremes: (session: Session) => TerminalText | undefined;
  readonly verdictPrompt: TerminalText;
  readonly outcome: (session: Session, evaluation: Evaluation) => TerminalText;
}

export interface PlainPrompts {
  readonly recorder: Recorder;
  readonly lines: LineReader;
  readonly texts: PromptTexts;
  readonly isResumed: boolean;
  /**
   * Opens a long note in the user's editor; `undefined` when it was left unchanged. Throws an Error that says why it
   * failed.
   */
  readonly edit?: (text: string) => string | undefined;
}

/** How an interview at the prompts ended. `ended`: the input ran out before it was submitted. */
export type PlainOutcome = 'submit' | 'quit' | 'ended';

/** Reads a line. A note that is half typed when the program is asked to end is kept. */
export async function readLine(
  { lines, recorder }: PlainPrompts,
  prompt: TerminalText,
  isNote = false,
): Promise<string | undefined> {
  try {
    return await lines.read(prompt);
  } catch (error) {
    if (error instanceof Interruption) {
      const partial = isNote ? error.partial : (/^\s*(?:n|note)\s+(.*)/.exec(error.partial)?.[1] ?? '');
      const dimension = recorder.session.open.rubric.dimensions[recorder.session.content.cursor];
      if (partial.trim() !== '' && dimension)
        recorder.record({ type: 'note', dimension: dimension.id, text: partial.trim() });
    }
    throw error;
  }
}
