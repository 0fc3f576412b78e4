import { Readable } from 'node:stream';
import type { KeyPress } from '../../core/board/key-press.js';
import { typedText } from '../../core/board/key-press.js';
import type { Host } from '../system/host.js';
import { createSequenceCutter, type Piece, type Waiting } from './input-sequences.js';
import { keysOf } from './sequence-keys.js';

/** The terminal's keys: what it sends beside them, such as a late answer or the mouse, never arrives. */
export interface Keyboard {
  /** For readline and what is built on it: it makes keys by itself, and has no bytes to give. */
  readonly input: NodeJS.ReadStream;
  /** Pastes go to the listener, until the returned function is called; else they are typed as one line. */
  takePastes(listener: (text: string) => void): () => void;
  /** The listener sees each key first, and holds back those for which it says so. */
  holdBack(listener: (key: KeyPress) => boolean): () => void;
  /** Ends a paste that has not ended yet. */
  flush(): void;
}

/** Milliseconds after an Esc in which a letter still belongs to it: Alt and the letter come in one piece. */
const ALT_DELAY = 30;
/** Milliseconds in which an Esc, or an introducer alone, becomes more. A slow line may split an arrow key there. */
const ESCAPE_DELAY = 200;
/** Milliseconds of silence after which a sequence or a paste has ended, whether the terminal says so or not. */
const SILENCE = 1000;

const DELAYS: Readonly<Record<Exclude<Waiting, 'nothing'>, number>> = {
  escape: ESCAPE_DELAY,
  first: ESCAPE_DELAY,
  rest: SILENCE,
};

const keyboards = new WeakMap<object, Keyboard>();

/** The one keyboard of a terminal: half a sequence outlives the prompt in which it began. */
export function keyboardOf({ stdin }: Pick<Host, 'stdin'>): Keyboard {
  const known = keyboards.get(stdin);
  if (known) return known;
  const made = createKeyboard(stdin);
  keyboards.set(stdin, made);
  return made;
}

export function createKeyboard(stdin: Host['stdin']): Keyboard {
  const cutter = createSequenceCutter();
  let pasted: ((text: string) => void) | undefined;
  let isHeld: (key: KeyPress) => boolean = () => false;
  let timers: readonly NodeJS.Timeout[] = [];

  const press = (key: KeyPress) => {
    if (!isHeld(key)) input.emit('keypress', typedText(key), key);
  };
  const say = (piece: Piece) => {
    if (piece.type !== 'paste') keysOf(piece).forEach(press);
    else if (pasted) pasted(piece.text);
    // All at once: a thousand keys would draw a thousand times.
    else input.emit('keypress', piece.text.replace(/\s+/g, ' '), { name: 'paste' });
  };
  const rest = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  const giveUp = () => {
    rest();
    cutter.giveUp().forEach(say);
  };
  const onData = (chunk: Uint8Array | string) => {
    rest();
    cutter.take(typeof chunk === 'string' ? Buffer.from(chunk) : chunk).forEach(say);
    wait();
  };
  const wait = () => {
    const { waiting } = cutter;
    if (waiting === 'nothing') return;
    timers = [setTimeout(giveUp, DELAYS[waiting])];
    if (waiting === 'escape') timers = [...timers, setTimeout(cutter.age, ALT_DELAY)];
  };
  const onEnd = () => {
    giveUp();
    input.push(null);
  };
  // A terminal that has gone tells it when it is let go, too, with nobody left to hear it.
  const onError = (error: Error) => {
    if (input.listenerCount('error') > 0) input.emit('error', error);
  };
  stdin.on('error', onError);

  const input = createInput(stdin, {
    listen: () => {
      stdin.on('data', onData);
      stdin.on('end', onEnd);
    },
    leave: () => {
      rest();
      stdin.off('data', onData);
      stdin.off('end', onEnd);
    },
  });
  return {
    input,
    takePastes: (listener) => {
      pasted = listener;
      return () => {
        pasted = undefined;
      };
    },
    holdBack: (listener) => {
      isHeld = listener;
      return () => {
        isHeld = () => false;
      };
    },
    flush: giveUp,
  };
}

/** A stream that listens to the terminal while it is read, and lends its raw mode. */
function createInput(stdin: Host['stdin'], { listen, leave }: { listen: () => void; leave: () => void }) {
  let isListening = false;
  const terminal = stdin as Partial<NodeJS.ReadStream>;
  class Input extends Readable {
    get isTTY(): boolean {
      return stdin.isTTY === true;
    }
    get isRaw(): boolean {
      return terminal.isRaw === true;
    }
    setRawMode(isRaw: boolean): this {
      terminal.setRawMode?.(isRaw);
      return this;
    }
    override _read(): void {}
    override resume(): this {
      if (!isListening) listen();
      isListening = true;
      stdin.resume();
      return super.resume();
    }
    override pause(): this {
      if (isListening) leave();
      isListening = false;
      stdin.pause();
      return super.pause();
    }
  }
  return new Input() as unknown as NodeJS.ReadStream;
}
