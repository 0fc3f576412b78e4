import type { Ranked } from '../../../core/panel/ranking.js';
import type { SummaryGroup } from '../../../core/panel/summary.js';
import type { MarkdownText } from '../../../core/text/safe-text.js';
import { joinMarkdown, type Markdown, markdownTable, md } from '../../text/markdown.js';
import { count } from '../../text/text.js';
import { CANDIDATE_COLUMNS } from '../columns.js';
import { editionInWords } from '../panel-words.js';
import { basisInWords, RANGE_IN_WORDS } from '../ranking-words.js';
import { missingSessions } from '../session-words.js';
import { judgementsOf } from '../told.js';
import { toldMarkdown } from '../told-lines.js';

/** One document, with a heading and a table for each edition of a rubric, in GitHub's Markdown. */
export function renderSummaryMarkdown(groups: readonly SummaryGroup[]): MarkdownText {
  return md`# Summary\n\n${joinMarkdown(groups.map(groupMarkdown), '\n')}`.text;
}

function groupMarkdown({ edition, basis, candidates, ranked }: SummaryGroup): Markdown {
  const columns = shownColumns(ranked);
  const rows = ranked.map((row) => columns.map(({ text }) => text(row)));
  const right = columns.flatMap(({ align }, at) => (align === 'right' ? [at] : []));
  const shown = ranked.length < candidates ? md`${ranked.length} of ` : undefined;
  return joinMarkdown([
    md`## ${edition.title}\n\n`,
    md`Rubric ${editionInWords(edition)}, ${shown}${count(candidates, 'candidate')}.\n\n`,
    markdownTable(
      columns.map(({ title }) => title),
      rows,
      right,
    ),
    ...missingSessions(ranked).map((line) => md`\n${line}\n`),
    candidates > 1 ? md`\n${RANGE_IN_WORDS} ${basisInWords(basis, ranked, edition.rules)}\n` : md``,
    toldMarkdown(judgementsOf(ranked)),
  ]);
}

function shownColumns(ranked: readonly Ranked[]) {
  const areSessions = ranked.some(({ panel }) => panel.sessions.length > 0);
  const isRanked = ranked.some(({ next }) => next);
  return CANDIDATE_COLUMNS.filter(({ isOfSessions }) => areSessions || !isOfSessions)
    .filter(({ isOfRanked }) => isRanked || !isOfRanked)
    .flatMap(({ title, text, align }) => (title === undefined ? [] : [{ title, text, align }]));
}
