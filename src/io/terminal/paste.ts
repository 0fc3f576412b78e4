import type { KeyPress } from '../../core/board/key-press.js';

interface Listener {
  /** Called with a key that was pressed. */
  readonly key: (key: KeyPress) => void;
  /** Called with a pasted text; `isSure` when the terminal said so. */
  readonly paste: (text: string, isSure: boolean) => void;
  /** Whether keys that came in one piece are a paste without brackets. */
  readonly looksPasted: (chunk: string) => boolean;
}

/** Tells pressed keys from pasted text. */
export interface PasteFilter {
  /** Takes what came in one piece, before its keys. */
  chunk(text: string): void;
  key(key: KeyPress): void;
  /** Hands on what a paste that never ended has collected. */
  flush(): void;
}

/** Milliseconds of silence after which a paste has ended, whether the terminal says so or not. */
const SILENCE = 1000;

export function createPasteFilter(listener: Listener): PasteFilter {
  // Between the brackets of a paste, or of one chunk that looks like one.
  let collected: string | undefined;
  let isBracketed = false;
  let silence: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(silence);
    const text = collected;
    collected = undefined;
    const wasBracketed = isBracketed;
    isBracketed = false;
    if (text !== undefined && text !== '') listener.paste(text, wasBracketed);
  };
  return {
    chunk: (text) => {
      if (collected !== undefined || !listener.looksPasted(text)) return;
      collected = '';
      // The keys of this chunk arrive before anything else does.
      setImmediate(() => {
        if (!isBracketed) flush();
      });
    },
    key: (key) => {
      if (key.name === 'paste-start') {
        collected = '';
        isBracketed = true;
      } else if (key.name === 'paste-end') {
        flush();
      } else if (collected === undefined) {
        listener.key(key);
      } else {
        collected += key.sequence ?? '';
      }
      if (!isBracketed) return;
      clearTimeout(silence);
      silence = setTimeout(flush, SILENCE);
    },
    flush,
  };
}
