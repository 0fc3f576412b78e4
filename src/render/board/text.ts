import type { Line } from '../../core/board/line-edit.js';
import { type BoardState, currentDimension } from '../../core/board/view.js';
import { widthOf } from '../text/text.js';
import { cut, safeText, type Theme } from './look.js';

/** What the line being typed is for, in the words in front of it. */
export function textTitle({ view }: BoardState, theme: Theme): string {
  if (view.mode.type !== 'text') return '';
  const { purpose } = view.mode;
  switch (purpose.type) {
    case 'note':
      return purpose.isPasted ? 'Pasted. Keep as a note? ' : `${theme.glyphs.note} Note: `;
    case 'flag':
      return 'What you saw or heard: ';
    case 'skip':
      return 'Not assessed. Why? ';
    case 'reason':
      return 'Why? ';
  }
}

export function textHint({ session, view }: BoardState): string {
  if (view.mode.type !== 'text') return '';
  if (view.message !== undefined) return view.message;
  if (view.mode.purpose.type === 'reason')
    return 'Your verdict differs from the recommendation: Enter saves why, Esc says nothing';
  if (view.mode.purpose.type !== 'skip') return 'Enter saves  Esc drops';
  const optional = currentDimension(session)?.optional ? '  Tab not applicable' : '';
  return `Enter skips, with or without a reason${optional}  Esc back`;
}

/** The line being typed, the part around the cursor where it is longer than the terminal is wide. */
export function inputLine(
  { text, cursor }: Line,
  title: string,
  { columns, theme }: { columns: number; theme: Theme },
): { readonly text: string; readonly column: number } {
  const label = widthOf(title) > columns / 2 ? cut(title, Math.floor(columns / 2), theme) : title;
  // One cell stays free for the cursor at the end.
  const room = Math.max(1, columns - widthOf(label) - 1);
  const before = typed(text.slice(0, cursor), theme);
  const after = typed(text.slice(cursor), theme);
  const kept = fromEnd(before, room);
  const shown = cut(after, room - widthOf(kept), theme);
  return { text: `${label}${kept}${shown}`, column: Math.min(columns - 1, widthOf(label) + widthOf(kept)) };
}

/** The typed text in the terminal's letters; spaces at its ends count while it is being typed. */
function typed(text: string, theme: Theme): string {
  return text
    .split(/(\s)/)
    .map((part) => (part === '\n' ? theme.glyphs.lineBreak : /^\s$/.test(part) ? ' ' : safeText(part, theme)))
    .join('');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of the end of the text as fits into `cells`. */
function fromEnd(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  let kept = '';
  for (const { segment } of [...segmenter.segment(text.slice(-cells * 8))].reverse()) {
    if (widthOf(segment + kept) > cells) break;
    kept = segment + kept;
  }
  return kept;
}
