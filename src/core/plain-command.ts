import { nearest } from './nearest.js';
import type { Rubric } from './rubric.js';
import { isOnScale, ratingsOf } from './scale.js';

/** What one line at the plain prompts asks for. */
export type PlainCommand =
  | { readonly does: 'rate'; readonly rating: number; readonly note: string }
  | { readonly does: 'note' | 'skip' | 'not-applicable' | 'flag' | 'go' | 'questions'; readonly text: string }
  | {
      readonly does:
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
  | { readonly does: 'unknown'; readonly message: string };

interface PlainKey {
  readonly letter: string;
  /** Other words for it. */
  readonly words: readonly string[];
  readonly does: PlainCommand['does'];
  /** How it is typed, where more may follow. */
  readonly usage?: string;
  readonly help: string;
}

/** The letters of the plain prompts, the same as on the board. The parser and the help read this table. */
export const PLAIN_KEYS: readonly PlainKey[] = [
  { letter: 'n', words: ['note'], does: 'note', usage: 'n TEXT', help: 'note what was said or done' },
  { letter: 'e', words: ['editor', 'edit'], does: 'editor', help: 'long note in $VISUAL or $EDITOR' },
  {
    letter: 'f',
    words: ['flag'],
    does: 'flag',
    usage: 'f [NUMBER EVIDENCE]',
    help: 'red flags: list them, observe one, take one back',
  },
  { letter: 's', words: ['skip'], does: 'skip', usage: 's [REASON]', help: 'skip: not assessed' },
  {
    letter: 'na',
    words: ['not-applicable'],
    does: 'not-applicable',
    help: 'not applicable (optional dimensions only)',
  },
  { letter: '0', words: ['clear'], does: 'clear', help: 'clear the rating' },
  { letter: 'b', words: ['back'], does: 'back', help: 'one dimension back' },
  { letter: '', words: ['next'], does: 'next', usage: 'Enter', help: 'one dimension on' },
  { letter: 'g', words: ['go'], does: 'go', usage: 'g NUMBER or ID', help: 'go to a dimension' },
  { letter: 'u', words: ['undo'], does: 'undo', help: 'undo' },
  { letter: 'redo', words: [], does: 'redo', help: 'redo' },
  { letter: 'a', words: ['anchors'], does: 'anchors', help: 'anchors: what each rating looks like' },
  {
    letter: 'c',
    words: ['questions'],
    does: 'questions',
    usage: 'c [NUMBER]',
    help: 'questions; with a number, mark it as asked',
  },
  { letter: 't', words: ['pause'], does: 'pause', help: 'stop or start the timer' },
  { letter: 'r', words: ['review'], does: 'review', help: 'review and submit' },
  { letter: '?', words: ['help', 'keys'], does: 'keys', help: 'these keys' },
  { letter: 'q', words: ['quit', 'exit'], does: 'quit', help: 'save the draft and leave' },
];

/** Reads one line. Anything that is no command says so, with what was probably meant. */
export function parsePlainCommand(line: string, scale: Rubric['scale']): PlainCommand {
  const trimmed = line.trim();
  const [word = '', ...rest] = trimmed.split(/\s+/);
  const text = trimmed.slice(word.length).trim();
  if (/^\d+$/.test(word) && word !== '0') return rateCommand(Number(word), text, scale);
  const key = PLAIN_KEYS.find(
    ({ letter, words }) => letter === word.toLowerCase() || words.includes(word.toLowerCase()),
  );
  // Several words that are no command are something that was said: better a note too many than a line lost.
  if (rest.length > 0 && key?.usage === undefined) return { does: 'note', text: trimmed };
  if (!key) return unknown(word);
  switch (key.does) {
    case 'note':
    case 'skip':
    case 'not-applicable':
    case 'flag':
    case 'go':
    case 'questions':
      return { does: key.does, text };
    case 'rate':
    case 'unknown':
      return unknown(word);
    default:
      return { does: key.does };
  }
}

function rateCommand(rating: number, note: string, scale: Rubric['scale']): PlainCommand {
  if (isOnScale(rating, scale)) return { does: 'rate', rating, note };
  return { does: 'unknown', message: `rating ${rating} is outside the scale ${ratingsOf(scale).join(', ')}.` };
}

function unknown(typed: string): PlainCommand {
  const meant = nearest(
    typed,
    PLAIN_KEYS.flatMap(({ letter, words }) => [...words, ...(letter.length > 1 ? [letter] : [])]),
  );
  const hint = meant === undefined ? 'for a note write n before it; ? lists the keys.' : `did you mean "${meant}"?`;
  return { does: 'unknown', message: `"${typed}" is no command; ${hint}` };
}
