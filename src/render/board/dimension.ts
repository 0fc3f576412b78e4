import { type BoardState, currentDimension, currentQuestion } from '../../core/board/view.js';
import { timeSpent } from '../../core/interview/clock.js';
import type { DimensionState } from '../../core/interview/session.js';
import { anchorOf, anchorsOf, type RatedAnchor } from '../../core/rubric/anchors.js';
import { probesOf } from '../../core/rubric/core-questions.js';
import { type Border, parseBorder } from '../../core/rubric/rating-key.js';
import type { Dimension } from '../../core/rubric/rubric.js';
import { isRated } from '../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { padStart, spaces, widthOf } from '../text/text.js';
import { formatClock, inWords, longestRating } from '../text/words.js';
import { type Block, paragraph, type Size, safeText, sayLines, spread, stack, type Theme } from './look.js';

interface Shown {
  readonly board: BoardState;
  readonly dimension: Dimension;
  readonly state: DimensionState;
  readonly theme: Theme;
  readonly columns: number;
}

/** The dimension at hand: its question, its anchors, what was noted. */
export function dimensionLines(board: BoardState, theme: Theme, { columns, rows }: Size): readonly TerminalText[] {
  const dimension = currentDimension(board.session);
  const state = board.session.content.dimensions[board.session.content.cursor];
  if (!dimension || !state || rows <= 0) return [];
  const shown: Shown = { board, dimension, state, theme, columns };
  const blocks = [
    ...(board.view.showsQuestions ? questionBlocks(shown) : oneQuestion(shown)),
    ...(board.view.showsAllAnchors ? anchorBlocks(shown) : currentAnchor(shown)),
    ...noteBlocks(shown, rows),
  ];
  return [heading(shown), ...stack(blocks, { columns, rows: rows - 1 }, theme)];
}

function heading({ board, dimension, state, theme, columns }: Shown): TerminalText {
  const { session, now, view } = board;
  const { glyphs, style } = theme;
  const plan = dimension.minutes === undefined ? say`` : say` / ${dimension.minutes} min`;
  const paused = session.clock.isPaused ? say` paused` : say``;
  const isFlagged = session.content.flags.some(
    ({ id }) => session.open.rubric.redFlags.find((flag) => flag.id === id)?.dimension === dimension.id,
  );
  const flag = isFlagged && !view.isPrivate ? say` ${glyphs.flag}` : say``;
  const { current } = timeSpent(session, now);
  const weight = dimension.weight === undefined ? say`` : say`${dimension.weight}%`;
  const optional = dimension.optional ? say`${weight === '' ? say`` : say`, `}optional` : say``;
  const left = say`${session.content.cursor + 1}. ${safeText(dimension.name, theme)}  ${weight}${optional}`;
  const reason =
    state.rating === undefined || isRated(state.rating) || view.isPrivate ? say`` : say` ${inWords(state.rating)}`;
  const right = say`${reason}${flag} ${formatClock(current)}${plan}${paused}`.trimStart();
  const isLate = dimension.minutes !== undefined && current > dimension.minutes * 60_000;
  // On a narrow terminal the name is worth more than the clock.
  const line = spread(left, columns < 40 ? say`` : right, { columns, theme });
  // Lateness shows in colour, and in the figures themselves.
  return isLate ? style.warning(style.strong(line)) : style.strong(line);
}

/** The question at hand with its probes: what is read aloud comes before all else. */
function oneQuestion({ board, dimension, state, theme, columns }: Shown): readonly Block[] {
  const at = currentQuestion(board.session, board.view);
  const question = dimension.questions[at];
  if (!question) return [];
  const mark = state.asked.includes(at) ? say`${theme.glyphs.done} ` : say``;
  const number = dimension.questions.length > 1 ? say`Q${at + 1} ` : say`Q `;
  const label = say`   ${number}${mark}`;
  const probes = probesOf(question).map((probe): Block => {
    const lines = paragraph(spaces(widthOf(label)), safeText(probe, theme), columns);
    return { lines, least: 0, rank: 2, paint: theme.style.dim };
  });
  return [
    { lines: paragraph(label, safeText(question.ask, theme), columns), least: 1, rank: 1, paint: theme.style.accent },
    ...probes,
  ];
}

function questionBlocks({ board, dimension, state, theme, columns }: Shown): readonly Block[] {
  const { glyphs, style } = theme;
  const chosen = currentQuestion(board.session, board.view);
  return dimension.questions.map((question, at) => {
    const mark = state.asked.includes(at) ? glyphs.done : say` `;
    const first = say` ${at === chosen ? glyphs.pointer : say` `} Q${at + 1} ${mark} `;
    const probes = [
      ...question.listenFor.map((text) => ({ first: say`      listen: `, text })),
      ...question.followUps.map((text) => ({ first: say`      probe: `, text })),
    ];
    const ask = paragraph(first, safeText(question.ask, theme), columns);
    return {
      lines: [...ask, ...probes.flatMap(({ first, text }) => paragraph(first, safeText(text, theme), columns))],
      least: 1,
      rank: at === chosen ? 1 : 4,
      paint: (line, row) => (row < ask.length ? style.accent(line) : line),
    };
  });
}

/** One line for each anchor where it has a short form; of the given one its full text too. */
function anchorBlocks(shown: Shown): readonly Block[] {
  const { scale } = shown.board.session.open.rubric;
  return shownAnchors(shown).flatMap(({ rating, short, text }): readonly Block[] => {
    const isGiven = shown.state.rating === rating && !shown.board.view.isPrivate;
    const rank = isGiven ? 2 : rating === scale.bar ? 3 : 4;
    const first = { ...anchorBlock(shown, rating, short ?? text), rank };
    if (short === undefined || !isGiven) return [first];
    return [first, { lines: paragraph(say`     `, safeText(text, shown.theme), shown.columns), least: 0, rank: 5 }];
  });
}

/** The anchors, the highest first, and the given rating in its place where it has none. */
function shownAnchors({ board, dimension, state }: Shown): readonly RatedAnchor[] {
  const { scale } = board.session.open.rubric;
  const anchors = anchorsOf(dimension, scale);
  const { rating } = state;
  if (rating === undefined || !isRated(rating) || board.view.isPrivate) return anchors;
  const given = anchorOf(rating, dimension, scale) ?? { rating, text: '' };
  const above = anchors.filter((anchor) => anchor.rating > rating);
  return [...above, given, ...anchors.filter((anchor) => anchor.rating < rating)];
}

function anchorBlock({ board, state, theme, columns }: Shown, rating: number, text: string): Block {
  const { glyphs, style } = theme;
  const isGiven = state.rating === rating && !board.view.isPrivate;
  const { scale } = board.session.open.rubric;
  const first = say` ${isGiven ? glyphs.pointer : say` `} ${padStart(say`${rating}`, longestRating(scale))} `;
  return {
    lines: paragraph(first, safeText(text, theme), columns),
    least: 1,
    rank: 1,
    ...(isGiven ? { paint: (line: TerminalText) => style.good(style.strong(line)) } : {}),
  };
}

/** One anchor in full, with the tests that decide on its borders: the given rating's, else the bar's. */
function currentAnchor(shown: Shown): readonly Block[] {
  const { board, dimension, state, theme, columns } = shown;
  const { scale } = board.session.open.rubric;
  const isShown = state.rating !== undefined && isRated(state.rating) && !board.view.isPrivate;
  const rating = isShown ? Number(state.rating) : scale.bar;
  const label = scale.labels[String(rating)];
  const borders = Object.entries(dimension.borders)
    .filter(([border]) => isBeside(rating, parseBorder(border)))
    .flatMap(([border, test]) => paragraph(say`   ${clean(border)}: `, safeText(test, theme), columns));
  return [
    { lines: label === undefined ? [] : [say`   ${safeText(label, theme)}:`], least: 0, rank: 4 },
    anchorBlock(shown, rating, anchorOf(rating, dimension, scale)?.text ?? ''),
    { lines: borders, least: 0, rank: 2 },
  ];
}

/** Whether a border is one of the rating's own, or around it. */
function isBeside(rating: number, border: Border | undefined): boolean {
  return border !== undefined && border.low <= rating && rating <= border.high;
}

/** The last notes, no more of them than there are rows. */
function noteBlocks({ board, state, theme, columns }: Shown, rows: number): readonly Block[] {
  const { glyphs } = theme;
  if (board.view.isPrivate) return [];
  const reason = state.reason === undefined ? [] : [say`${inWords(String(state.rating))}: ${clean(state.reason)}`];
  return [...reason, ...state.notes.map(({ text }) => text)].slice(-rows).map((note, at, all) => ({
    lines: paragraph(say` ${glyphs.note} `, sayLines(note, theme), columns),
    // The last one is what was just typed: the interviewer sees it arrive.
    least: at === all.length - 1 ? 1 : 0,
    rank: at === all.length - 1 ? 3 : 6,
  }));
}
