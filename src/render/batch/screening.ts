import type { Tally } from '../../core/batch/tally.js';
import { formatCsvRow } from '../../core/table/csv-cell.js';
import type { Screened, ScreenedRequirement } from '../../core/table/screening.js';
import { type CsvText, clean, type MarkdownText, say, type TerminalText } from '../../core/text/safe-text.js';
import { shorten } from '../../core/text/wording.js';
import { markdownTable } from '../text/markdown.js';
import type { Page } from '../text/page.js';
import { renderTable } from '../text/table.js';
import { count } from '../text/text.js';

/** One line for each candidate: how many of the needed requirements are met, and which are not or not known. */
export function renderScreeningTable(rows: readonly Screened[], { width, style }: Page): TerminalText {
  return renderTable(
    rows,
    [
      { head: say`CANDIDATE`, cell: ({ candidate }) => clean(candidate), shrinkTo: 12 },
      { head: say`MET`, cell: requiredMet },
      { head: say`NOT MET`, cell: (row) => named(row, 'not-met'), shrinkTo: 14, paint: style.bad },
      { head: say`UNKNOWN`, cell: (row) => named(row, 'unknown', true), shrinkTo: 14, paint: style.dim },
    ],
    { width, style },
  );
}

function requiredMet({ requirements }: Screened): TerminalText {
  const needed = requirements.filter(({ required }) => required);
  return say`${needed.filter(({ is }) => is === 'met').length} of ${needed.length}`;
}

/**
 * The ids of requirements in that state, the needed ones first; those that are not required in brackets, or left out.
 */
function named({ requirements }: Screened, state: ScreenedRequirement['is'], isNeededOnly = false): TerminalText {
  const found = requirements.filter(({ is }) => is === state);
  const needed = found.filter(({ required }) => required).map(nameOf);
  const others = isNeededOnly ? [] : found.filter(({ required }) => !required).map(({ id }) => say`(${clean(id)})`);
  return needed.length + others.length === 0 ? say`-` : [...needed, ...others].join(' ');
}

/** Where something stands in the cell, it is shown beside the id: `years "8-10"`. */
function nameOf({ id, cell }: ScreenedRequirement): TerminalText {
  return cell === undefined ? clean(id) : say`${clean(id)} "${clean(shorten(cell))}"`;
}

/** The last line: how many applications meet what is needed, and how many don't. */
export function renderScreeningCounts(
  rows: readonly Screened[],
  { rows: leftOut, cells }: Tally,
  noPeople: number,
): TerminalText {
  const needed = rows[0]?.requirements.filter(({ required }) => required).length ?? 0;
  const outcomes = rows.map(({ requirements }) => outcomeOf(requirements.filter(({ required }) => required)));
  const told = needed === 0 ? [] : OUTCOMES.flatMap((outcome) => inWords(outcome, outcomes, needed));
  const all = [
    count(rows.length, 'application'),
    ...(noPeople > 0 ? [say`${count(noPeople, 'row')} of no person left out`] : []),
    ...(leftOut.size > 0 ? [say`${total(leftOut)} left out`] : []),
    ...(cells.size > 0 ? [say`${count(total(cells), 'cell')} could not be read`] : []),
  ];
  return say`${all.join(', ')}${told.length > 0 ? say`: ${told.join(', ')}` : say``}. Advice, not a decision.\n`;
}

const OUTCOMES = ['meet', 'unknown', 'one', 'more'] as const;
type Outcome = (typeof OUTCOMES)[number];

function outcomeOf(needed: readonly ScreenedRequirement[]): Outcome {
  const missed = needed.filter(({ is }) => is === 'not-met').length;
  if (missed > 0) return missed === 1 ? 'one' : 'more';
  return needed.some(({ is }) => is === 'unknown') ? 'unknown' : 'meet';
}

function inWords(outcome: Outcome, outcomes: readonly Outcome[], needed: number): readonly TerminalText[] {
  const number = outcomes.filter((one) => one === outcome).length;
  if (number === 0) return [];
  const s = number === 1 ? say`s` : say``;
  switch (outcome) {
    case 'meet':
      return [say`${number} meet${s} ${ALL[needed] ?? say`all ${needed}`}`];
    case 'unknown':
      return [say`${number} unknown`];
    case 'one':
      return [say`${number} miss${number === 1 ? say`es` : say``} one`];
    case 'more':
      return [say`${number} miss${number === 1 ? say`es` : say``} more`];
  }
}

/** How many requirements there are, in words. */
const ALL = [say``, say`the one requirement`, say`both requirements`, say`all three`, say`all four`, say`all five`];

function total(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, number) => sum + number, 0);
}

export function renderScreeningMarkdown(rows: readonly Screened[]): MarkdownText {
  const names = rows[0]?.requirements.map(({ name }) => name) ?? [];
  const cells = rows.map(({ candidate, requirements }) => [candidate, ...requirements.map(stateInWords)]);
  return markdownTable(['Candidate', ...names], cells).text;
}

export function renderScreeningCsv(rows: readonly Screened[]): CsvText {
  const ids = rows[0]?.requirements.map(({ id }) => id) ?? [];
  const lines = rows.map(({ line, candidate, requirements }) => [
    String(line),
    candidate,
    ...requirements.map(({ is }) => is),
  ]);
  return [['line', 'candidate', ...ids], ...lines].map(formatCsvRow).join('');
}

function stateInWords({ is, value, cell }: ScreenedRequirement): TerminalText {
  const words = clean(is.replace('-', ' '));
  if (cell !== undefined) return say`${words} ("${clean(shorten(cell))}")`;
  return typeof value === 'number' ? say`${words} (${value})` : words;
}
