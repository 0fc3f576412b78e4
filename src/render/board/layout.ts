import type { PrivatePlace, Scene } from '../../core/board/scene.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { count, widthOf } from '../text/text.js';
import { type Body, dimensionBody, questionLines } from './dimension-place.js';
import { pane, type Scroll, shorten, told } from './fit.js';
import { cellLine, dimensionLine, topLine } from './head.js';
import { cut, type Size, safeText, type Theme } from './look.js';
import { overlayLines } from './overlay.js';
import { reviewBody } from './review-place.js';
import { typedLine } from './typed-line.js';

/** What stands on the screen: as many lines as it has rows, none wider than it. Rows and columns from 0. */
export interface Picture {
  readonly lines: readonly TerminalText[];
  readonly cursor: { readonly row: number; readonly column: number };
  /** How far the list or the review on it can be scrolled. */
  readonly scroll?: Scroll;
}

/** The line grows to as many rows. */
const LONGEST_LINE = 4;
/** With fewer rows than this there is no rule. */
const RULE = 9;
/** With this many a message may take two. */
const MESSAGE = 20;

/**
 * The whole screen for a scene. Pure, so that every size and every scene can be tested. The question comes before all
 * that stands around the line; where the line stands does not depend on the message.
 */
export function layout(scene: Scene, theme: Theme, { columns, rows }: Size): Picture {
  const line = typedLine(scene.line, theme, {
    columns,
    rows: Math.min(LONGEST_LINE, Math.max(1, Math.floor(rows / 5))),
  });
  const failure = failureLines(scene, theme, columns);
  const question = questionRows(scene, theme, columns);
  // Where it is cut even alone, the others keep their rows.
  const around = rows - line.lines.length - (question < rows ? question : 0);
  const hasHint = around > 0;
  const isListed = scene.place.overlay !== undefined;
  const room = (isListed ? rows - line.lines.length : around) - failure.length - (hasHint ? 1 : 0);
  const said = messageLines(scene, theme, { columns, rows });
  const isRoomy = said.length > 0 && room >= 1;
  const message = isRoomy ? shorten(said, Math.min(said.length, room), { columns, theme }) : [];
  const rule = rows >= RULE && room > message.length ? [theme.style.dim(theme.glyphs.rule.repeat(columns))] : [];
  // Where it has no row of its own, what the last line did is news, and the hint is not.
  const below = isRoomy || said.length === 0 ? hintOf(scene, theme, columns) : shorten(said, 1, { columns, theme })[0];
  const hint = hasHint && below !== undefined ? [theme.style.dim(below)] : [];
  const above = [...failure, ...message, ...rule];
  const body = bodyOf(scene, theme, {
    columns,
    rows: Math.max(0, rows - above.length - line.lines.length - hint.length),
  });
  const lines = [...body.lines, ...above, ...line.lines, ...hint].slice(-rows);
  return {
    lines,
    cursor: { row: lines.length - hint.length - line.lines.length + line.row, column: line.column },
    ...(body.scroll ? { scroll: body.scroll } : {}),
  };
}

/** As many rows as the question takes, if there is one. */
function questionRows({ place }: Scene, theme: Theme, columns: number): number {
  if (place.type === 'review') return 0;
  return place.type === 'private'
    ? privateQuestion(place, { theme, columns }).length
    : questionLines({ place, theme, columns }).length;
}

function failureLines({ failure }: Scene, theme: Theme, columns: number): readonly TerminalText[] {
  if (failure === undefined) return [];
  const words = say`Not on disk: ${clean(failure)}. Kept here, tried again every second`;
  return [theme.style.bad(cut(words, columns, theme))];
}

/** What the last line did. Its row is there when it is empty, so that nothing moves; a small terminal needs it more. */
function messageLines({ message, failure }: Scene, theme: Theme, { columns, rows }: Size): readonly TerminalText[] {
  if (message === undefined) return failure !== undefined || rows < RULE ? [] : [say``];
  return shorten(told(say``, message, { columns, theme }), rows >= MESSAGE ? 2 : 1, { columns, theme });
}

function hintOf({ hint, shortHint }: Scene, theme: Theme, columns: number): TerminalText {
  const long = safeText(hint, theme);
  return widthOf(long) <= columns ? long : cut(safeText(shortHint, theme), columns, theme);
}

function bodyOf(scene: Scene, theme: Theme, { columns, rows }: Size): Body {
  const { place } = scene;
  const size = { theme, columns, rows };
  const top = topLine(scene, theme, columns);
  switch (place.type) {
    case 'dimension':
      return dimensionBody(place, [top, cellLine(scene, theme, columns), dimensionLine(place, theme, columns)], size);
    case 'review':
      return reviewBody(place, rows < RULE ? [top] : [top, cellLine(scene, theme, columns)], size);
    case 'private':
      return privateBody(place, top, size);
  }
}

/** The question, and how much was noted: nothing of what was written. */
function privateBody(place: PrivatePlace, top: TerminalText, { theme, columns, rows }: { theme: Theme } & Size): Body {
  const question = privateQuestion(place, { theme, columns });
  const notes = place.notes === 0 ? [] : [say``, cut(say`  ${count(place.notes, 'note')}`, columns, theme)];
  const list = place.overlay ? overlayLines(place.overlay, theme, { columns, rows }) : [];
  const open = [top, say``, ...question, ...notes];
  const upper = shorten(open.length <= rows ? open : question, rows, { columns, theme });
  const { lines, scroll } = pane(list, place.overlay?.offset ?? 0, { rows: rows - upper.length, columns, theme });
  const filler = Array.from({ length: Math.max(0, rows - upper.length - lines.length) }, () => say``);
  return { lines: [...upper, ...filler, ...(rows > upper.length ? lines : [])], ...(place.overlay ? { scroll } : {}) };
}

function privateQuestion({ ask }: PrivatePlace, look: { theme: Theme; columns: number }): readonly TerminalText[] {
  return told(say`  `, ask, look);
}
