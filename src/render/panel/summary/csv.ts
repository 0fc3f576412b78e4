import { toNumber } from '../../../core/numbers/rational.js';
import { pooledOf } from '../../../core/panel/panel.js';
import type { Ranked } from '../../../core/panel/ranking.js';
import type { SummaryGroup } from '../../../core/panel/summary.js';
import type { CsvText } from '../../../core/text/safe-text.js';
import { renderCsv } from '../../text/csv.js';
import { CANDIDATE_COLUMNS } from '../columns.js';
import { SESSION_HEADS, sessionCells } from '../session-words.js';

/** What a row is about; the last only where any of them has an id. */
const KEY = ['role', 'version', 'variant', 'candidate', 'candidate_id'];

const FIGURES = CANDIDATE_COLUMNS.flatMap(({ csv = {} }) => Object.entries(csv));

/**
 * One row for each candidate; after the fixed columns one for each dimension that any of the rubrics has, with its
 * pooled rating; last, how ratings are pooled, where any of the rubrics does not take the mean, whether it is borderline, where any of the rubrics asks for that, and which sessions are in and which are
 * missing, where anybody was interviewed in sessions.
 */
export function renderSummaryCsv(groups: readonly SummaryGroup[]): CsvText {
  const ids = [...new Set(groups.flatMap(({ edition }) => edition.dimensions.map(({ id }) => id)))];
  const all = groups.flatMap(({ ranked }) => ranked);
  const hasBorderline = groups.some(({ edition }) => edition.rules.borderline !== undefined);
  const hasPool = groups.some(({ edition }) => edition.rules.pool !== undefined);
  const hasSessions = all.some(({ panel }) => panel.sessions.length > 0);
  const key = all.some(({ panel }) => panel.candidate.id !== undefined) ? KEY : KEY.slice(0, -1);
  const rows = all.map((row) => [
    ...keyCells(row).slice(0, key.length),
    ...FIGURES.map(([_head, cell]) => cell(row)),
    ...pooledCells(row, ids),
    ...(hasBorderline ? [row.panel.isBorderline ? 'yes' : 'no'] : []),
    ...(hasPool ? [row.panel.edition.rules.pool ?? 'mean'] : []),
    ...(hasSessions ? sessionCells(row.panel) : []),
  ]);
  const last = [
    ...(hasBorderline ? ['borderline'] : []),
    ...(hasPool ? ['pool'] : []),
    ...(hasSessions ? SESSION_HEADS : []),
  ];
  return renderCsv([...key, ...FIGURES.map(([head]) => head), ...ids, ...last], rows);
}

function keyCells({ panel: { edition, candidate } }: Ranked) {
  return [edition.role, edition.version, edition.variant, candidate.name, candidate.id];
}

function pooledCells({ panel }: Ranked, ids: readonly string[]) {
  return ids.map((id) => {
    const rated = panel.dimensions.find(({ dimension }) => dimension.id === id);
    const pooled = rated && pooledOf(rated);
    return pooled && toNumber(pooled);
  });
}
