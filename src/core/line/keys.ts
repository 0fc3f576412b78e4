import { isAtReview } from '../interview/session.js';
import { COMMANDS } from './commands.js';
import { kept, type LineResult, type LineState } from './view.js';
import { walk, whichDimension } from './walk.js';

/** Tab and Shift-Tab: the next core question or the one before; on a command, the rest of its word. */
export function pressTab(state: LineState, line: string, step: 'next' | 'previous'): LineResult {
  const still = { changes: [], view: state.view, line };
  if (state.view.mending) return still;
  if (line.trim() === '') {
    return isAtReview(state.session) && step === 'next' ? whichDimension(state, line) : walk(state, step);
  }
  const [, word] = /^\/(\p{L}*)$/u.exec(line.trim().normalize('NFKC')) ?? [];
  return word === undefined || step === 'previous' ? still : complete(state, line, word.toLowerCase());
}

function complete(state: LineState, line: string, word: string): LineResult {
  const names = COMMANDS.map(({ name }) => name).filter((name) => name.startsWith(word));
  const [first, ...others] = names;
  if (first === undefined) return kept(state, line, `no command ${line.trim()}`);
  if (others.length === 0) {
    const { takes } = COMMANDS.find(({ name }) => name === first) ?? {};
    return {
      changes: [],
      view: { ...state.view, message: undefined },
      line: `/${first}${takes === 'words' ? ' ' : ''}`,
    };
  }
  const shared = names.reduce((one, other) => one.slice(0, sharedLength(one, other)), first as string);
  const all = word === '' ? 'the commands are in the list' : names.map((name) => `/${name}`).join(' or ');
  return kept(state, shared.length > word.length ? `/${shared}` : line, all);
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Esc: closes a list. It never touches the line. */
export function pressEscape(state: LineState, line: string): LineResult {
  return { changes: [], line, view: { ...state.view, list: undefined } };
}

/** Rows that PgDn goes on by. */
const PAGE = 8;

/** PgDn and PgUp: the sheet of the dimension, and further in any list; in the review its lines. */
export function pressPage(state: LineState, line: string, step: 'down' | 'up'): LineResult {
  const { list, scroll } = state.view;
  const by = step === 'down' ? PAGE : -PAGE;
  const stay = (view: LineState['view']): LineResult => ({ changes: [], line, view });
  if (list) {
    const offset = list.offset + by;
    // Up from the beginning closes it.
    return stay({ ...state.view, list: offset < 0 ? undefined : { ...list, offset } });
  }
  if (isAtReview(state.session)) return stay({ ...state.view, scroll: Math.max(0, scroll + by) });
  return step === 'down' ? stay({ ...state.view, list: { type: 'sheet', offset: 0 } }) : stay(state.view);
}
