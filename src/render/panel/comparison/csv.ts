import { toNumber } from '../../../core/numbers/rational.js';
import type { Comparison } from '../../../core/panel/comparison.js';
import { meanOf, pooledOf } from '../../../core/panel/panel.js';
import type { CsvText } from '../../../core/text/safe-text.js';
import { renderCsv } from '../../text/csv.js';
import { SESSION_HEADS, sessionCells } from '../session-words.js';
import { evidenceOf } from './evidence.js';
import type { ComparisonView } from './view.js';

const KEY = ['role', 'version', 'variant', 'dimension', 'name', 'weight', 'shared', 'candidate'];
const FIGURES = ['mean', 'lowest', 'highest', 'interviewers', 'best'];

/**
 * One row for each dimension and candidate: the shape that a pivot table takes. Where anybody was interviewed in
 * sessions, it tells why there is no mean, and which sessions of the candidate are in and which are missing.
 */
export function renderComparisonCsv(comparisons: readonly Comparison[], { hasEvidence }: ComparisonView): CsvText {
  const hasIds = comparisons.some(({ candidates }) => candidates.some(({ panel }) => panel.candidate.id !== undefined));
  const hasSessions = comparisons.some(({ candidates }) => candidates.some(({ panel }) => panel.sessions.length > 0));
  const hasPool = comparisons.some(({ edition }) => edition.rules.pool !== undefined);
  const rows = comparisons.flatMap((comparison) => rowsOf(comparison, { hasEvidence, hasIds, hasPool, hasSessions }));
  const heads = [
    ...[...KEY, ...(hasIds ? ['candidate_id'] : []), ...FIGURES],
    ...(hasPool ? ['pool', 'pooled'] : []),
    ...[...(hasSessions ? ['state', ...SESSION_HEADS] : []), ...(hasEvidence ? ['evidence'] : [])],
  ];
  return renderCsv(heads, rows);
}

interface Columns {
  readonly hasEvidence: boolean;
  readonly hasIds: boolean;
  readonly hasPool: boolean;
  readonly hasSessions: boolean;
}

function rowsOf({ edition, rows, candidates }: Comparison, { hasEvidence, hasIds, hasPool, hasSessions }: Columns) {
  const rubric = [edition.role, edition.version, edition.variant];
  return rows.flatMap(({ dimension, isShared, cells, isBest }, position) =>
    cells.map((cell, at) => {
      const mean = meanOf(cell);
      const pooled = pooledOf(cell);
      const panel = candidates[at]?.panel;
      return [
        ...[...rubric, dimension.id, dimension.name, dimension.weight, isShared ? 'yes' : 'no'],
        ...[panel?.candidate.name, ...(hasIds ? [panel?.candidate.id] : [])],
        ...[mean && toNumber(mean), mean && cell.lowest, mean && cell.highest, cell.count, isBest[at] ? 'yes' : 'no'],
        ...(hasPool ? [cell.by, pooled && toNumber(pooled)] : []),
        ...(hasSessions && panel ? [cell.state, ...sessionCells(panel)] : []),
        ...(hasEvidence && panel ? [evidenceOf(panel, position).map(entryText).join('\n')] : []),
      ];
    }),
  );
}

function entryText({ interviewer, rating, evidence }: ReturnType<typeof evidenceOf>[number]): string {
  return [`${interviewer}: ${rating}`, ...evidence].join('; ');
}
