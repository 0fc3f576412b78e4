import type { BoardState } from '../../core/board/view.js';
import { evaluateSession } from '../../core/interview/build-scorecard.js';
import { gapsOf } from '../../core/interview/gaps.js';
import { evidenceText } from '../../core/interview/notes.js';
import type { DimensionState, Session } from '../../core/interview/session.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { capitalised, inWords, recommendationInWords, withArticle } from '../text/words.js';
import { pane, paragraph, type Size, safeText, spread, type Theme } from './look.js';

/** The review: every rating, what is missing, and, once the verdict is given, what the rubric makes of it. */
export function reviewLines(board: BoardState, theme: Theme, size: Size): readonly TerminalText[] {
  const { session, view } = board;
  const { columns } = size;
  const told = (first: TerminalText, text: string) => paragraph(first, safeText(text, theme), columns);
  const lines = view.isPrivate
    ? [say`The ratings are hidden on a shared screen; p shows them.`]
    : [
        ...outcomeRows(session, theme, told),
        ...ratingRows(session, theme, columns),
        ...flagRows(session, theme, columns),
        ...gapRows(session, told),
      ];
  return pane(lines, view.scroll, { size, theme });
}

/** What the review asks for, in the line above the hints. */
export function reviewPrompt({ session, view }: BoardState): TerminalText {
  if (view.mode.type === 'extremes') {
    const { min, max } = session.open.rubric.scale;
    const names = gapsOf(session).unsupportedExtremes.map(({ dimension }) => clean(dimension.name));
    return say`${capitalised(withArticle(min))} or ${withArticle(max)} without evidence is hard to defend: ${names.join('; ')}. Submit all the same?`;
  }
  return session.content.verdict === undefined ? say`Your verdict?` : say`Submit? It is sealed then.`;
}

function ratingRows({ open, content }: Session, theme: Theme, columns: number): readonly TerminalText[] {
  return open.rubric.dimensions.map((dimension, at) => {
    const state = content.dimensions[at];
    const weight = dimension.weight === undefined ? say`` : say`${dimension.weight}%`;
    const left = say`${say`${at + 1}`.padStart(2)}. ${safeText(dimension.name, theme)}`;
    const right = say`${weight.padStart(5)}  ${stateWords(state, theme).padEnd(columns < 40 ? 3 : 15)}`;
    return spread(left, right.trimEnd().padEnd(columns < 40 ? 10 : 22), { columns, theme }).trimEnd();
  });
}

function stateWords(state: DimensionState | undefined, { glyphs }: Theme): TerminalText {
  if (!state) return say``;
  const notes = state.notes.length > 0 ? say`  ${glyphs.note}${state.notes.length}` : say``;
  if (state.rating === undefined) return say`${glyphs.open}  not decided${notes}`;
  const sign = { 'not-assessed': glyphs.notAssessed, 'not-applicable': glyphs.notApplicable };
  if (typeof state.rating === 'number') return say`${state.rating}${notes}`;
  return say`${sign[state.rating]}  ${inWords(state.rating)}${notes}`;
}

function flagRows({ open, content }: Session, theme: Theme, columns: number): readonly TerminalText[] {
  return content.flags.flatMap(({ id, evidence }) => {
    const flag = open.rubric.redFlags.find((candidate) => candidate.id === id);
    if (!flag) return [];
    const paint = flag.severity === 'stop' ? theme.style.bad : theme.style.warning;
    return [
      ...paragraph(say` ${theme.glyphs.flag} `, safeText(`${flag.severity}: ${flag.flag}`, theme), columns).map(
        (line) => paint(line),
      ),
      ...paragraph(say`   seen: `, safeText(evidenceText(evidence) || 'nothing was noted', theme), columns),
    ];
  });
}

type Told = (first: TerminalText, text: string) => readonly TerminalText[];

function gapRows(session: Session, told: Told): readonly TerminalText[] {
  const { withoutEvidence, notAssessed } = gapsOf(session);
  const names = (gaps: typeof notAssessed) => gaps.map(({ dimension }) => dimension.name).join('; ');
  return [
    ...(withoutEvidence.length > 0 ? told(say`Evidence is missing for: `, names(withoutEvidence)) : []),
    ...(notAssessed.length > 0 ? told(say`Not assessed: `, names(notAssessed)) : []),
  ];
}

/** The result, which is empty before the verdict is given: the recommendation must not anchor it. */
function outcomeRows(session: Session, { style, glyphs }: Theme, told: Told): readonly TerminalText[] {
  const { verdict } = session.content;
  if (!verdict) return [];
  const { score, result } = evaluateSession(session);
  const { max } = session.open.rubric.scale;
  const shown = score.hundredths === undefined ? say`no score` : say`${formatHundredths(score.hundredths)} of ${max}`;
  const parts = [
    shown,
    say`${result.coverage}% of the weight`,
    say`recommendation ${recommendationInWords(result)}`,
    say`verdict ${inWords(verdict.is)}`,
  ];
  const differs = verdictDiffers(verdict.is, result.recommendation);
  return [
    ...told(say``, parts.join(glyphs.between)).map((line) => style.strong(line)),
    ...result.because.flatMap(({ text }) => told(say`  because `, text)),
    ...(differs
      ? told(say`The two differ: `, verdict.reason ?? say`no reason was given`).map((line) => style.warning(line))
      : []),
    say``,
  ];
}
