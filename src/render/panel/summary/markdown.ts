import type { SummaryGroup } from '../../../core/panel/summary.js';
import { escapeMarkdown, markdownTable } from '../../text/markdown.js';
import { count } from '../../text/text.js';
import { CANDIDATE_COLUMNS } from '../columns.js';
import { editionInWords } from '../panel-words.js';
import { basisInWords, RANGE_IN_WORDS } from '../ranking-words.js';

const COLUMNS = CANDIDATE_COLUMNS.flatMap(({ title, text, align }) =>
  title === undefined ? [] : [{ title, text, align }],
);
const HEAD = COLUMNS.map(({ title }) => title);
const RIGHT = COLUMNS.flatMap(({ align }, at) => (align === 'right' ? [at] : []));

/** A heading and a table for each edition of a rubric, in GitHub's Markdown. */
export function renderSummaryMarkdown(groups: readonly SummaryGroup[]): string {
  return groups.map(groupMarkdown).join('\n');
}

function groupMarkdown({ edition, basis, candidates, ranked }: SummaryGroup): string {
  const rows = ranked.map((row) => COLUMNS.map(({ text }) => escapeMarkdown(text(row))));
  return [
    `## ${escapeMarkdown(edition.title)}\n\n`,
    `Rubric ${escapeMarkdown(editionInWords(edition))}, ${ranked.length < candidates ? `${ranked.length} of ` : ''}${count(candidates, 'candidate')}.\n\n`,
    markdownTable(HEAD, rows, RIGHT),
    candidates > 1 ? `\n${RANGE_IN_WORDS} ${basisInWords(basis, ranked)}\n` : '',
  ].join('');
}
