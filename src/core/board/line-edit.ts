import { type KeyPress, keyName, typedText } from './key-press.js';

/** A line being typed. `cursor` counts UTF-16 units and never stands inside a character as people see it. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
}

export const EMPTY_LINE: Line = { text: '', cursor: 0 };

export function lineOf(text: string): Line {
  return { text, cursor: text.length };
}

/** Control characters except line breaks: a pasted text must not drive the terminal later. */
const UNTYPABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Inserts a text at the cursor; line breaks become `\n`, tabs become spaces. */
export function insertText({ text, cursor }: Line, added: string): Line {
  const safe = added.replace(/\r\n?/g, '\n').replace(/\t/g, '  ').replace(UNTYPABLE, '');
  return { text: text.slice(0, cursor) + safe + text.slice(cursor), cursor: cursor + safe.length };
}

/** The line after a key, edited as a shell edits it; `undefined` for a key that edits nothing. */
export function editLine(line: Line, key: KeyPress): Line | undefined {
  const { text, cursor } = line;
  switch (keyName(key)) {
    case 'left':
    case 'ctrl-b':
      return { text, cursor: previous(line) };
    case 'right':
    case 'ctrl-f':
      return { text, cursor: next(line) };
    case 'home':
    case 'ctrl-a':
      return { text, cursor: 0 };
    case 'end':
    case 'ctrl-e':
      return { text, cursor: text.length };
    case 'backspace':
    case 'ctrl-h':
      return cut(line, previous(line), cursor);
    case 'delete':
      return cut(line, cursor, next(line));
    case 'ctrl-w':
    case 'meta-backspace':
      return cut(line, startOfWord(text.slice(0, cursor)), cursor);
    case 'ctrl-u':
      return cut(line, 0, cursor);
    case 'ctrl-k':
      return cut(line, cursor, text.length);
    default: {
      const typed = typedText(key);
      return typed === undefined ? undefined : insertText(line, typed);
    }
  }
}

function cut({ text }: Line, from: number, to: number): Line {
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
}

/** Where the last word of a text begins, whatever white space follows it. */
function startOfWord(text: string): number {
  let at = text.trimEnd().length;
  while (at > 0 && /\S/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function previous({ text, cursor }: Line): number {
  const characters = [...segmenter.segment(text.slice(0, cursor))];
  return characters.at(-1)?.index ?? 0;
}

function next({ text, cursor }: Line): number {
  const first = segmenter.segment(text.slice(cursor))[Symbol.iterator]().next();
  return first.done ? text.length : cursor + first.value.segment.length;
}
