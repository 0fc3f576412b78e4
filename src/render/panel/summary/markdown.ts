import type { SummaryGroup } from '../../../core/panel/summary.js';
import type { MarkdownText } from '../../../core/text/safe-text.js';
import { joinMarkdown, type Markdown, markdownTable, md } from '../../text/markdown.js';
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
export function renderSummaryMarkdown(groups: readonly SummaryGroup[]): MarkdownText {
  return joinMarkdown(groups.map(groupMarkdown), '\n').text;
}

function groupMarkdown({ edition, basis, candidates, ranked }: SummaryGroup): Markdown {
  const rows = ranked.map((row) => COLUMNS.map(({ text }) => text(row)));
  const shown = ranked.length < candidates ? md`${ranked.length} of ` : undefined;
  return joinMarkdown([
    md`## ${edition.title}\n\n`,
    md`Rubric ${editionInWords(edition)}, ${shown}${count(candidates, 'candidate')}.\n\n`,
    markdownTable(HEAD, rows, RIGHT),
    candidates > 1 ? md`\n${RANGE_IN_WORDS} ${basisInWords(basis, ranked)}\n` : md``,
  ]);
}
