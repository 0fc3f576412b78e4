import type { SummaryGroup } from '../../../core/panel/summary.js';
import { escapeMarkdown, markdownTable } from '../../text/markdown.js';
import { count } from '../../text/text.js';
import { editionInWords, flagList, rankInWords, scoreInWords, spreadInWords, verdictList } from '../panel-words.js';
import { basisInWords, RANGE_IN_WORDS } from '../ranking-words.js';

const HEAD = [
  ...['Rank', 'Candidate', 'Score', 'Coverage', 'Recommendation', 'Verdicts', 'Flags', 'Interviewers', 'Spread'],
];

/** A heading and a table for each edition of a rubric, in GitHub's Markdown. */
export function renderSummaryMarkdown(groups: readonly SummaryGroup[]): string {
  return groups.map(groupMarkdown).join('\n');
}

function groupMarkdown({ edition, basis, candidates, ranked }: SummaryGroup): string {
  const rows = ranked.map((row) => [
    rankInWords(row),
    escapeMarkdown(row.panel.candidate),
    scoreInWords(row.panel),
    `${row.panel.coveragePercent}%`,
    row.panel.recommendation,
    escapeMarkdown(verdictList(row.panel).join(', ')),
    flagList(row.panel).join(', '),
    String(row.panel.members.length),
    spreadInWords(row.panel),
  ]);
  return [
    `## ${escapeMarkdown(edition.title)}\n\n`,
    `Rubric ${escapeMarkdown(editionInWords(edition))}, ${ranked.length < candidates ? `${ranked.length} of ` : ''}${count(candidates, 'candidate')}.\n\n`,
    markdownTable(HEAD, rows, [2, 3, 7]),
    candidates > 1 ? `\n${RANGE_IN_WORDS} ${basisInWords(basis, ranked)}\n` : '',
  ].join('');
}
