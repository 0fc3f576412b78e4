import type { SessionChange } from '../interview/event.js';
import { acceptLine } from '../line/accept-line.js';
import { pressEscape, pressPage, pressTab } from '../line/keys.js';
import { recallEarlier, recallLater } from '../line/recall.js';
import type { LineResult, LineState, LineView } from '../line/view.js';
import { type KeyPress, keyName } from './key-press.js';
import { editLine, insertText, type Line, lineOf } from './line-edit.js';
import type { BoardState } from './state.js';

/** What a key or a paste leads to. */
export interface Typing {
  readonly view: LineView;
  readonly line: Line;
  readonly changes: readonly SessionChange[];
  readonly next?: 'quit' | 'submit';
}

/** The few keys that do more than write. */
const KEYS: Readonly<Record<string, (state: LineState, line: string) => LineResult>> = {
  return: acceptLine,
  tab: (state, line) => pressTab(state, line, 'next'),
  'shift-tab': (state, line) => pressTab(state, line, 'previous'),
  escape: pressEscape,
  up: recallEarlier,
  down: recallLater,
  pagedown: (state, line) => pressPage(state, line, 'down'),
  pageup: (state, line) => pressPage(state, line, 'up'),
};

/** What a key does to the board: pure, so that it can be tested without a terminal. */
export function pressKey(state: BoardState, key: KeyPress): Typing {
  const { session, view, line, since } = state;
  const name = keyName(key);
  const act = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  if (!act) return { view, line: editLine(line, key) ?? line, changes: [] };
  const { line: text, ...result } = act({ session, view, since }, line.text);
  return { ...result, line: text === line.text ? line : { ...line, ...lineOf(text) } };
}

/** A pasted text stands in the line, its line breaks kept, until Enter. */
export function pasteText({ view, line }: BoardState, pasted: string): Typing {
  return { view, line: insertText(line, pasted), changes: [] };
}
