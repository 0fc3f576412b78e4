import type { Line } from '../../core/board/line-edit.js';
import { type BoardState, currentDimension } from '../../core/board/view.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { scaleInWords } from '../../core/text/wording.js';
import { widthOf } from '../text/text.js';
import { cut, safeText, type Theme } from './look.js';

/** What the line being typed is for, in the words in front of it. */
export function textTitle({ session, view }: BoardState, theme: Theme): TerminalText {
  if (view.mode.type !== 'text') return say``;
  const { purpose } = view.mode;
  switch (purpose.type) {
    case 'note':
      return purpose.isPasted ? say`Pasted. Keep as a note? ` : say`${theme.glyphs.note} Note: `;
    case 'flag':
      return say`What you saw or heard: `;
    case 'rating':
      return say`Rating (${clean(scaleInWords(session.open.rubric.scale))}): `;
    case 'skip':
      return say`Not assessed. Why? `;
    case 'reason':
      return say`Why? `;
  }
}

export function textHint({ session, view }: BoardState): TerminalText {
  if (view.mode.type !== 'text') return say``;
  if (view.message !== undefined) return clean(view.message);
  if (view.mode.purpose.type === 'reason')
    return say`Your verdict differs from the recommendation: Enter saves why, Esc says nothing`;
  if (view.mode.purpose.type === 'rating') return say`Enter rates, or clears an empty line  Esc drops`;
  if (view.mode.purpose.type !== 'skip') return say`Enter saves  Esc drops`;
  const optional = currentDimension(session)?.optional ? say`  Tab not applicable` : say``;
  return say`Enter skips, with or without a reason${optional}  Esc back`;
}

/** The line being typed, the part around the cursor where it is longer than the terminal is wide. */
export function inputLine(
  { text, cursor }: Line,
  title: TerminalText,
  { columns, theme }: { columns: number; theme: Theme },
): { readonly text: TerminalText; readonly column: number } {
  const label = widthOf(title) > columns / 2 ? cut(title, Math.floor(columns / 2), theme) : title;
  // One cell stays free for the cursor at the end.
  const room = Math.max(1, columns - widthOf(label) - 1);
  const before = typed(text.slice(0, cursor), theme);
  const after = typed(text.slice(cursor), theme);
  const kept = fromEnd(before, room);
  const shown = cut(after, room - widthOf(kept), theme);
  return { text: say`${label}${kept}${shown}`, column: Math.min(columns - 1, widthOf(label) + widthOf(kept)) };
}

/** The typed text in the terminal's letters; spaces at its ends count while it is being typed. */
function typed(text: string, theme: Theme): TerminalText {
  return text
    .split(/(\s)/)
    .map((part) => (part === '\n' ? theme.glyphs.lineBreak : /^\s$/.test(part) ? say` ` : safeText(part, theme)))
    .join('');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of the end of the text as fits into `cells`. */
function fromEnd(text: TerminalText, cells: number): TerminalText {
  if (widthOf(text) <= cells) return text;
  let kept = say``;
  for (const { segment } of [...segmenter.segment(text.slice(-cells * 8))].reverse()) {
    const more = say`${segment as TerminalText}${kept}`;
    if (widthOf(more) > cells) break;
    kept = more;
  }
  return kept;
}
