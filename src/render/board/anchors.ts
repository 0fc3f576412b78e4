import type { DimensionPlace, SceneAnchor } from '../../core/board/scene.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { widthOf } from '../text/text.js';
import { createRoom, type Room, told } from './fit.js';
import { cut, safeText, type Theme } from './look.js';

/** A dimension on a board of so many columns. */
export interface Shown {
  readonly place: DimensionPlace;
  readonly theme: Theme;
  readonly columns: number;
}

function isOpen(anchor: SceneAnchor, anchors: readonly SceneAnchor[]): boolean {
  const isPreview = anchors.some(({ isPreviewed }) => isPreviewed);
  return isPreview ? anchor.isPreviewed : anchor.isJustGiven;
}

/** One line for each anchor, the one that would be or was just given in full; with little room the bar's and those near it. */
export function anchorRows(shown: Shown, room: Room): readonly (readonly TerminalText[])[] {
  const { anchors } = shown.place;
  const bar = anchors.find(({ isBar }) => isBar)?.rating ?? 0;
  const order = [...anchors].sort(
    (a, b) =>
      Number(isOpen(b, anchors)) - Number(isOpen(a, anchors)) ||
      Number(b.isGiven) - Number(a.isGiven) ||
      Math.abs(a.rating - bar) - Math.abs(b.rating - bar),
  );
  const given = new Map(
    order.map((anchor) => [
      anchor,
      isOpen(anchor, anchors) ? room.some(fullAnchor(anchor, shown)) : room.whole([shortAnchor(anchor, shown)]),
    ]),
  );
  return anchors.map((anchor) => given.get(anchor) ?? []);
}

/** All anchors in full where they find room; else as they are. */
export function openAnchors(
  shown: Shown,
  rows: readonly (readonly TerminalText[])[],
  room: Room,
): readonly TerminalText[] {
  const now = rows.flat();
  const full = shown.place.anchors.flatMap((anchor) => fullAnchor(anchor, shown));
  if (now.length === 0 || full.length <= now.length || full.length - now.length > room.left) return now;
  room.some(full.slice(now.length));
  return full;
}

/** The column of anchors: all in full with air between, without, or short ones. */
export function anchorColumn(shown: Shown, rows: number): readonly TerminalText[] {
  const { anchors } = shown.place;
  const full = anchors.map((anchor) => fullAnchor(anchor, shown, true));
  const airy = full.flatMap((lines, at) => (at === 0 ? lines : [say``, ...lines]));
  if (airy.length <= rows) return airy;
  const tight = full.flat();
  if (tight.length <= rows) return tight;
  return anchorRows(shown, createRoom(rows, shown)).flat();
}

function mark(anchor: SceneAnchor, { theme }: Shown, hasPointer: boolean): TerminalText {
  if (anchor.isGiven) return theme.glyphs.given;
  return hasPointer && anchor.isPreviewed ? theme.glyphs.prompt : say` `;
}

function paint(line: TerminalText, anchor: SceneAnchor, { style }: Theme): TerminalText {
  return anchor.isGiven || anchor.isPreviewed ? style.good(style.strong(line)) : line;
}

function fullAnchor(anchor: SceneAnchor, shown: Shown, hasPointer = false): readonly TerminalText[] {
  const { theme } = shown;
  const label = say` ${mark(anchor, shown, hasPointer)} ${anchor.rating} `;
  const text = anchor.label === '' ? anchor.text : `${anchor.label}: ${anchor.text}`;
  return told(label, text, shown).map((line) => paint(line, anchor, theme));
}

function shortAnchor(anchor: SceneAnchor, shown: Shown): TerminalText {
  const { theme, columns } = shown;
  const bar = anchor.isBar && columns >= 40 ? say`  ${theme.glyphs.bar}` : say``;
  const first = say` ${mark(anchor, shown, false)} ${anchor.rating} ${safeText(anchor.short, theme)}`;
  return paint(say`${cut(first, columns - widthOf(bar), theme)}${bar}`, anchor, theme);
}
