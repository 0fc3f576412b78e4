import type { SessionChange } from '../interview/event.js';
import { typedRating } from '../rubric/rating-key.js';
import { isOnScale } from '../rubric/scale.js';
import { scaleInWords, shorten } from '../text/wording.js';
import { type KeyPress, keyName } from './key-press.js';
import { EMPTY_LINE, editLine, insertText, lineOf } from './line-edit.js';
import { type BoardState, type BoardView, currentDimension, type KeyResult, type TextPurpose } from './view.js';

/** Begins a text: the keys go into it until Enter or Esc. */
export function beginText(
  { message: _message, ...view }: BoardView,
  purpose: TextPurpose,
  line = EMPTY_LINE,
): KeyResult {
  return { view: { ...view, mode: { type: 'text', purpose, line } }, changes: [] };
}

/** A key while a text is typed. */
export function pressInText(board: BoardState, key: KeyPress): KeyResult {
  const { session, view } = board;
  if (view.mode.type !== 'text') return { view, changes: [] };
  const { purpose, line } = view.mode;
  switch (keyName(key)) {
    case 'escape':
      return closed(view, purpose.type === 'reason' ? 'no reason given' : 'nothing changed');
    case 'return':
      if (purpose.type === 'rating') return giveRating(board, line.text);
      return { ...closed(view, DONE[purpose.type]), changes: finished(board, purpose, line.text) };
    case 'tab': {
      const dimension = currentDimension(session);
      if (purpose.type !== 'skip' || !dimension) return { view, changes: [] };
      if (!dimension.optional) return { view: { ...view, message: 'this dimension is not optional' }, changes: [] };
      const change = { type: 'rate', dimension: dimension.id, rating: 'not-applicable' } as const;
      return { ...closed(view, 'not applicable'), changes: [change] };
    }
    default: {
      const edited = editLine(line, key);
      return { view: edited ? { ...view, mode: { ...view.mode, line: edited } } : view, changes: [] };
    }
  }
}

/** Enter on a typed rating: given where it is on the scale, cleared where nothing is left of it; else typed on. */
function giveRating({ session, view }: BoardState, typed: string): KeyResult {
  const { scale } = session.open.rubric;
  const dimension = currentDimension(session);
  if (!dimension) return closed(view, 'nothing changed');
  if (typed.trim() === '') {
    return { ...closed(view, 'rating cleared'), changes: [{ type: 'clear', dimension: dimension.id }] };
  }
  const rating = typedRating(typed);
  if (rating === undefined || !isOnScale(rating, scale)) {
    const message = `"${shorten(typed.trim())}" is no rating of the scale ${scaleInWords(scale)}`;
    return { view: { ...view, message }, changes: [] };
  }
  const change = { type: 'rate', dimension: dimension.id, rating } as const;
  return { ...closed(view, ratedMessage({ session, view }, rating)), changes: [change] };
}

export function ratedMessage({ session, view }: Pick<BoardState, 'session' | 'view'>, rating: number): string {
  return view.isPrivate ? 'saved' : `rated ${rating}: ${currentDimension(session)?.name ?? ''}`;
}

const DONE: Readonly<Record<Exclude<TextPurpose['type'], 'rating'>, string>> = {
  note: 'noted',
  flag: 'red flag observed',
  skip: 'not assessed',
  reason: 'reason noted',
};

function closed({ message: _message, ...view }: BoardView, message: string): KeyResult {
  return { view: { ...view, mode: { type: 'board' }, message }, changes: [] };
}

/** What Enter makes of the text. An empty note is not recorded; an empty reason or piece of evidence is left out. */
function finished(board: BoardState, purpose: TextPurpose, typed: string): readonly SessionChange[] {
  const text = typed.trim();
  const dimension = currentDimension(board.session);
  switch (purpose.type) {
    case 'note':
      return text === '' || !dimension ? [] : [{ type: 'note', dimension: dimension.id, text }];
    case 'flag':
      return [{ type: 'flag', flag: purpose.flag, ...(text ? { evidence: text } : {}) }];
    case 'skip':
      return dimension
        ? [{ type: 'rate', dimension: dimension.id, rating: 'not-assessed', ...(text ? { reason: text } : {}) }]
        : [];
    case 'rating':
      return [];
    case 'reason':
      return text === '' ? [] : [{ type: 'verdict', is: purpose.verdict, reason: text }];
  }
}

/** What keeps a half-typed text when the program is asked to end: nothing that was typed is lost but half a rating. */
export function keepHalfTyped(board: BoardState): readonly SessionChange[] {
  const { mode } = board.view;
  if (mode.type !== 'text' || mode.line.text.trim() === '') return [];
  // A half-typed reason for skipping is not yet a decision to skip: it stays as a note.
  return finished(board, mode.purpose.type === 'skip' ? { type: 'note' } : mode.purpose, mode.line.text);
}

/** A pasted text: into the text being typed, else a note on the dimension at hand; it never runs as keys. */
export function pasteText(board: BoardState, pasted: string, isSure: boolean): KeyResult {
  const { view, session } = board;
  const safe = insertText(EMPTY_LINE, pasted).text;
  if (view.mode.type === 'text') {
    return { view: { ...view, mode: { ...view.mode, line: insertText(view.mode.line, safe) } }, changes: [] };
  }
  const dimension = currentDimension(session);
  if (!dimension)
    return { view: { ...view, message: 'a paste becomes a note on a dimension: go to one first' }, changes: [] };
  if (safe.trim() === '') return { view, changes: [] };
  // Without the terminal's word that this was a paste, the interviewer says so.
  if (!isSure) return beginText(view, { type: 'note', isPasted: true }, lineOf(safe.trim()));
  const note = { type: 'note', dimension: dimension.id, text: safe.trim() } as const;
  return { ...closed(view, 'the pasted text is a note'), changes: [note] };
}

/** Two words of letters with white space between: what is pasted, not what is pressed. */
const PROSE = /\p{L}{2,}[ \t\r\n]+\p{L}{2,}/u;

/** One longer word is prose too; the same key held down is not. */
function isProse(text: string): boolean {
  return PROSE.test(text) || (text.match(/\p{L}{4,}/gu) ?? []).some((word) => new Set(word).size > 2);
}

/**
 * Whether keys that arrived in one piece are a pasted text: prose where a command would be, or, in a text being typed,
 * prose after a line break, whose rest would otherwise run as commands.
 */
export function looksPasted(chunk: string, { mode }: BoardView): boolean {
  if (chunk.includes('\u001b')) return false;
  if (mode.type !== 'text') return isProse(chunk);
  if (mode.purpose.type === 'note' && mode.purpose.isPasted && chunk.length > 1) return true;
  const broken = chunk.search(/[\r\n]/);
  return broken >= 0 && isProse(chunk.slice(broken));
}
