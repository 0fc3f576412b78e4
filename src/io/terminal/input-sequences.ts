import { createPaste } from './paste-bytes.js';
import { createCharacterCount, createTextRun } from './text-bytes.js';

/** What a terminal has sent, cut where ECMA-48 cuts it. What can be no key, such as a colour reply, is gone. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'control'; readonly code: number; readonly isAlt: boolean }
  /** Alt and a character. */
  | { readonly type: 'alt'; readonly text: string }
  /** `CSI` or `SS3` and what follows it, to its last byte: `[1;5C`, `OM`. */
  | { readonly type: 'sequence'; readonly body: string; readonly isAlt: boolean }
  | { readonly type: 'escape' }
  /** What stood between the brackets of a paste, as it came. */
  | { readonly type: 'paste'; readonly text: string };

/**
 * What the cutter waits for: nothing, what an Esc begins, the first byte behind `ESC [` and its like, or the rest of
 * something longer.
 */
export type Waiting = 'nothing' | 'escape' | 'first' | 'rest';

/** Cuts bytes into pieces, however they are split over reads. It knows no clock: silence is told to it. */
export interface SequenceCutter {
  take(bytes: Uint8Array): readonly Piece[];
  readonly waiting: Waiting;
  /** So much time has passed since an Esc that no letter belongs to it any more; `[` may still. */
  age(): void;
  /** Nothing more came: what has begun is over. */
  giveUp(): readonly Piece[];
}

const ESC = 0x1b;
const CAN = 0x18;
const SUB = 0x1a;
const BEL = 0x07;
const ST = 0x9c;
/** More of a sequence than this is not kept: no key is as long. */
const LONGEST_KEY = 64;

type State =
  | 'ground'
  | 'escape'
  | 'alt'
  | 'csi'
  /** The three bytes of a mouse report, which can be any. */
  | 'mouse'
  /** `CSI [` and a letter: the Linux console's function keys. */
  | 'console'
  | 'ss3'
  | 'ss2'
  /** The text of `OSC`, `DCS`, `APC`, `PM` and `SOS`, to its end. */
  | 'string'
  | 'string-escape'
  | 'paste';

const INTRODUCERS: Readonly<Record<string, State>> = {
  '[': 'csi',
  O: 'ss3',
  N: 'ss2',
  P: 'string',
  X: 'string',
  ']': 'string',
  '^': 'string',
  _: 'string',
};

/** The introducers that may follow an Esc after a while; a letter then is more likely one that somebody typed. */
const LATE = '[O]P^_';

export function createSequenceCutter(): SequenceCutter {
  let state: State = 'ground';
  let pieces: Piece[] = [];
  let body = '';
  let isAlt = false;
  let isAged = false;
  let isEmpty = false;
  let mouseBytes = 0;
  const run = createTextRun((text) => pieces.push({ type: 'text', text }));
  const characters = createCharacterCount();
  let altCharacter: number[] = [];
  const paste = createPaste();

  const enter = (next: State, first = '') => {
    run.flush(true);
    state = next;
    body = first;
    isEmpty = true;
  };
  const toGround = () => {
    state = 'ground';
    isAlt = false;
    isAged = false;
    characters.reset();
  };
  const keep = (byte: number) => {
    isEmpty = false;
    if (body.length < LONGEST_KEY) body += String.fromCharCode(byte);
  };
  const finish = () => {
    pieces.push({ type: 'sequence', body, isAlt });
    toGround();
  };
  const introduce = (sign: string): boolean => {
    const next = INTRODUCERS[sign];
    if (next === undefined) return false;
    enter(next, sign);
    return true;
  };
  const control = (code: number, alt: boolean) => {
    run.flush(true);
    pieces.push({ type: 'control', code, isAlt: alt });
  };

  /** Each takes a byte; `false` when the byte belongs to what comes next. */
  const steps: Readonly<Record<Exclude<State, 'paste'>, (byte: number) => boolean>> = {
    ground: (byte) => {
      if (characters.place(byte) === 'control') {
        // One byte for ESC and a letter. What introduces nothing means nothing.
        introduce(String.fromCharCode(byte - 0x40));
        return true;
      }
      if (byte === ESC) {
        enter('escape');
        isAged = false;
      } else if (byte < 0x20 || byte === 0x7f) control(byte, false);
      else run.add(byte);
      return true;
    },
    escape: (byte) => {
      const sign = String.fromCharCode(byte);
      if (byte === ESC) {
        // Alt and an arrow key, in some terminals; or Esc twice.
        if (isAlt || isAged) pieces.push({ type: 'escape' });
        isAlt = !isAged;
        isAged = false;
        return true;
      }
      const mayIntroduce = !isAged || LATE.includes(sign);
      if (mayIntroduce && introduce(sign)) return true;
      if (isAlt || isAged) pieces.push({ type: 'escape' });
      const wasAged = isAged;
      toGround();
      if (wasAged) return false;
      if (byte < 0x20 || byte === 0x7f) control(byte, true);
      else if (byte < 0x80) pieces.push({ type: 'alt', text: sign });
      else {
        state = 'alt';
        altCharacter = [byte];
        characters.place(byte);
        if (characters.isComplete) return steps.alt(-1);
      }
      return true;
    },
    alt: (byte) => {
      const isRest = characters.place(byte) === 'rest';
      if (isRest) altCharacter.push(byte);
      if (isRest && !characters.isComplete) return true;
      const text = Buffer.from(altCharacter).toString();
      toGround();
      pieces.push({ type: 'alt', text });
      return isRest || byte < 0;
    },
    csi: (byte) => {
      if (byte < 0x20 || byte > 0x7e) return abandon(byte);
      const isFirst = isEmpty;
      keep(byte);
      if (isFirst && byte === 0x4d) {
        state = 'mouse';
        mouseBytes = 0;
      } else if (isFirst && byte === 0x5b) state = 'console';
      else if (byte >= 0x40 || (byte === 0x24 && /^\[\d+\$$/.test(body))) {
        // With `$` at its end rxvt sends Shift and a key.
        if (body === '[200~') {
          toGround();
          state = 'paste';
        } else finish();
      }
      return true;
    },
    mouse: () => {
      mouseBytes += 1;
      if (mouseBytes === 3) toGround();
      return true;
    },
    console: (byte) => {
      if (byte < 0x20 || byte > 0x7e) return abandon(byte);
      keep(byte);
      finish();
      return true;
    },
    ss3: (byte) => {
      if (byte < 0x20 || byte > 0x7e) return abandon(byte);
      keep(byte);
      if (byte < 0x30 || byte > 0x3f) finish();
      return true;
    },
    ss2: (byte) => {
      if (byte < 0x20 || byte > 0x7e) return abandon(byte);
      toGround();
      return true;
    },
    string: (byte) => {
      isEmpty = false;
      const place = characters.place(byte);
      if (byte === ESC) state = 'string-escape';
      else if (byte === BEL || byte === CAN || byte === SUB) toGround();
      else if (place === 'control' && byte === ST) toGround();
      return true;
    },
    'string-escape': (byte) => {
      if (byte === 0x5c) {
        toGround();
        return true;
      }
      // The string has broken off: this is another sequence.
      toGround();
      enter('escape');
      return false;
    },
  };

  /** A byte that no sequence may hold: the sequence has broken off before it. */
  function abandon(byte: number): boolean {
    toGround();
    return byte === CAN || byte === SUB;
  }

  const endPaste = () => {
    pieces.push({ type: 'paste', text: paste.end() });
    toGround();
  };
  const handOver = (): readonly Piece[] => {
    run.flush(false);
    const done = pieces;
    pieces = [];
    return done;
  };

  return {
    take: (bytes) => {
      let rest: Buffer = Buffer.from(bytes);
      while (rest.length > 0) {
        if (state === 'paste') {
          const behind = paste.take(rest);
          if (behind) endPaste();
          rest = behind ?? Buffer.alloc(0);
          continue;
        }
        let at = 0;
        while (at < rest.length && (state as State) !== 'paste') {
          const byte = rest[at] ?? 0;
          if (steps[state as Exclude<State, 'paste'>](byte)) at += 1;
        }
        rest = rest.subarray(at);
      }
      return handOver();
    },
    get waiting() {
      if (state === 'ground' || state === 'alt') return 'nothing';
      if (state === 'escape') return 'escape';
      return state !== 'paste' && isEmpty ? 'first' : 'rest';
    },
    age: () => {
      if (state !== 'escape') return;
      if (isAlt) pieces.push({ type: 'escape' });
      isAlt = false;
      isAged = true;
    },
    giveUp: () => {
      if (state === 'paste') endPaste();
      else if (state === 'escape') {
        if (isAlt) pieces.push({ type: 'escape' });
        pieces.push({ type: 'escape' });
      } else if (isAged && isEmpty && state !== 'ground') {
        pieces.push({ type: 'escape' }, { type: 'text', text: body });
      } else if (state === 'string-escape') pieces.push({ type: 'escape' });
      if (state !== 'ground' && state !== 'alt') toGround();
      return handOver();
    },
  };
}
