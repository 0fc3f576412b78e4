import { formatCsvRow } from '../../core/table/csv-cell.js';
import type { Screened, ScreenedRequirement } from '../../core/table/screening.js';
import { type CsvText, clean, type MarkdownText, say, type TerminalText } from '../../core/text/safe-text.js';
import { markdownTable } from '../text/markdown.js';
import type { Page } from '../text/page.js';
import { renderTable } from '../text/table.js';

/** One line for each candidate: how many of the needed requirements are met, and which are not or not known. */
export function renderScreeningTable(rows: readonly Screened[], { width, style }: Page): TerminalText {
  return renderTable(
    rows,
    [
      { head: say`CANDIDATE`, cell: ({ candidate }) => clean(candidate), shrinkTo: 12 },
      { head: say`REQUIRED`, cell: requiredMet },
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
  const needed = found.filter(({ required }) => required).map(({ id }) => clean(id));
  const others = isNeededOnly ? [] : found.filter(({ required }) => !required).map(({ id }) => say`(${clean(id)})`);
  return needed.length + others.length === 0 ? say`-` : [...needed, ...others].join(' ');
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

function stateInWords({ is, value }: ScreenedRequirement): TerminalText {
  const words = clean(is.replace('-', ' '));
  return typeof value === 'number' ? say`${words} (${value})` : words;
}
