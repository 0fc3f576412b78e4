import type { Comparison } from '../../../core/panel/comparison.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { textWidth } from '../../text/page.js';
import { type Column, renderTable } from '../../text/table.js';
import { truncate, widthOf, wrap } from '../../text/text.js';
import { editionInWords } from '../panel-words.js';
import { evidenceLines } from './evidence.js';
import type { ComparisonView } from './view.js';
import { weightLines } from './weight-words.js';
import { type ComparisonRow, comparisonNotes, comparisonRows } from './words.js';

/** The cells to which a name and a dimension may shrink before a block for each candidate reads better. */
const NARROW_NAME = 12;
const NARROW_LABEL = 18;

/** For each edition of a rubric, its candidates side by side, or one below the other where the terminal is narrow. */
export function renderComparisonTable(comparisons: readonly Comparison[], view: ComparisonView): TerminalText {
  return comparisons.map((comparison) => renderComparison(comparison, view)).join('\n');
}

function renderComparison(comparison: Comparison, view: ComparisonView): TerminalText {
  const { width, style } = view;
  const rows = comparisonRows(comparison);
  const names = comparison.candidates.map(({ panel }) => clean(panel.shown));
  const positions = names.map((_name, at) => at);
  const blocks = isTooNarrow(rows, names, width) ? positions.map((at) => [at]) : [positions];
  const title = say`${editionInWords(comparison.edition)}: ${clean(comparison.edition.title)}`;
  const lines = (texts: readonly TerminalText[]) => texts.flatMap((text) => wrap(text, textWidth({ width })));
  const sections = [
    ...blocks.map((block) => renderTable(saidBy(rows, block), columnsOf(rows, names, block), { width, style })),
    ...[comparisonNotes(comparison)].map((notes) =>
      lines(notes)
        .map((line) => say`${line}\n`)
        .join(''),
    ),
    ...(view.hasWeights ? [say`${weightLines(comparison, textWidth({ width })).join('\n')}\n`] : []),
    ...(view.hasEvidence ? [say`${evidenceLines(comparison, textWidth({ width })).join('\n')}\n`] : []),
  ];
  const said = sections.filter((section) => section !== '');
  return [...lines([title]).map((line) => say`${style.title(line)}\n`), said.join('\n')].join('');
}

/** The rows without those results that none of these candidates has. */
function saidBy(rows: readonly ComparisonRow[], block: readonly number[]): readonly ComparisonRow[] {
  return rows.filter(({ kind, cells }) => kind !== 'result' || block.some((at) => cells[at] !== ''));
}

function widestCell(rows: readonly ComparisonRow[], candidate: number): number {
  return rows.reduce((most, { cells }) => Math.max(most, widthOf(cells[candidate] ?? say``)), 0);
}

/** Whether the columns do not fit even with short names, or short names cannot be told apart. */
function isTooNarrow(rows: readonly ComparisonRow[], names: readonly TerminalText[], width: number): boolean {
  if (names.length < 2) return false;
  const short = names.map((name) => truncate(name, NARROW_NAME));
  const least = names.map((name, at) => Math.max(widestCell(rows, at), Math.min(widthOf(name), NARROW_NAME)) + 2);
  const labels = NARROW_LABEL + 2 + 'WEIGHT'.length;
  return labels + least.reduce((sum, cells) => sum + cells, 0) > width || new Set(short).size < names.length;
}

function columnsOf(
  rows: readonly ComparisonRow[],
  names: readonly TerminalText[],
  block: readonly number[],
): readonly Column<ComparisonRow>[] {
  return [
    { head: say`DIMENSION`, cell: ({ label }) => label, shrinkTo: NARROW_LABEL },
    { head: say`WEIGHT`, cell: ({ weight }) => weight, align: 'right' },
    ...block.map((at) => ({
      head: names[at] ?? say``,
      cell: ({ cells }: ComparisonRow) => cells[at] ?? say``,
      shrinkTo: Math.max(widestCell(rows, at), Math.min(widthOf(names[at] ?? say``), NARROW_NAME)),
    })),
  ];
}
