import { type BoardState, currentDimension } from '../../core/board/view.js';
import { KEYS } from '../../core/interview/keys.js';
import { isAtReview, timeSpent } from '../../core/interview/session.js';
import { shownKeys } from '../help/keys.js';
import { widthOf } from '../text/text.js';
import { formatClock } from '../text/words.js';
import { dimensionLines } from './dimension.js';
import { flagLines, jumpLines, keyHelpLines, signOf } from './lists.js';
import { cut, type Look, type Size, say, spread } from './look.js';
import { reviewLines, reviewPrompt } from './review.js';
import { inputLine, textHint, textTitle } from './text.js';

/** What stands on the screen: no line wider than the terminal, no more lines than it has rows. */
export interface Frame {
  readonly lines: readonly string[];
  /** Where the cursor blinks while a text is typed; both from 0. */
  readonly cursor?: { readonly row: number; readonly column: number };
}

/** From this many rows on there is room for rules and for the strip of ratings. */
const ROOMY = 14;
const STRIP = 9;

/** The whole screen for a state: pure, so that every size and state can be tested. */
export function layoutBoard(board: BoardState, look: Look, { columns, rows }: Size): Frame {
  const rule = rows >= ROOMY ? [look.style.dim(look.glyphs.rule.repeat(columns))] : [];
  const top = [header(board, look, columns), ...rule, ...(rows >= STRIP ? [strip(board, look, columns)] : [])];
  const bottom = bottomOf(board, look, { columns, rows });
  const room = Math.max(0, rows - top.length - bottom.lines.length - rule.length);
  const body = bodyOf(board, look, { columns, rows: room });
  const filler = Array.from({ length: room - body.length }, () => '');
  const lines = [...top, ...body, ...filler, ...rule, ...bottom.lines];
  const kept = lines.slice(Math.max(0, lines.length - rows));
  return bottom.column === undefined
    ? { lines: kept }
    : { lines: kept, cursor: { row: kept.length - bottom.lines.length + bottom.inputAt, column: bottom.column } };
}

function header({ session, view, now }: BoardState, look: Look, columns: number): string {
  const { open, content } = session;
  const { dimensions } = content;
  const decided = dimensions.filter(({ rating }) => rating !== undefined).length;
  const candidate = view.isPrivate ? 'private' : say(open.candidate, look);
  const names = [candidate, say(open.rubric.title, look), ...(view.isPrivate ? [] : [say(open.interviewer, look)])];
  const left = `${isAtReview(session) ? `Review${look.glyphs.between}` : ''}${names.join(look.glyphs.between)}`;
  const right = `${decided}/${dimensions.length}  ${formatClock(timeSpent(session, now).total)}`;
  return look.style.title(spread(left, right, { columns, look }));
}

/** What every dimension got, the current one in brackets, as many around it as there is room for. */
function strip({ session, view }: BoardState, look: Look, columns: number): string {
  const { dimensions, cursor } = session.content;
  const cells = dimensions.map((state, at) => {
    const notes = state.notes.length > 0 && !view.isPrivate ? look.glyphs.note : '';
    const sign = `${signOf(state, look, view.isPrivate)}${notes}`;
    return at === cursor ? `[${sign}]` : ` ${sign} `;
  });
  if (isAtReview(session)) cells.push('[review]');
  let from = 0;
  while (from < cursor && widthOf(cells.slice(from, cursor + 1).join('')) > columns) from += 1;
  return cut(cells.slice(from).join(''), columns, look);
}

function bodyOf(board: BoardState, look: Look, size: Size): readonly string[] {
  const { mode } = board.view;
  if (size.rows === 0) return [];
  if (mode.is === 'keys') return keyHelpLines(board, look, size);
  if (mode.is === 'jump') return jumpLines(board, look, size);
  if (mode.is === 'flags' || (mode.is === 'text' && mode.purpose.is === 'flag')) return flagLines(board, look, size);
  return isAtReview(board.session) ? reviewLines(board, look, size) : dimensionLines(board, look, size);
}

interface Bottom {
  readonly lines: readonly string[];
  /** Which of the lines the cursor is in. */
  readonly inputAt: number;
  readonly column?: number;
}

function bottomOf(board: BoardState, look: Look, { columns, rows }: Size): Bottom {
  const { mode, message } = board.view;
  const failure =
    board.failure === undefined
      ? []
      : [look.style.bad(cut(`Not on disk: ${board.failure}. Kept here, tried again every second`, columns, look))];
  if (mode.is === 'text') {
    const title = textTitle(board, look);
    const input = inputLine(mode.line, title, { columns, look });
    const hint = rows >= STRIP ? [look.style.dim(cut(textHint(board), columns, look))] : [];
    return { lines: [...failure, input.text, ...hint], inputAt: failure.length, column: input.column };
  }
  const said = message === undefined ? [] : [cut(say(message, look), columns, look)];
  const asks = isAtReview(board.session) && (mode.is === 'board' || mode.is === 'extremes') && !board.view.isPrivate;
  const prompt = asks ? [look.style.strong(cut(say(reviewPrompt(board), look), columns, look))] : [];
  const room = rows >= STRIP ? [...said, ...prompt] : prompt.length > 0 ? prompt : said;
  return { lines: [...failure, ...room, look.style.dim(hints(board, look, columns))], inputAt: 0 };
}

/** The most useful keys that fit into one line. */
function hints(board: BoardState, look: Look, columns: number): string {
  const fixed = fixedHints(board, look);
  if (fixed !== undefined) return cut(fixed, columns, look);
  const { scale } = board.session.open.rubric;
  const known = KEYS.flatMap((key, at) => (key.hint ? [{ key, at, ...key.hint }] : []));
  const words = known.map(({ key, word, rank, at }) => {
    const keys =
      key.does === 'rate'
        ? `${scale.min}-${scale.max}`
        : key.does === 'next'
          ? `${look.glyphs.keys.left} ${look.glyphs.keys.right}`
          : (shownKeys(key, look.glyphs).split(' ')[0] ?? '');
    return { text: `${keys} ${word}`, rank, at };
  });
  let kept = [...words].sort((a, b) => a.rank - b.rank);
  const line = () =>
    [...kept]
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text)
      .join('  ');
  while (kept.length > 1 && widthOf(line()) > columns) kept = kept.slice(0, -1);
  return cut(line(), columns, look);
}

function fixedHints({ session, view }: BoardState, { glyphs }: Look): string | undefined {
  const { up, down } = glyphs.keys;
  switch (view.mode.is) {
    case 'keys':
      return `${up} ${down} scroll  any other key goes back`;
    case 'jump':
      return 'key of the dimension  Esc back';
    case 'flags':
      return `${up} ${down} choose  Enter observe  x take back  Esc back`;
    case 'extremes':
      return 'y submit without evidence  n go back and add it';
    case 'leave':
      return 'Not all of it is on disk. q prints the rest and leaves, any other key stays';
    default:
      if (currentDimension(session)) return undefined;
      return session.content.verdict === undefined
        ? '1 strong no  2 no  3 yes  4 strong yes  0 no decision  b back  q save and quit'
        : 'y submit  0-4 other verdict  b back  g go to  q save and quit  u undo';
  }
}
