import type { Session } from '../../core/interview/session.js';
import { isRated } from '../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';

/** A text behind its first words, hanging, with its line break. */
export type Paragraph = (first: TerminalText, text: string) => TerminalText;

/** A message without the board's signs, which a screen reader would spell out or a pipe has not. */
export function inPlainWords(message: string): string {
  return message.replaceAll(' · ', '; ').replaceAll('⚑ ', 'red flag ').replaceAll('⚑', 'red flag');
}

type Decided = Session['content']['dimensions'][number];

/** What a dimension got, in words. */
export function tellRating(state: Decided, labels: Readonly<Record<string, string>>): TerminalText {
  if (state.rating === undefined) return say`no rating`;
  const label = labels[String(state.rating)];
  if (isRated(state.rating)) return say`${state.rating}${label === undefined ? '' : say`, ${clean(label)}`}`;
  const words = state.rating === 'not-assessed' ? say`not assessed` : say`not applicable`;
  return state.reason ? say`${words} (${clean(state.reason)})` : words;
}
