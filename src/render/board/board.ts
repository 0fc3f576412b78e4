import { type BoardState, currentDimension } from '../../core/board/view.js';
import { timeSpent } from '../../core/interview/clock.js';
import { KEYS } from '../../core/interview/keys.js';
import { isAtReview } from '../../core/interview/session.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { ratingKeys, shownKeys } from '../help/keys.js';
import { widthOf } from '../text/text.js';
import { formatClock } from '../text/words.js';
import { dimensionLines } from './dimension.js';
import { flagLines, jumpLines, keyHelpLines, signOf } from './lists.js';
import { cut, type Size, safeText, spread, type Theme } from './look.js';
import { reviewLines, reviewPrompt } from './review.js';
import { inputLine, textHint, textTitle } from './text.js';

/** What stands on the screen: no line wider than the terminal, no more lines than it has rows. */
export interface Frame {
  readonly lines: readonly TerminalText[];
  /** Where the cursor blinks while a text is typed; both from 0. */
  readonly cursor?: { readonly row: number; readonly column: number };
}

/** With this many rows there is room for rules and for the strip of ratings. */
const ROOMY = 14;
const STRIP = 9;

/** The whole screen for a state. Pure, so that every size and state can be tested. */
export function layoutBoard(board: BoardState, theme: Theme, { columns, rows }: Size): Frame {
  const rule = rows >= ROOMY ? [theme.style.dim(theme.glyphs.rule.repeat(columns))] : [];
  const top = [header(board, theme, columns), ...rule, ...(rows >= STRIP ? [strip(board, theme, columns)] : [])];
  const bottom = bottomOf(board, theme, { columns, rows });
  const room = Math.max(0, rows - top.length - bottom.lines.length - rule.length);
  const body = bodyOf(board, theme, { columns, rows: room });
  const filler = Array.from({ length: room - body.length }, () => say``);
  const lines = [...top, ...body, ...filler, ...rule, ...bottom.lines];
  const kept = lines.slice(Math.max(0, lines.length - rows));
  return bottom.column === undefined
    ? { lines: kept }
    : { lines: kept, cursor: { row: kept.length - bottom.lines.length + bottom.inputAt, column: bottom.column } };
}

function header({ session, view, now }: BoardState, theme: Theme, columns: number): TerminalText {
  const { open, content } = session;
  const { dimensions } = content;
  const decided = dimensions.filter(({ rating }) => rating !== undefined).length;
  const candidate = view.isPrivate ? say`private` : safeText(open.candidate.name, theme);
  const names = [
    candidate,
    safeText(open.rubric.title, theme),
    ...(view.isPrivate ? [] : [safeText(open.interviewer.name, theme)]),
  ];
  const amends = open.amends ? say`Amendment${theme.glyphs.between}` : say``;
  const left = say`${isAtReview(session) ? say`Review${theme.glyphs.between}` : say``}${amends}${names.join(theme.glyphs.between)}`;
  const right = say`${decided}/${dimensions.length}  ${formatClock(timeSpent(session, now).total)}`;
  return theme.style.title(spread(left, right, { columns, theme }));
}

/** What every dimension got, the current one in brackets, as many around it as there is room for. */
function strip({ session, view }: BoardState, theme: Theme, columns: number): TerminalText {
  const { dimensions, cursor } = session.content;
  const cells = dimensions.map((state, at) => {
    const notes = state.notes.length > 0 && !view.isPrivate ? theme.glyphs.note : say``;
    const sign = say`${signOf(state, theme, view.isPrivate)}${notes}`;
    return at === cursor ? say`[${sign}]` : say` ${sign} `;
  });
  if (isAtReview(session)) cells.push(say`[review]`);
  let from = 0;
  while (from < cursor && widthOf(cells.slice(from, cursor + 1).join('')) > columns) from += 1;
  return cut(cells.slice(from).join(''), columns, theme);
}

function bodyOf(board: BoardState, theme: Theme, size: Size): readonly TerminalText[] {
  const { mode } = board.view;
  if (size.rows === 0) return [];
  if (mode.type === 'keys') return keyHelpLines(board, theme, size);
  if (mode.type === 'jump') return jumpLines(board, theme, size);
  if (mode.type === 'flags' || (mode.type === 'text' && mode.purpose.type === 'flag'))
    return flagLines(board, theme, size);
  return isAtReview(board.session) ? reviewLines(board, theme, size) : dimensionLines(board, theme, size);
}

interface Bottom {
  readonly lines: readonly TerminalText[];
  /** Which of the lines holds the cursor. */
  readonly inputAt: number;
  readonly column?: number;
}

function bottomOf(board: BoardState, theme: Theme, { columns, rows }: Size): Bottom {
  const { mode, message } = board.view;
  const failure =
    board.failure === undefined
      ? []
      : [
          theme.style.bad(
            cut(say`Not on disk: ${clean(board.failure)}. Kept here, tried again every second`, columns, theme),
          ),
        ];
  if (mode.type === 'text') {
    const title = textTitle(board, theme);
    const input = inputLine(mode.line, title, { columns, theme });
    const hint = rows >= STRIP ? [theme.style.dim(cut(textHint(board), columns, theme))] : [];
    return { lines: [...failure, input.text, ...hint], inputAt: failure.length, column: input.column };
  }
  const said = message === undefined ? [] : [cut(safeText(message, theme), columns, theme)];
  const asks =
    isAtReview(board.session) && (mode.type === 'board' || mode.type === 'extremes') && !board.view.isPrivate;
  const prompt = asks ? [theme.style.strong(cut(safeText(reviewPrompt(board), theme), columns, theme))] : [];
  const room = rows >= STRIP ? [...said, ...prompt] : prompt.length > 0 ? prompt : said;
  return { lines: [...failure, ...room, theme.style.dim(hints(board, theme, columns))], inputAt: 0 };
}

/** The most useful keys, as many as fit into one line. */
function hints(board: BoardState, theme: Theme, columns: number): TerminalText {
  const fixed = fixedHints(board, theme);
  if (fixed !== undefined) return cut(fixed, columns, theme);
  const { scale } = board.session.open.rubric;
  const known = KEYS.flatMap((key, at) => (key.hint ? [{ key, at, ...key.hint }] : []));
  const words = known.map(({ key, word, rank, at }) => {
    const keys =
      key.does === 'rate'
        ? clean(ratingKeys(scale))
        : key.does === 'next'
          ? say`${theme.glyphs.keys.left ?? ''} ${theme.glyphs.keys.right ?? ''}`
          : (shownKeys(key, theme.glyphs).split(' ')[0] ?? say``);
    return { text: say`${keys} ${clean(word)}`, rank, at };
  });
  let kept = [...words].sort((a, b) => a.rank - b.rank);
  const line = () =>
    [...kept]
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text)
      .join('  ');
  while (kept.length > 1 && widthOf(line()) > columns) kept = kept.slice(0, -1);
  return cut(line(), columns, theme);
}

function fixedHints({ session, view }: BoardState, { glyphs }: Theme): TerminalText | undefined {
  const { up = say``, down = say`` } = glyphs.keys;
  switch (view.mode.type) {
    case 'keys':
      return say`${up} ${down} scroll  any other key goes back`;
    case 'jump':
      return say`key of the dimension  Esc back`;
    case 'flags':
      return say`${up} ${down} choose  Enter observe  x take back  Esc back`;
    case 'extremes':
      return say`y submit without evidence  n go back and add it`;
    case 'leave':
      return say`Not all of it is on disk. q prints the rest and leaves, any other key stays`;
    default:
      if (currentDimension(session)) return undefined;
      return session.content.verdict === undefined
        ? say`1 strong no  2 no  3 yes  4 strong yes  0 no decision  b back  q save and quit`
        : say`y submit  0-4 other verdict  b back  g go to  q save and quit  u undo`;
  }
}
