import { toNumber } from '../../../core/numbers/rational.js';
import { meanOf } from '../../../core/panel/panel.js';
import type { Ranked } from '../../../core/panel/ranking.js';
import type { SummaryGroup } from '../../../core/panel/summary.js';
import type { CsvText } from '../../../core/text/safe-text.js';
import { renderCsv } from '../../text/csv.js';
import { CANDIDATE_COLUMNS } from '../columns.js';

/** What a row is about. */
const KEY = ['role', 'version', 'variant', 'candidate'];

const FIGURES = CANDIDATE_COLUMNS.flatMap(({ csv = {} }) => Object.entries(csv));

/** One row for each candidate; after the fixed columns one for each dimension that any of the rubrics has, with its mean. */
export function renderSummaryCsv(groups: readonly SummaryGroup[]): CsvText {
  const ids = [...new Set(groups.flatMap(({ edition }) => edition.dimensions.map(({ id }) => id)))];
  const rows = groups.flatMap(({ ranked }) => ranked.map((row) => [...fixedCells(row), ...meanCells(row, ids)]));
  return renderCsv([...KEY, ...FIGURES.map(([head]) => head), ...ids], rows);
}

function fixedCells(row: Ranked) {
  const { edition, candidate } = row.panel;
  return [edition.role, edition.version, edition.variant, candidate, ...FIGURES.map(([_head, cell]) => cell(row))];
}

function meanCells({ panel }: Ranked, ids: readonly string[]) {
  return ids.map((id) => {
    const pooled = panel.dimensions.find(({ dimension }) => dimension.id === id);
    const mean = pooled && meanOf(pooled);
    return mean && toNumber(mean);
  });
}
