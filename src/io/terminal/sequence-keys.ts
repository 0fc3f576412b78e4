import type { KeyPress } from '../../core/board/key-press.js';
import type { Piece } from './input-sequences.js';

/** The keys that a piece stands for, as Node's readline names them; none for one that is no key of a line. */
export function keysOf(piece: Exclude<Piece, { type: 'paste' }>): readonly KeyPress[] {
  switch (piece.type) {
    case 'text':
      return [...piece.text].map(characterKey);
    case 'control':
      return [withAlt(controlKey(piece.code), piece.isAlt)];
    case 'alt':
      return [withAlt({ ...characterKey(piece.text), sequence: `\u001b${piece.text}` }, true)];
    case 'escape':
      return [ESCAPE];
    case 'sequence': {
      const key = sequenceKey(piece.body);
      return key ? [withAlt(key, piece.isAlt)] : [];
    }
  }
}

const ESCAPE: KeyPress = { name: 'escape', sequence: '\u001b' };
const RETURN: KeyPress = { name: 'return', sequence: '\r' };

function withAlt(key: KeyPress, isAlt: boolean): KeyPress {
  // Enter is Enter, whatever is held with it: the older way of sending keys knows no other.
  if (!isAlt || key.name === 'return') return key;
  return { ...key, meta: true };
}

function characterKey(character: string): KeyPress {
  if (character === ' ') return { name: 'space', sequence: character };
  const name = character.toLowerCase();
  return { name, sequence: character, ...(/^[A-Z]$/.test(character) ? { shift: true } : {}) };
}

const CONTROLS: Readonly<Record<number, string>> = {
  0: 'space',
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'return',
  127: 'backspace',
};

function controlKey(code: number): KeyPress {
  const sequence = String.fromCharCode(code);
  const name = CONTROLS[code];
  if (name !== undefined && code !== 0) return { name, sequence };
  return { name: name ?? String.fromCharCode(code + 0x40).toLowerCase(), sequence, ctrl: true };
}

/** The last byte of `CSI … A`, and of `SS3 A`. */
const FINALS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
};

/** The number of `CSI … ~`. */
const NUMBERS: Readonly<Record<string, string>> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
};

/** The last byte of `SS3 …` on the application keypad. */
const KEYPAD: Readonly<Record<string, string>> = {
  ' ': ' ',
  X: '=',
  j: '*',
  k: '+',
  l: ',',
  m: '-',
  n: '.',
  o: '/',
  p: '0',
  q: '1',
  r: '2',
  s: '3',
  t: '4',
  u: '5',
  v: '6',
  w: '7',
  x: '8',
  y: '9',
};

/** The keypad in the keyboard protocol of kitty: from 57399 on. */
const KITTY_KEYPAD = [
  ...'0123456789./*-+',
  'return',
  '=',
  ',',
  'left',
  'right',
  'up',
  'down',
  'pageup',
  'pagedown',
  'home',
  'end',
  'insert',
  'delete',
];
const KITTY_KEYPAD_FIRST = 57399;

function sequenceKey(body: string): KeyPress | undefined {
  return body.startsWith('O') ? keypadKey(body.slice(1)) : cursorKey(body.slice(1));
}

function keypadKey(rest: string): KeyPress | undefined {
  const [, numbers = '', final = ''] = /^([\d;]*)(.)$/.exec(rest) ?? [];
  const name = FINALS[final];
  if (name !== undefined) return held(name, Number(numbers.split(';').at(-1) || 1));
  // Ctrl and an arrow, in rxvt.
  if (/^[a-d]$/.test(rest)) return held(FINALS[rest.toUpperCase()] ?? '', 5);
  if (final === 'M') return RETURN;
  if (final === 'I') return { name: 'tab', sequence: '\t' };
  const sign = KEYPAD[final];
  return sign === undefined ? undefined : characterKey(sign);
}

function cursorKey(rest: string): KeyPress | undefined {
  // A private sign in front makes it an answer, or the mouse.
  const [, numbers = '', final = ''] = /^([\d;:]*)([@-~$])$/.exec(rest) ?? [];
  const parts = numbers.split(';');
  const [modifiers, event] = (parts[1] ?? '').split(':');
  // The key was let go.
  if (event === '3') return undefined;
  const bits = Number(modifiers || 1);
  if (final === 'Z') return { name: 'tab', shift: true };
  if (final === 'u') return codeKey(parts[0]?.split(':') ?? [], bits, parts[2]);
  if (final === '~' && parts[0] === '27' && parts.length === 3) return codeKey([parts[2] ?? ''], bits);
  if (final === '~') return held(NUMBERS[numbers === '' ? '' : (parts[0] ?? '')], bits);
  // Shift, Ctrl, both: rxvt.
  const byRxvt = { $: 2, '^': 5, '@': 6 }[final];
  if (byRxvt !== undefined) return held(NUMBERS[parts[0] ?? ''], byRxvt);
  if (/^[a-d]$/.test(rest)) return held(FINALS[rest.toUpperCase()], 2);
  return held(FINALS[final], bits);
}

const SHIFT = 1;
const ALT = 2;
const CTRL = 4;
const CAPS = 64;
/** Super, Hyper, Meta: what is held with these belongs to the desktop. */
const DESKTOP = 8 | 16 | 32;

/** A named key with what is held with it; `modifiers` is 1 and a bit for each. */
function held(name: string | undefined, modifiers: number): KeyPress | undefined {
  const bits = modifiers - 1;
  if (name === undefined || (bits & DESKTOP) !== 0) return undefined;
  return {
    name,
    ...(bits & SHIFT ? { shift: true } : {}),
    ...(bits & ALT ? { meta: true } : {}),
    ...(bits & CTRL ? { ctrl: true } : {}),
  };
}

/** A key by its code point: `CSI 97;5u` of kitty, `CSI 27;5;97~` of xterm. */
function codeKey(codes: readonly string[], modifiers: number, typed?: string): KeyPress | undefined {
  const code = Number(codes[0]);
  const bits = modifiers - 1;
  if (!Number.isInteger(code) || code > 0x10ffff || (bits & DESKTOP) !== 0) return undefined;
  if (code === 13) return RETURN;
  if (code === 27) return ESCAPE;
  if (code === 9) return { name: 'tab', sequence: '\t', ...(bits & SHIFT ? { shift: true } : {}) };
  if (code === 127 || code === 8) return held('backspace', 1 + (bits & ~SHIFT));
  const keypad = KITTY_KEYPAD[code - KITTY_KEYPAD_FIRST];
  if (keypad === 'return') return RETURN;
  if (keypad !== undefined) return keypad.length > 1 ? held(keypad, modifiers) : characterKey(keypad);
  // Keys of its own, such as Shift alone, are in Unicode's private area.
  if (code < 32 || (code >= 0xe000 && code <= 0xf8ff)) return undefined;
  const plain = String.fromCodePoint(code);
  if (bits & CTRL) return controlled(plain, bits);
  if (bits & ALT) return { name: plain.toLowerCase(), meta: true, ...(bits & SHIFT ? { shift: true } : {}) };
  const text = typed ? typed.split(':').map(Number) : [];
  const shifted = codes[1] ? [Number(codes[1])] : [];
  const chosen = text.length > 0 ? text : bits & SHIFT ? shifted : [];
  if (chosen.some((point) => !(point >= 32 && point <= 0x10ffff))) return undefined;
  if (chosen.length > 0) return characterKey(String.fromCodePoint(...chosen));
  return characterKey(bits & (SHIFT | CAPS) ? plain.toUpperCase() : plain);
}

/** Ctrl and a letter; the four that are keys of their own in the older way of sending keys are so here. */
function controlled(plain: string, bits: number): KeyPress {
  const letter = plain.toLowerCase();
  const same = { h: 8, i: 9, m: 13, '[': 27 }[letter];
  if (same === 27) return ESCAPE;
  if (same !== undefined) return controlKey(same);
  return { name: letter === ' ' ? 'space' : letter, ctrl: true, ...(bits & ALT ? { meta: true } : {}) };
}
