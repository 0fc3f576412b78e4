import { toNumber } from '../../../core/numbers/rational.js';
import { meanOf } from '../../../core/panel/panel.js';
import type { Ranked } from '../../../core/panel/ranking.js';
import type { SummaryGroup } from '../../../core/panel/summary.js';
import { renderCsv } from '../../text/csv.js';
import { verdictList } from '../panel-words.js';

const HEAD = [
  ...['role', 'version', 'variant', 'candidate', 'rankBest', 'rankWorst', 'score', 'standardError', 'coverage'],
  ...['recommendation', 'verdicts', 'stops', 'concerns', 'interviewers', 'lowest', 'highest', 'standardDeviation'],
];

/** One row for each candidate; after the fixed columns one for each dimension that any of the rubrics has, with its mean. */
export function renderSummaryCsv(groups: readonly SummaryGroup[]): string {
  const ids = [...new Set(groups.flatMap(({ edition }) => edition.dimensions.map(({ id }) => id)))];
  const rows = groups.flatMap(({ ranked }) => ranked.map((row) => [...fixedCells(row), ...meanCells(row, ids)]));
  return renderCsv([...HEAD, ...ids], rows);
}

function fixedCells({ panel, rank, standardError }: Ranked) {
  const { edition, flags, spread, hundredths, members } = panel;
  const stops = flags.filter(({ severity }) => severity === 'stop').length;
  return [
    ...[edition.role, edition.version, edition.variant, panel.candidate, rank?.best, rank?.worst],
    ...[hundredths === undefined ? undefined : hundredths / 100, standardError, panel.coveragePercent],
    ...[panel.recommendation, verdictList(panel).join(', '), stops, flags.length - stops, members.length],
    spread && spread.lowest.numerator / spread.lowest.denominator,
    spread && spread.highest.numerator / spread.highest.denominator,
    spread?.standardDeviation,
  ];
}

function meanCells({ panel }: Ranked, ids: readonly string[]) {
  return ids.map((id) => {
    const pooled = panel.dimensions.find(({ dimension }) => dimension.id === id);
    const mean = pooled && meanOf(pooled);
    return mean && toNumber(mean);
  });
}
