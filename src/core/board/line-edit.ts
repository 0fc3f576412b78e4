import { type KeyPress, keyName, typedText } from './key-press.js';

/** A line being typed. `cursor` counts UTF-16 units and never stands inside a character as people see it. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
  /** What was cleared last, for Ctrl-Y. */
  readonly killed?: string;
}

export const EMPTY_LINE: Line = { text: '', cursor: 0 };

export function lineOf(text: string): Line {
  return { text, cursor: text.length };
}

/** Control characters except line breaks: a pasted text must not drive the terminal later. */
const UNTYPABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Inserts a text at the cursor; line breaks become `\n`, tabs become spaces. */
export function insertText({ text, cursor, ...rest }: Line, added: string): Line {
  const safe = added.replace(/\r\n?/g, '\n').replace(/\t/g, '  ').replace(UNTYPABLE, '');
  return { ...rest, text: text.slice(0, cursor) + safe + text.slice(cursor), cursor: cursor + safe.length };
}

/** The line after a key, edited as a shell edits it; `undefined` for a key that edits nothing. */
export function editLine(line: Line, key: KeyPress): Line | undefined {
  const { text, cursor } = line;
  const moveTo = (to: number): Line => ({ ...line, cursor: to });
  switch (keyName(key)) {
    case 'left':
    case 'ctrl-b':
      return moveTo(previous(line));
    case 'right':
    case 'ctrl-f':
      return moveTo(next(line));
    case 'ctrl-left':
    case 'meta-left':
    case 'meta-b':
      return moveTo(startOfWord(line));
    case 'ctrl-right':
    case 'meta-right':
    case 'meta-f':
      return moveTo(endOfWord(line));
    case 'home':
    case 'ctrl-a':
      return moveTo(0);
    case 'end':
    case 'ctrl-e':
      return moveTo(text.length);
    case 'backspace':
    case 'ctrl-h':
      return cut(line, previous(line), cursor);
    case 'delete':
    case 'ctrl-d':
      return cut(line, cursor, next(line));
    case 'ctrl-w':
    case 'meta-backspace':
    case 'ctrl-backspace':
      return kill(line, startOfWord(line), cursor);
    case 'meta-d':
    case 'ctrl-delete':
    case 'meta-delete':
      return kill(line, cursor, endOfWord(line));
    case 'ctrl-u':
      return kill(line, 0, cursor);
    case 'ctrl-k':
      return kill(line, cursor, text.length);
    case 'ctrl-y':
      return insertText(line, line.killed ?? '');
    default: {
      const typed = typedText(key);
      return typed === undefined ? undefined : insertText(line, typed);
    }
  }
}

function cut({ text, ...rest }: Line, from: number, to: number): Line {
  return { ...rest, text: text.slice(0, from) + text.slice(to), cursor: from };
}

/** Cuts, and keeps what was cut. */
function kill(line: Line, from: number, to: number): Line {
  return from === to ? line : { ...cut(line, from, to), killed: line.text.slice(from, to) };
}

/** Where the word before the cursor begins, whatever white space follows it. */
function startOfWord({ text, cursor }: Line): number {
  let at = cursor;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1;
  while (at > 0 && /\S/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** Where the word after the cursor ends, whatever white space stands before it. */
function endOfWord({ text, cursor }: Line): number {
  let at = cursor;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  while (at < text.length && /\S/.test(text[at] ?? '')) at += 1;
  return at;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** No character has more code units than this: a pasted book is not cut up for one Backspace. */
const LONGEST = 128;

function previous({ text, cursor }: Line): number {
  const from = Math.max(0, cursor - LONGEST);
  const characters = [...segmenter.segment(text.slice(from, cursor))];
  return from + (characters.at(-1)?.index ?? 0);
}

function next({ text, cursor }: Line): number {
  const first = segmenter
    .segment(text.slice(cursor, cursor + LONGEST))
    [Symbol.iterator]()
    .next();
  return first.done ? text.length : cursor + first.value.segment.length;
}
