import { isRatedByKey, KEYS, type Key } from '../../core/interview/keys.js';
import { isOnScale, type ScaleRange } from '../../core/rubric/scale.js';
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

/** The usual scale, by whose keys `help keys` goes. */
const USUAL: ScaleRange = { min: 1, max: 5 };

/** The ratings of a scale as keys, or as what is typed: `1-5`, `0 to 10`. */
export function ratingKeys(scale: ScaleRange): string {
  return isRatedByKey(scale) ? `${scale.min}-${scale.max}` : `${scale.min} to ${scale.max}`;
}

/** The keys of the board, one to a line, in at most `width` cells. */
export function keyLines(width: number, glyphs: Glyphs, scale = USUAL): readonly TerminalText[] {
  const rows = KEYS.filter(({ keys }) => keys.length > 0).map((key) => boardKey(key, glyphs, scale));
  const column = Math.min(16, Math.max(4, Math.floor(width / 3)));
  return rows.flatMap(([keys, help]) =>
    hang(say`${keys.slice(0, column - 1).padEnd(column)}`, glyphs.spell(clean(help)), width),
  );
}

/** The key and what it does: where ratings are typed, a digit begins one. */
function boardKey(key: Key, glyphs: Glyphs, scale: ScaleRange): readonly [TerminalText, string] {
  if (!isRatedByKey(scale) && key.does === 'rate') {
    return [scale.min < 0 ? say`0-9 -` : say`0-9`, 'type a rating: Enter gives it and goes on to the next dimension'];
  }
  if (!isRatedByKey(scale) && key.does === 'clear')
    return [say`0-9`, 'with nothing left of it, Enter clears the rating'];
  return [key.does === 'rate' ? clean(ratingKeys(scale)) : shownKeys(key, glyphs), key.help];
}

/** The words of the plain prompts, one to a line. */
export function plainKeyLines(width: number, scale = USUAL): readonly TerminalText[] {
  return KEYS.flatMap(({ does, plain, help }) => {
    const typed = does === 'rate' ? `${ratingKeys(scale)} [NOTE]` : plain && plainWord(does, plain, scale);
    return typed === undefined ? [] : hang(say`  ${clean(typed).padEnd(20)}`, clean(plain?.help ?? help), width);
  });
}

/** A word where the letter is a rating. */
function plainWord(does: Key['does'], { usage, letter, words }: NonNullable<Key['plain']>, scale: ScaleRange): string {
  return does === 'clear' && isOnScale(0, scale) ? (words[0] ?? letter) : (usage ?? letter);
}

/** The keys of the board and of the plain prompts: the text of `scorecard help keys`. */
export function renderKeys(width = 80, glyphs: Glyphs = unicodeGlyphs): TerminalText {
  return [
    say`On the board (a terminal):`,
    say``,
    ...keyLines(width - 2, glyphs).map((line) => say`  ${line}`),
    say``,
    ...wrap(say`At the review: 1 strong no, 2 no, 3 yes, 4 strong yes, 0 no decision; then y submits.`, width),
    ...wrap(
      say`On any scale but whole numbers from 1 to 9 a rating is typed: a digit or a minus sign begins it, Enter gives it.`,
      width,
    ),
    ...wrap(say`In a text: Enter saves, Esc drops. A pasted text becomes a note.`, width),
    say``,
    ...wrap(say`At the plain prompts (--plain, SCORECARD_PLAIN=1, TERM=dumb, a pipe), each with Enter:`, width),
    say``,
    ...plainKeyLines(width),
  ]
    .map((line) => say`${line}\n`)
    .join('');
}
