import type { BoardState } from '../../core/board/view.js';
import { evaluateSession } from '../../core/interview/build-scorecard.js';
import { gapsOf } from '../../core/interview/gaps.js';
import { type DimensionState, evidenceText, type Session } from '../../core/interview/session.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { inWords } from '../text/words.js';
import { pane, paragraph, type Size, safeText, spread, type Theme } from './look.js';

/** The review: every rating, what is missing, and, once the verdict is given, what the rubric makes of it. */
export function reviewLines(board: BoardState, theme: Theme, size: Size): readonly string[] {
  const { session, view } = board;
  const { columns } = size;
  const told = (first: string, text: string) => paragraph(first, safeText(text, theme), columns);
  const lines = view.isPrivate
    ? ['The ratings are hidden on a shared screen; p shows them.']
    : [
        ...outcomeRows(session, theme, told),
        ...ratingRows(session, theme, columns),
        ...flagRows(session, theme, columns),
        ...gapRows(session, told),
      ];
  return pane(lines, view.scroll, { size, theme });
}

/** What the review asks for, in the line above the hints. */
export function reviewPrompt({ session, view }: BoardState): string {
  if (view.mode.type === 'extremes') {
    const { min, max } = session.open.rubric.scale;
    const names = gapsOf(session).unsupportedExtremes.map(({ dimension }) => dimension.name);
    return `A ${min} or a ${max} without evidence is hard to defend: ${names.join('; ')}. Submit all the same?`;
  }
  return session.content.verdict === undefined ? 'Your verdict?' : 'Submit? It is sealed then.';
}

function ratingRows({ open, content }: Session, theme: Theme, columns: number): readonly string[] {
  return open.rubric.dimensions.map((dimension, at) => {
    const state = content.dimensions[at];
    const left = `${String(at + 1).padStart(2)}. ${safeText(dimension.name, theme)}`;
    const right = `${String(dimension.weight).padStart(4)}%  ${stateWords(state, theme).padEnd(columns < 40 ? 3 : 15)}`;
    return spread(left, right.trimEnd().padEnd(columns < 40 ? 10 : 22), { columns, theme }).trimEnd();
  });
}

function stateWords(state: DimensionState | undefined, { glyphs }: Theme): string {
  if (!state) return '';
  const notes = state.notes.length > 0 ? `  ${glyphs.note}${state.notes.length}` : '';
  if (state.rating === undefined) return `${glyphs.open}  not decided${notes}`;
  const sign = { 'not-assessed': glyphs.notAssessed, 'not-applicable': glyphs.notApplicable };
  if (typeof state.rating === 'number') return `${state.rating}${notes}`;
  return `${sign[state.rating]}  ${inWords(state.rating)}${notes}`;
}

function flagRows({ open, content }: Session, theme: Theme, columns: number): readonly string[] {
  return content.flags.flatMap(({ id, evidence }) => {
    const flag = open.rubric.redFlags.find((candidate) => candidate.id === id);
    if (!flag) return [];
    const paint = flag.severity === 'stop' ? theme.style.bad : theme.style.warning;
    return [
      ...paragraph(` ${theme.glyphs.flag} `, safeText(`${flag.severity}: ${flag.flag}`, theme), columns).map((line) =>
        paint(line),
      ),
      ...paragraph('   seen: ', safeText(evidenceText(evidence) || 'nothing was noted', theme), columns),
    ];
  });
}

type Told = (first: string, text: string) => readonly string[];

function gapRows(session: Session, told: Told): readonly string[] {
  const { withoutEvidence, notAssessed } = gapsOf(session);
  const names = (gaps: typeof notAssessed) => gaps.map(({ dimension }) => dimension.name).join('; ');
  return [
    ...(withoutEvidence.length > 0 ? told('Evidence is missing for: ', names(withoutEvidence)) : []),
    ...(notAssessed.length > 0 ? told('Not assessed: ', names(notAssessed)) : []),
  ];
}

/** The result, which is empty before the verdict is given: the recommendation must not anchor it. */
function outcomeRows(session: Session, { style, glyphs }: Theme, told: Told): readonly string[] {
  const { verdict } = session.content;
  if (!verdict) return [];
  const { score, result } = evaluateSession(session);
  const { max } = session.open.rubric.scale;
  const shown = score.hundredths === undefined ? 'no score' : `${formatHundredths(score.hundredths)} of ${max}`;
  const parts = [
    shown,
    `${result.coverage}% of the weight`,
    `recommendation ${inWords(result.recommendation)}`,
    `verdict ${inWords(verdict.is)}`,
  ];
  const differs = verdictDiffers(verdict.is, result.recommendation);
  return [
    ...told('', parts.join(glyphs.between)).map((line) => style.strong(line)),
    ...result.because.flatMap(({ text }) => told('  because ', text)),
    ...(differs
      ? told('The two differ: ', verdict.reason ?? 'no reason was given').map((line) => style.warning(line))
      : []),
    '',
  ];
}
