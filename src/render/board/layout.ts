import type { PrivatePlace, Scene } from '../../core/board/scene.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { count, widthOf } from '../text/text.js';
import { type Body, dimensionBody } from './dimension-place.js';
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

/** The whole screen for a scene. Pure, so that every size and every scene can be tested. */
export function layout(scene: Scene, theme: Theme, { columns, rows }: Size): Picture {
  const line = typedLine(scene.line, theme, {
    columns,
    rows: Math.min(LONGEST_LINE, Math.max(1, Math.floor(rows / 5))),
  });
  const rule = rows >= RULE ? [theme.style.dim(theme.glyphs.rule.repeat(columns))] : [];
  const hint = rows > line.lines.length ? [theme.style.dim(hintOf(scene, theme, columns))] : [];
  const said = messageLines(scene, theme, { columns, rows });
  const above = Math.max(0, rows - said.length - rule.length - line.lines.length - hint.length);
  const body = bodyOf(scene, theme, { columns, rows: above });
  const lines = [...body.lines, ...said, ...rule, ...line.lines, ...hint].slice(-rows);
  return {
    lines,
    cursor: { row: lines.length - hint.length - line.lines.length + line.row, column: line.column },
    ...(body.scroll ? { scroll: body.scroll } : {}),
  };
}

/** What the last line did. Its row is there when it is empty, so that nothing moves; a small terminal needs it more. */
function messageLines(scene: Scene, theme: Theme, { columns, rows }: Size): readonly TerminalText[] {
  const failure =
    scene.failure === undefined
      ? []
      : [
          theme.style.bad(
            cut(say`Not on disk: ${clean(scene.failure)}. Kept here, tried again every second`, columns, theme),
          ),
        ];
  if (scene.message === undefined) return failure.length > 0 || rows < RULE ? failure : [say``];
  const most = rows >= MESSAGE ? 2 : 1;
  return [...failure, ...shorten(told(say``, scene.message, { columns, theme }), most, { columns, theme })];
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
  const question = told(say`  `, place.ask, { columns, theme });
  const notes = place.notes === 0 ? [] : [say``, cut(say`  ${count(place.notes, 'note')}`, columns, theme)];
  const list = place.overlay ? overlayLines(place.overlay, theme, columns) : [];
  const open = [top, say``, ...question, ...notes];
  const upper = shorten(open.length <= rows ? open : question, rows, { columns, theme });
  const { lines, scroll } = pane(list, place.overlay?.offset ?? 0, { rows: rows - upper.length, columns, theme });
  const filler = Array.from({ length: Math.max(0, rows - upper.length - lines.length) }, () => say``);
  return { lines: [...upper, ...filler, ...(rows > upper.length ? lines : [])], ...(place.overlay ? { scroll } : {}) };
}
