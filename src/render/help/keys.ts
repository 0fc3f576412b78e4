import { KEYS, type Key } from '../../core/interview/keys.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { type Glyphs, unicodeGlyphs } from '../text/glyphs.js';
import { hang, wrap } from '../text/text.js';

const NAMES: Readonly<Record<string, string>> = {
  tab: 'Tab',
  return: 'Enter',
  'shift-tab': 'Shift-Tab',
  'ctrl-r': 'Ctrl-R',
};

/** How a key's keys are shown: `→ Tab Enter`. */
export function shownKeys({ keys, shown }: Key, glyphs: Glyphs): TerminalText {
  return shown === undefined ? keys.map((key) => glyphs.keys[key] ?? clean(NAMES[key] ?? key)).join(' ') : clean(shown);
}

/** The keys of the board, one to a line, in at most `width` cells. */
export function keyLines(width: number, glyphs: Glyphs): readonly TerminalText[] {
  const rows = KEYS.filter(({ keys }) => keys.length > 0).map((key) => [shownKeys(key, glyphs), key.help] as const);
  const column = Math.min(16, Math.max(4, Math.floor(width / 3)));
  return rows.flatMap(([keys, help]) =>
    hang(say`${keys.slice(0, column - 1).padEnd(column)}`, glyphs.spell(clean(help)), width),
  );
}

/** The words of the plain prompts, one to a line. */
export function plainKeyLines(width: number): readonly TerminalText[] {
  return KEYS.flatMap(({ does, plain, help }) => {
    const typed = does === 'rate' ? '1-5 [NOTE]' : plain && (plain.usage ?? plain.letter);
    return typed === undefined ? [] : hang(say`  ${clean(typed).padEnd(20)}`, clean(plain?.help ?? help), width);
  });
}

/** The keys of the board and of the plain prompts: the text of `scorecard help keys`. */
export function renderKeys(width = 80, glyphs: Glyphs = unicodeGlyphs): TerminalText {
  return [
    say`On the board (a terminal):`,
    say``,
    ...keyLines(width - 2, glyphs).map((line) => say`  ${line}`),
    say``,
    ...wrap(say`At the review: 1 strong no, 2 no, 3 yes, 4 strong yes, 0 no decision; then y submits.`, width),
    ...wrap(say`In a text: Enter saves, Esc drops. A pasted text becomes a note.`, width),
    say``,
    ...wrap(say`At the plain prompts (--plain, SCORECARD_PLAIN=1, TERM=dumb, a pipe), each with Enter:`, width),
    say``,
    ...plainKeyLines(width),
  ]
    .map((line) => say`${line}\n`)
    .join('');
}
