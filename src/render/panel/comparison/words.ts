import { formatDecimal } from '../../../core/numbers/decimal.js';
import { formatRational } from '../../../core/numbers/rational.js';
import {
  type AdjacentPair,
  adjacentPairs,
  type Compared,
  type ComparedDimension,
  type Comparison,
  chancesAhead,
} from '../../../core/panel/comparison.js';
import type { RubricEdition } from '../../../core/panel/edition.js';
import { coveragePercent } from '../../../core/scoring/scoring.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { count } from '../../text/text.js';
import { weightInWords } from '../../text/words.js';
import { CANDIDATE_COLUMNS } from '../columns.js';
import { ABSENT, pooledInWords, rankInWords, ratingRange, scoreInWords, shownScore } from '../panel-words.js';
import { basisInWords, chanceInWords } from '../ranking-words.js';
import { missingSessions } from '../session-words.js';

/** One line of a comparison: a label, the weight where it is a dimension, a cell for each candidate. */
export interface ComparisonRow {
  readonly label: TerminalText;
  readonly weight: TerminalText;
  readonly cells: readonly TerminalText[];
  readonly kind: 'dimension' | 'heading' | 'result';
}

/** `narrow`: for columns of a few cells. */
export type ComparisonForm = 'wide' | 'narrow';

/** How far apart interviewers must be to have seen different things: it is marked, to be talked about. */
export function widthToMark({ scale }: RubricEdition): number {
  return (scale.max - scale.min) / 2;
}

/** The dimensions that all share, those that they do not, then the results. */
export function comparisonRows(comparison: Comparison, form: ComparisonForm = 'wide'): readonly ComparisonRow[] {
  const { rows, isPartial, edition } = comparison;
  const rowOf = (row: ComparedDimension) => dimensionRow(row, widthToMark(edition), form);
  const shared = rows.filter(({ isShared }) => isShared).map(rowOf);
  const others = rows.filter((row) => !row.isShared && isSaid(row));
  const heading: ComparisonRow = { label: say`Not shared`, weight: say``, cells: [], kind: 'heading' };
  return [
    ...shared,
    ...(isPartial && others.length > 0 ? [heading] : []),
    ...others.map(rowOf),
    ...resultRows(comparison),
  ];
}

/** Whether anybody said anything of it. */
function isSaid({ cells }: ComparedDimension): boolean {
  return cells.some(({ state }) => state === 'rated' || state === 'not-applicable');
}

function dimensionRow(
  { dimension, cells, isBest }: ComparedDimension,
  wideFrom: number,
  form: ComparisonForm,
): ComparisonRow {
  return {
    label: clean(dimension.name),
    weight: weightInWords(dimension.weight),
    cells: cells.map((cell, at) => {
      const range = ratingRange(cell);
      const marks = [...(cell.highest - cell.lowest >= wideFrom ? [say`!`] : []), ...(isBest[at] ? [say`*`] : [])];
      const parts = [pooledInWords(cell), ...(range === '' ? [] : [form === 'wide' ? say`(${range})` : range])];
      return form === 'wide' ? [...parts, ...marks].join(' ') : say`${parts.join(' ')}${marks.join('')}`;
    }),
    kind: 'dimension',
  };
}

/** Scores and places first, since those on the shared dimensions are the comparison's own. */
function resultRows({ candidates, isPartial }: Comparison): readonly ComparisonRow[] {
  const row = (label: TerminalText, cells: readonly TerminalText[]): ComparisonRow => ({
    label,
    weight: say``,
    cells,
    kind: 'result',
  });
  const sharedScores = candidates.map(({ shared, panel }) => (shared ? shownScore(shared, panel.edition) : ABSENT));
  const columnRows = CANDIDATE_COLUMNS.flatMap(({ label, text, lines = (compared) => [text(compared)] }) =>
    label === undefined ? [] : stacked(candidates.map(lines)).map((cells, at) => row(at === 0 ? label : say``, cells)),
  );
  return [
    ...(isPartial ? [row(say`Score, shared`, sharedScores)] : []),
    row(
      say`Score`,
      candidates.map(({ panel }) => scoreInWords(panel)),
    ),
    ...(candidates.length > 1 ? [row(say`Rank`, candidates.map(rankInWords))] : []),
    ...columnRows,
  ].filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** Lists side by side as lines, as many as the longest has. */
function stacked(lists: readonly (readonly TerminalText[])[]): readonly (readonly TerminalText[])[] {
  const height = lists.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: height }, (_, line) => lists.map((list) => list[line] ?? say``));
}

/** What the comparison says and what it rests on, a paragraph each. */
export function comparisonNotes(comparison: Comparison, form: ComparisonForm = 'wide'): readonly TerminalText[] {
  return [...legend(comparison.rows, widthToMark(comparison.edition), form), ...comparisonLimits(comparison)].filter(
    (note) => note !== '',
  );
}

/** What the scores rest on, and which can be told apart. */
export function comparisonLimits(comparison: Comparison): readonly TerminalText[] {
  const { candidates, basis, edition } = comparison;
  return [
    ...missingSessions(candidates),
    ...sharedNote(comparison),
    ...adjacentPairs(candidates).map(neighboursInWords),
    ...chancesInWords(candidates),
    ...(candidates.length > 1 ? [basisInWords(basis, candidates, edition.rules)] : []),
  ].filter((note) => note !== '');
}

function legend(rows: readonly ComparedDimension[], wideFrom: number, form: ComparisonForm): readonly TerminalText[] {
  const cells = rows.filter(isSaid).flatMap((row) => row.cells);
  const signs = [
    rows.some(({ isBest }) => isBest.includes(true)) ? say`* the best of the dimension` : say``,
    cells.some(({ lowest, highest }) => lowest !== highest)
      ? say`${form === 'wide' ? '(2-4)' : '2-4'} lowest and highest rating`
      : say``,
    cells.some(({ lowest, highest }) => highest - lowest >= wideFrom) ? say`! ${wideFrom} points or more apart` : say``,
    cells.some(({ state }) => state === 'not-assessed') ? say`· not assessed` : say``,
    cells.some(({ state }) => state === 'not-applicable') ? say`- not applicable` : say``,
    cells.some(({ state }) => state === 'not-held') ? say`blank: in no session that was held` : say``,
  ].filter(Boolean);
  return signs.length === 0 ? [] : [say`${signs.join('; ')}.`];
}

function sharedNote({ isPartial, rows, shared }: Comparison): readonly TerminalText[] {
  if (!isPartial) return [];
  const dimensions = rows.filter(({ isShared }) => isShared).length;
  if (dimensions === 0) return [say`They share no dimension, so their scores cannot be compared.`];
  const percent = coveragePercent(shared);
  return [
    say`They share ${dimensions} of ${count(rows.length, 'dimension')}, ${percent}% of the weight that was rated: they are compared on those alone.`,
  ];
}

/** Of each candidate, the chance to be truly ahead of each who scored less. */
function chancesInWords(candidates: readonly Compared[]): readonly TerminalText[] {
  const chances = chancesAhead(candidates);
  return candidates.flatMap((one, at) => {
    const below = candidates.flatMap((other, place) => {
      const chance = place > at ? chances[at]?.[place] : undefined;
      return chance === undefined ? [] : [say`of ${clean(other.panel.shown)} ${chanceInWords(chance)}`];
    });
    return below.length === 0
      ? []
      : [say`Chance that ${clean(one.panel.shown)} is truly ahead, by the same error: ${below.join(', ')}.`];
  });
}

function neighboursInWords({ ahead, behind, difference, needed, isDistinguishable }: AdjacentPair): TerminalText {
  const [one, other] = [clean(ahead.panel.shown), clean(behind.panel.shown)];
  if (difference.numerator === 0n) return say`${one} and ${other} are exactly level.`;
  const apart = say`${formatRational(difference, 2)} points apart`;
  const need = say`${formatDecimal(needed)}`;
  if (isDistinguishable)
    return say`${one} is ahead of ${other}: ${apart}, where ${need} is needed to tell (95% confidence).`;
  return say`${one} and ${other} can't be told apart: ${apart}, where ${need} would be needed (95% confidence).`;
}
