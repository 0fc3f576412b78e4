import type { DimensionPlace } from '../../core/board/scene.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { padEnd, spaces, wrap } from '../text/text.js';
import { anchorColumn, anchorRows, openAnchors, type Shown } from './anchors.js';
import { createRoom, pane, type Room, type Scroll, shorten, told } from './fit.js';
import { cut, type Size, safeText, type Theme } from './look.js';
import { createNotes } from './notes.js';
import { overlayLines } from './overlay.js';

/** Lines from the top down, exactly as many as there are rows; `scroll` where a list is shown. */
export interface Body {
  readonly lines: readonly TerminalText[];
  readonly scroll?: Scroll;
}

/** From this width on the anchors stand beside the question. */
const TWO_COLUMNS = 110;
/** The share of the width that the question gets then, and the cells between. */
const LEFT_SHARE = 0.53;
const GAP = 3;
/** With this many rows a list leaves the head where it is. */
const ROOMY = 14;
/** A list that was asked for gets as many, even from the question. */
const LIST = 4;
/** With this many, all anchors are shown in full, where all else is too. Short ones are quicker to read. */
const TALL = 36;

/** The dimension at hand. What does not fit is given up by rank; the question is not. */
export function dimensionBody(
  place: DimensionPlace,
  head: readonly TerminalText[],
  { theme, columns, rows }: { theme: Theme } & Size,
): Body {
  if (columns < TWO_COLUMNS || rows < ROOMY)
    return oneColumn({ place, theme, columns }, head, { rows, hasAnchors: true });
  const left = Math.floor((columns - GAP) * LEFT_SHARE);
  const right = columns - GAP - left;
  const top = [...head, say``];
  const room = rows - top.length;
  const beside = oneColumn({ place, theme, columns: left }, [], { rows: room, hasAnchors: false });
  const anchors = anchorColumn({ place, theme, columns: right }, room);
  const lines = beside.lines.map((line, at) =>
    anchors[at] === undefined ? line : say`${padEnd(line, left)}${spaces(GAP)}${anchors[at]}`,
  );
  return { ...beside, lines: [...top, ...lines] };
}

/** Everything under each other: who comes first here gets its rows first. */
function oneColumn(
  shown: Shown,
  head: readonly TerminalText[],
  { rows, hasAnchors }: { rows: number; hasAnchors: boolean },
): Body {
  const { place, theme, columns } = shown;
  const room = createRoom(rows, { columns, theme });
  const most = place.overlay ? Math.max(1, rows - LIST) : rows;
  const question = room.some(shorten(questionLines(shown), most, shown));
  if (place.overlay) return withOverlay(shown, head, { room, rows, question });
  const anchors = hasAnchors ? anchorRows(shown, room) : [];
  const notes = createNotes(shown, room);
  notes.newest();
  const top = fitHead(head, room);
  const probes = createProbes(shown, room);
  probes.show(2);
  notes.complete();
  notes.show(2);
  probes.show(place.probes.length);
  notes.show(place.notes.length);
  const listenFor = listenForLines(shown, room);
  const opened = rows >= TALL ? openAnchors(shown, anchors, room) : anchors.flat();
  const above = [...top, ...question, ...probes.lines(), ...listenFor];
  const noted = notes.lines();
  if (!hasAnchors) {
    // Beside the anchors, notes follow what they are about; else they stand on the message.
    const upper = [...above, ...(listenFor.length > 0 ? room.whole([say``]) : []), ...noted];
    return { lines: [...upper, ...blank(rows - upper.length)] };
  }
  const air = room.whole(blank(2)).slice(1);
  const upper = [...top, ...air, ...above.slice(top.length), ...air, ...opened];
  return { lines: [...upper, ...blank(rows - upper.length - noted.length), ...noted] };
}

function blank(rows: number): readonly TerminalText[] {
  return Array.from({ length: Math.max(0, rows) }, () => say``);
}

/** All of the head; else the line about the dimension, which is its last. */
function fitHead(head: readonly TerminalText[], room: Room): readonly TerminalText[] {
  const all = room.whole(head);
  return all.length > 0 ? all : room.whole(head.slice(-1));
}

function withOverlay(
  { place, theme, columns }: Shown,
  head: readonly TerminalText[],
  { room, rows, question }: { room: Room; rows: number; question: readonly TerminalText[] },
): Body {
  const { overlay } = place;
  if (!overlay) return { lines: [] };
  const top = rows >= ROOMY ? fitHead(head, room) : [];
  const all = overlayLines(overlay, theme, { columns, rows: room.left });
  const { lines, scroll } = pane(all, overlay.offset, { rows: room.left, columns, theme });
  room.some(lines);
  const late = top.length > 0 ? [] : fitHead(head, room);
  const probes = createProbes({ place, theme, columns }, room);
  probes.show(place.probes.length);
  const air = top.length > 0 ? room.whole([say``]) : [];
  const upper = [...top, ...late, ...air, ...question, ...probes.lines()];
  return { lines: [...upper, ...blank(rows - upper.length - lines.length), ...lines], scroll };
}

export function questionLines({ place, theme, columns }: Shown): readonly TerminalText[] {
  const text = say`Q${place.question.number} ${safeText(place.ask, theme)}`;
  return wrap(text, columns).map((line) => theme.style.accent(cut(line, columns, theme)));
}

/** Probes from the first on, each whole. */
function createProbes({ place, theme, columns }: Shown, room: Room) {
  const shown: (readonly TerminalText[])[] = [];
  return {
    show: (most: number) => {
      for (const probe of place.probes.slice(shown.length, most)) {
        const lines = room.whole(told(say`   ${theme.glyphs.bullet} `, probe, { columns, theme }));
        if (lines.length === 0) return;
        shown.push(lines);
      }
    },
    lines: () => shown.flat().map((line) => theme.style.dim(line)),
  };
}

/** What to listen for: as many as fit, each whole, and where the others are. */
function listenForLines({ place, theme, columns }: Shown, room: Room): readonly TerminalText[] {
  const items = place.listenFor.map((item) => told(say`   ${theme.glyphs.bullet} `, item, { columns, theme }));
  const lines = (shown: number) => {
    const left = items.length - shown;
    const more = left === 0 ? [] : [cut(say`   ${theme.glyphs.ellipsis} ${left} more: /ask`, columns, theme)];
    return [say``, say`Listen for`, ...items.slice(0, shown).flat(), ...more];
  };
  let most = items.length;
  while (most > 0 && lines(most).length > room.left) most -= 1;
  return most === 0 ? [] : room.whole(lines(most)).map((line) => theme.style.dim(line));
}
