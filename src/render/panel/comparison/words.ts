import { formatRational } from '../../../core/numbers/rational.js';
import {
  type AdjacentPair,
  adjacentPairs,
  type ComparedDimension,
  type Comparison,
} from '../../../core/panel/comparison.js';
import { coveragePercent } from '../../../core/scoring/scoring.js';
import { clean, count } from '../../text/text.js';
import { CANDIDATE_COLUMNS } from '../columns.js';
import { ABSENT, meanInWords, rankInWords, scoreInWords } from '../panel-words.js';
import { basisInWords } from '../ranking-words.js';

/** One line of a comparison: a label, the weight where it is a dimension, a cell for each candidate. */
export interface ComparisonRow {
  readonly label: string;
  readonly weight: string;
  readonly cells: readonly string[];
  readonly kind: 'dimension' | 'heading' | 'result';
}

/** How many points apart interviewers must be to have seen different things: it is marked, to be talked about. */
const WIDE = 2;

/** The dimensions that all share, those that they do not, then the results. */
export function comparisonRows(comparison: Comparison): readonly ComparisonRow[] {
  const { rows, isPartial } = comparison;
  const shared = rows.filter(({ isShared }) => isShared).map(dimensionRow);
  const others = rows.filter(({ isShared, cells }) => !isShared && cells.some(({ state }) => state !== 'not-assessed'));
  const heading: ComparisonRow = { label: 'Not shared', weight: '', cells: [], kind: 'heading' };
  return [
    ...shared,
    ...(isPartial && others.length > 0 ? [heading] : []),
    ...others.map(dimensionRow),
    ...resultRows(comparison),
  ];
}

function dimensionRow({ dimension, cells, isBest }: ComparedDimension): ComparisonRow {
  return {
    label: clean(dimension.name),
    weight: `${dimension.weight}%`,
    cells: cells.map((cell, at) => {
      const wide = cell.highest - cell.lowest >= WIDE ? ' !' : '';
      return `${meanInWords(cell)}${wide}${isBest[at] ? ' *' : ''}`;
    }),
    kind: 'dimension',
  };
}

/** Scores and places first, since those on the shared dimensions are the comparison's own. */
function resultRows({ candidates, isPartial }: Comparison): readonly ComparisonRow[] {
  const row = (label: string, cells: readonly string[]): ComparisonRow => ({
    label,
    weight: '',
    cells,
    kind: 'result',
  });
  const sharedScores = candidates.map(({ shared }) => (shared ? formatRational(shared, 2) : ABSENT));
  const columnRows = CANDIDATE_COLUMNS.flatMap(({ label, text, lines = (compared) => [text(compared)] }) =>
    label === undefined ? [] : stacked(candidates.map(lines)).map((cells, at) => row(at === 0 ? label : '', cells)),
  );
  return [
    ...(isPartial ? [row('Score, shared', sharedScores)] : []),
    row(
      'Score',
      candidates.map(({ panel }) => scoreInWords(panel)),
    ),
    ...(candidates.length > 1 ? [row('Rank', candidates.map(rankInWords))] : []),
    ...columnRows,
  ].filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** Lists side by side as lines, as many as the longest has. */
function stacked(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const height = lists.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: height }, (_, line) => lists.map((list) => list[line] ?? ''));
}

/** What the comparison says and what it rests on, a paragraph each. */
export function comparisonNotes(comparison: Comparison): readonly string[] {
  const { candidates, basis, rows } = comparison;
  return [
    ...legend(rows),
    ...sharedNote(comparison),
    ...adjacentPairs(candidates).map(neighboursInWords),
    ...(candidates.length > 1 ? [basisInWords(basis, candidates)] : []),
  ].filter((note) => note !== '');
}

function legend(rows: readonly ComparedDimension[]): readonly string[] {
  const cells = rows.flatMap((row) => row.cells);
  const signs = [
    rows.some(({ isBest }) => isBest.includes(true)) ? '* the best of the dimension' : '',
    cells.some(({ lowest, highest }) => lowest !== highest) ? '(2-4) lowest and highest rating' : '',
    cells.some(({ lowest, highest }) => highest - lowest >= WIDE) ? `! ${WIDE} points or more apart` : '',
    cells.some(({ state }) => state === 'not-assessed') ? '· not assessed' : '',
    cells.some(({ state }) => state === 'not-applicable') ? '- not applicable' : '',
  ].filter(Boolean);
  return signs.length === 0 ? [] : [`${signs.join('; ')}.`];
}

function sharedNote({ isPartial, rows, shared }: Comparison): readonly string[] {
  if (!isPartial) return [];
  const dimensions = rows.filter(({ isShared }) => isShared).length;
  if (dimensions === 0) return ['They share no dimension, so their scores cannot be compared.'];
  const percent = coveragePercent(shared);
  return [
    `They share ${dimensions} of ${count(rows.length, 'dimension')}, ${percent}% of the weight that was rated: they are compared on those alone.`,
  ];
}

function neighboursInWords({ ahead, behind, difference, needed, isDistinguishable }: AdjacentPair): string {
  const [one, other] = [clean(ahead.panel.shown), clean(behind.panel.shown)];
  if (difference.numerator === 0n) return `${one} and ${other} are exactly level.`;
  const apart = `${formatRational(difference, 2)} points apart`;
  const need = `${needed.toFixed(2)}`;
  if (isDistinguishable)
    return `${one} is ahead of ${other}: ${apart}, where ${need} is needed to tell (95% confidence).`;
  return `${one} and ${other} can't be told apart: ${apart}, where ${need} would be needed (95% confidence).`;
}
