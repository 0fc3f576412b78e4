import { createMistake } from '../problem.js';
import { typedRating } from '../rubric/rating-key.js';
import type { Rubric } from '../rubric/rubric.js';
import { isOnScale } from '../rubric/scale.js';
import { nearest } from '../text/wording.js';
import { KEYS } from './keys.js';

/** What one line at the plain prompts asks for. */
export type PlainCommand =
  | { readonly type: 'rate'; readonly rating: number; readonly note: string }
  | { readonly type: 'note' | 'skip' | 'not-applicable' | 'flag' | 'go' | 'questions'; readonly text: string }
  | {
      readonly type:
        | 'clear'
        | 'next'
        | 'back'
        | 'undo'
        | 'redo'
        | 'anchors'
        | 'pause'
        | 'review'
        | 'editor'
        | 'keys'
        | 'quit';
    }
  | { readonly type: 'unknown'; readonly message: string };

/** The words of the plain prompts, the same letters as on the board. */
export const PLAIN_KEYS = KEYS.flatMap(({ does, help, plain }) =>
  plain ? [{ help, ...plain, type: does as PlainCommand['type'] }] : [],
);

/** Reads one line. A line that is not a command is answered with the word that was probably meant. */
export function parsePlainCommand(line: string, scale: Rubric['scale']): PlainCommand {
  const trimmed = line.trim();
  const [word = '', ...rest] = trimmed.split(/\s+/);
  const text = trimmed.slice(word.length).trim();
  const rating = typedRating(word);
  // On a scale without it, 0 clears the rating.
  if (rating !== undefined && (word !== '0' || isOnScale(0, scale))) return rateCommand(rating, text, scale);
  const key = PLAIN_KEYS.find(
    ({ letter, words }) => letter === word.toLowerCase() || words.includes(word.toLowerCase()),
  );
  // Several words that are not a command are something that was said: better a note too many than a line lost.
  if (rest.length > 0 && key?.usage === undefined) return { type: 'note', text: trimmed };
  if (!key) return unknown(word);
  switch (key.type) {
    case 'note':
    case 'skip':
    case 'not-applicable':
    case 'flag':
    case 'go':
    case 'questions':
      return { type: key.type, text };
    case 'rate':
    case 'unknown':
      return unknown(word);
    default:
      return { type: key.type };
  }
}

function rateCommand(rating: number, note: string, scale: Rubric['scale']): PlainCommand {
  if (isOnScale(rating, scale)) return { type: 'rate', rating, note };
  const { message } = createMistake('off-scale', { what: 'rating', value: rating, scale });
  return { type: 'unknown', message: `${message}.` };
}

function unknown(typed: string): PlainCommand {
  const meant = nearest(
    typed,
    PLAIN_KEYS.flatMap(({ letter, words }) => [...words, ...(letter.length > 1 ? [letter] : [])]),
  );
  const hint = meant === undefined ? 'for a note write n before it; ? lists the keys.' : `did you mean "${meant}"?`;
  return { type: 'unknown', message: `"${typed}" is not a command; ${hint}` };
}
