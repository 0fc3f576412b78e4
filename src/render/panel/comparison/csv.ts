import { toNumber } from '../../../core/numbers/rational.js';
import type { Comparison } from '../../../core/panel/comparison.js';
import { meanOf } from '../../../core/panel/panel.js';
import type { CsvText } from '../../../core/text/safe-text.js';
import { renderCsv } from '../../text/csv.js';
import { evidenceOf } from './evidence.js';
import type { ComparisonView } from './view.js';

const KEY = ['role', 'version', 'variant', 'dimension', 'name', 'weight', 'shared', 'candidate'];
const FIGURES = ['mean', 'lowest', 'highest', 'interviewers', 'best'];

/** One row for each dimension and candidate: the shape that a pivot table takes. */
export function renderComparisonCsv(comparisons: readonly Comparison[], { hasEvidence }: ComparisonView): CsvText {
  const hasIds = comparisons.some(({ candidates }) => candidates.some(({ panel }) => panel.candidate.id !== undefined));
  const rows = comparisons.flatMap((comparison) => rowsOf(comparison, { hasEvidence, hasIds }));
  return renderCsv(
    [...KEY, ...(hasIds ? ['candidate_id'] : []), ...FIGURES, ...(hasEvidence ? ['evidence'] : [])],
    rows,
  );
}

interface Columns {
  readonly hasEvidence: boolean;
  readonly hasIds: boolean;
}

function rowsOf({ edition, rows, candidates }: Comparison, { hasEvidence, hasIds }: Columns) {
  const rubric = [edition.role, edition.version, edition.variant];
  return rows.flatMap(({ dimension, isShared, cells, isBest }, position) =>
    cells.map((cell, at) => {
      const mean = meanOf(cell);
      const panel = candidates[at]?.panel;
      return [
        ...[...rubric, dimension.id, dimension.name, dimension.weight, isShared ? 'yes' : 'no'],
        ...[panel?.candidate.name, ...(hasIds ? [panel?.candidate.id] : [])],
        ...[mean && toNumber(mean), mean && cell.lowest, mean && cell.highest, cell.count, isBest[at] ? 'yes' : 'no'],
        ...(hasEvidence && panel ? [evidenceOf(panel, position).map(entryText).join('\n')] : []),
      ];
    }),
  );
}

function entryText({ interviewer, rating, evidence }: ReturnType<typeof evidenceOf>[number]): string {
  return [`${interviewer}: ${rating}`, ...evidence].join('; ');
}
