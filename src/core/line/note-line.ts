import type { Session } from '../interview/session.js';
import { scaleInWords } from '../text/wording.js';
import { COMMANDS } from './commands.js';
import { notesAt, numbered } from './names.js';
import type { NoteHint } from './parse-line.js';
import { questionHere } from './rate-line.js';
import { did, kept, type LineResult, type LineState, timed } from './view.js';

/** Words on the dimension at hand, which say that its question was asked. */
export function noteHere(state: LineState, text: string, hint: NoteHint | undefined): LineResult {
  const { session, view } = state;
  const { cursor } = session.content;
  const question = questionHere(session);
  const isTaught = view.isTaught || hint === 'only-alone';
  const told = hint === 'only-alone' && view.isTaught ? '' : hintWords(hint, text, session);
  return noteOn(state, cursor, { text, question, hint: told, isTaught });
}

interface NewNote {
  readonly text: string;
  readonly question?: number | undefined;
  readonly hint?: string;
  readonly isTaught?: boolean;
}

/** Words on a dimension, which may be another than the one at hand. */
export function noteOn(
  state: LineState,
  position: number,
  { text, question, hint = '', isTaught }: NewNote,
): LineResult {
  const { open, content } = state.session;
  const dimension = open.rubric.dimensions[position]?.id;
  if (dimension === undefined) return kept(state, text, '');
  const asked = question === undefined ? {} : { question };
  const count = notesAt(content, position).length + 1;
  return did(state, `noted on ${numbered(open.rubric, position)} (${count})${hint}`, {
    changes: [{ type: 'note', dimension, text, ...asked, ...timed('noted', state) }],
    view: isTaught === undefined ? {} : { isTaught },
  });
}

/** Words on the interview as a whole. */
export function noteOnWhole(
  state: LineState,
  text: string,
  { isReason, hint }: { readonly isReason: boolean; readonly hint?: NoteHint | undefined },
): LineResult {
  const count = state.session.content.notes.length + 1;
  const reason = isReason ? { reason: true as const } : {};
  return did(state, `noted on the whole (${count})${hintWords(hint, text, state.session)}`, {
    changes: [{ type: 'note', text, ...reason, ...timed('noted', state) }],
  });
}

function hintWords(hint: NoteHint | undefined, text: string, session: Session): string {
  switch (hint) {
    case undefined:
      return '';
    case 'off-scale':
      return ` · ratings are ${scaleInWords(session.open.rubric.scale)}`;
    case 'only-alone':
      return ' · only a number alone rates';
    case 'bare-command':
      return ` · the command is ${commandMeant(text)}; /undo takes the note away`;
    case 'no-such-command':
      return ' · no such command';
    case 'number-in-review':
      return ' · /3 4 rates dimension 3';
  }
}

/** The command that a bare word stands for elsewhere. */
function commandMeant(text: string): string {
  const word = text.normalize('NFKC').toLowerCase();
  if (word === 'back') return 'Shift-Tab, or /3';
  return COMMANDS.some(({ name }) => name === word) ? `/${word}` : '/quit';
}
