import type { Comparison } from '../../../core/panel/comparison.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { textWidth } from '../../text/page.js';
import type { Style } from '../../text/style.js';
import { type Column, renderTable } from '../../text/table.js';
import { widthOf, wrap } from '../../text/text.js';
import { editionInWords } from '../panel-words.js';
import { coverageTold, judgementsTold } from '../told.js';
import { toldText } from '../told-lines.js';
import { evidenceLines } from './evidence.js';
import { shortNames } from './short-names.js';
import type { ComparisonView } from './view.js';
import { weightLines } from './weight-words.js';
import { type ComparisonForm, type ComparisonRow, comparisonNotes, comparisonRows } from './words.js';

/** The cells to which a dimension may shrink. */
const NARROW_LABEL = 18;

/** The cells of a candidate's column where there is little room: a verdict with its mark, a verdict, a figure. */
const NARROW_COLUMNS = [15, 11, 10] as const;

/** Cells between two columns, and those of the weights with theirs. */
const GAP = 2;
const WEIGHT = say`WEIGHT`;

/** For each edition of a rubric, its candidates side by side: as many in a block as the terminal has room for. */
export function renderComparisonTable(comparisons: readonly Comparison[], view: ComparisonView): TerminalText {
  return comparisons.map((comparison) => renderComparison(comparison, view)).join('\n');
}

function renderComparison(comparison: Comparison, view: ComparisonView): TerminalText {
  const { width, style } = view;
  const room = textWidth({ width });
  const { grid, blocks } = layOut(comparison, width);
  const panels = comparison.candidates.map(({ panel }) => panel);
  const title = say`${editionInWords(comparison.edition)}: ${clean(comparison.edition.title)}`;
  const sections = [
    ...blocks.map((block) => renderTable(stackedRows(grid, block), columnsOf(grid, block, style), { width, style })),
    linesOf(comparisonNotes(comparison, grid.form).flatMap((note) => wrap(note, room))),
    ...toldText([...judgementsTold(panels), ...coverageTold(panels)], view),
    ...(view.hasWeights ? [linesOf(weightLines(comparison, room))] : []),
    ...(view.hasEvidence ? [linesOf(evidenceLines(comparison, room))] : []),
  ];
  const said = sections.filter((section) => section !== '');
  return [...wrap(title, room).map((line) => say`${style.title(line)}\n`), said.join('\n')].join('');
}

function linesOf(lines: readonly TerminalText[]): TerminalText {
  return lines.map((line) => say`${line}\n`).join('');
}

/** The rows, and how each candidate's column is laid out. */
interface Grid {
  readonly form: ComparisonForm;
  readonly rows: readonly ComparisonRow[];
  readonly columns: readonly { readonly name: TerminalText; readonly width: number }[];
  /** The cells of the dimensions' column at least. */
  readonly label: number;
}

/**
 * The candidates in as few blocks as can be; of the ways to do so the first: with whole names and figures, with short
 * names, with figures in few cells.
 */
function layOut(comparison: Comparison, width: number): Layout {
  const whole = comparison.candidates.map(({ panel }) => clean(panel.shown));
  const short = shortNames(whole).map(clean);
  const [first, ...others] = [
    wideGrid(comparison, whole),
    wideGrid(comparison, short),
    ...NARROW_COLUMNS.map((cells) => narrowGrid(comparison, short, cells)),
  ].map((grid) => ({ grid, blocks: blocksOf(grid, width) })) as [Layout, ...Layout[]];
  return others.reduce((best, layout) => (layout.blocks.length < best.blocks.length ? layout : best), first);
}

function wideGrid(comparison: Comparison, names: readonly TerminalText[]): Grid {
  const rows = comparisonRows(comparison);
  const columns = names.map((name, at) => ({ name, width: Math.max(widthOf(name), widest(rows, at)) }));
  return { form: 'wide', rows, columns, label: leastLabel(rows) };
}

/** Names and figures go over several lines, but never break within a word unless it has no room at all. */
function narrowGrid(comparison: Comparison, names: readonly TerminalText[], cells: number): Grid {
  const rows = comparisonRows(comparison, 'narrow');
  const columns = names.map((name, at) => {
    const words = [name, ...rows.map((row) => row.cells[at] ?? say``)].flatMap((cell) => cell.split(' '));
    const longest = Math.max(...words.map(widthOf));
    return { name, width: Math.max(cells, Math.min(longest, cells + GAP)) };
  });
  return { form: 'narrow', rows, columns, label: leastLabel(rows) };
}

function leastLabel(rows: readonly ComparisonRow[]): number {
  return Math.min(NARROW_LABEL, Math.max(...rows.map(({ label }) => widthOf(label))));
}

function widest(rows: readonly ComparisonRow[], candidate: number): number {
  return rows.reduce((most, { cells }) => Math.max(most, widthOf(cells[candidate] ?? say``)), 0);
}

function fits({ label }: Grid, columns: Grid['columns'], width: number): boolean {
  const least = label + GAP + WEIGHT.length;
  return columns.reduce((sum, column) => sum + GAP + column.width, least) <= width;
}

/** The places of candidates that stand side by side. */
type Block = readonly number[];

interface Layout {
  readonly grid: Grid;
  readonly blocks: readonly Block[];
}

/** As few blocks as there must be, each of about as many. */
function blocksOf(grid: Grid, width: number): readonly Block[] {
  const places = grid.columns.map((_column, at) => at);
  const columnsAt = (block: Block) => block.flatMap((at) => grid.columns[at] ?? []);
  const layouts = places.map((at) => cut(places, Math.ceil(places.length / (at + 1))));
  return layouts.find((blocks) => blocks.every((block) => fits(grid, columnsAt(block), width))) ?? cut(places, 1);
}

function cut(places: readonly number[], size: number): readonly Block[] {
  return Array.from({ length: Math.ceil(places.length / size) }, (_, at) => places.slice(at * size, (at + 1) * size));
}

/** A line of a block: of a row that has no room on one there are several. */
interface Line {
  readonly label: TerminalText;
  readonly weight: TerminalText;
  readonly cells: ReadonlyMap<number, TerminalText>;
  readonly isName?: boolean;
}

/** The lines below the head, without those results that none of these candidates has. */
function stackedRows({ rows, columns }: Grid, block: Block): readonly Line[] {
  const stack = (label: TerminalText, weight: TerminalText, cellAt: (at: number) => TerminalText): readonly Line[] => {
    const lists = new Map(block.map((at) => [at, wrap(cellAt(at), columns[at]?.width ?? 1)]));
    const height = Math.max(1, ...[...lists.values()].map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => ({
      label: line === 0 ? label : say``,
      weight: line === 0 ? weight : say``,
      cells: new Map(block.map((at) => [at, lists.get(at)?.[line] ?? say``])),
    }));
  };
  const names = stack(say``, say``, (at) => columns[at]?.name ?? say``).slice(1);
  const said = rows.filter(({ kind, cells }) => kind !== 'result' || block.some((at) => cells[at]));
  return [
    ...names.map((line) => ({ ...line, isName: true })),
    ...said.flatMap(({ label, weight, cells }) => stack(label, weight, (at) => cells[at] ?? say``)),
  ];
}

function columnsOf({ columns, label }: Grid, block: Block, style: Style): readonly Column<Line>[] {
  return [
    { head: say`DIMENSION`, cell: (line) => line.label, shrinkTo: label },
    { head: WEIGHT, cell: ({ weight }) => weight, align: 'right' },
    ...block.map((at) => {
      const { name, width } = columns[at] ?? { name: say``, width: 1 };
      return {
        head: wrap(name, width)[0] ?? say``,
        cell: ({ cells }: Line) => cells.get(at) ?? say``,
        paint: (cell: TerminalText, { isName }: Line) => (isName ? style.strong(cell) : cell),
      };
    }),
  ];
}
