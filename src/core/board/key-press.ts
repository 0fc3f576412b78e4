/** One key as the terminal reports it. */
export interface KeyPress {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
  readonly shift?: boolean | undefined;
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** The text that a key types; `undefined` for one that types none. */
export function typedText({ sequence, ctrl, meta }: KeyPress): string | undefined {
  if (ctrl || meta || sequence === undefined || sequence === '' || CONTROL.test(sequence)) return undefined;
  return sequence;
}

/**
 * One name for a key, whatever the keyboard: `4`, `n` (with caps lock too), `?`, `return`, `shift-tab`, `ctrl-r`.
 * Full-width digits and letters of an input method count as their narrow ones.
 */
export function keyName(key: KeyPress): string {
  if (key.ctrl && key.name) return `ctrl-${key.name}`;
  if (key.name === 'tab' && key.shift) return 'shift-tab';
  if (key.name === 'enter') return 'return';
  // Node reports a lone Esc with `meta` set.
  if (key.name === 'escape') return 'escape';
  const text = typedText(key);
  if (text !== undefined) return text.normalize('NFKC').toLowerCase();
  return key.meta ? `meta-${key.name ?? ''}` : (key.name ?? '');
}
