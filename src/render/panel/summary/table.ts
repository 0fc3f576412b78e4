import type { Ranked } from '../../../core/panel/ranking.js';
import type { SummaryGroup } from '../../../core/panel/summary.js';
import { type Page, textWidth } from '../../text/page.js';
import type { Style } from '../../text/style.js';
import { type Column, renderTable } from '../../text/table.js';
import { clean, count, wrap } from '../../text/text.js';
import {
  deviationInWords,
  editionInWords,
  flagList,
  profileOf,
  rankInWords,
  scoreInWords,
  spreadInWords,
  verdictsInShort,
} from '../panel-words.js';
import { basisInWords, RANGE_IN_WORDS } from '../ranking-words.js';

/** One table for each edition of a rubric, with what the ranking rests on below it. */
export function renderSummaryTable(groups: readonly SummaryGroup[], page: Page): string {
  return groups.map((group) => renderGroup(group, page)).join('\n');
}

function renderGroup({ edition, basis, candidates, ranked }: SummaryGroup, { width, style }: Page): string {
  const shown = ranked.length < candidates ? `${ranked.length} of ` : '';
  const heading = `${editionInWords(edition)}: ${clean(edition.title)}, ${shown}${count(candidates, 'candidate')}`;
  const isTied = ranked.some(({ rank }) => rank && rank.best !== rank.worst);
  const notes = [isTied ? RANGE_IN_WORDS : '', candidates > 1 ? basisInWords(basis, ranked) : ''].filter(Boolean);
  return [
    ...wrap(heading, width).map((line) => `${style.title(line)}\n`),
    renderTable(ranked, columns(ranked, style), { width, style }),
    ...wrap(notes.join(' '), textWidth({ width })).map((line) => (line === '' ? '' : `${style.dim(line)}\n`)),
  ].join('');
}

function columns(ranked: readonly Ranked[], style: Style): readonly Column<Ranked>[] {
  // With one interviewer each there is no spread, and nothing to count.
  const isPanel = ranked.some(({ panel }) => panel.members.length > 1);
  return [
    { head: 'RANK', cell: rankInWords, drop: 4 },
    { head: 'CANDIDATE', cell: ({ panel }) => clean(panel.candidate), shrinkTo: 16, paint: style.strong },
    { head: 'SCORE', cell: ({ panel }) => scoreInWords(panel), align: 'right' },
    { head: 'COVER', cell: ({ panel }) => `${panel.coveragePercent}%`, align: 'right' },
    { head: 'PROFILE', cell: ({ panel }) => profileOf(panel), drop: 7 },
    { head: 'RECOMMEND', cell: ({ panel }) => panel.recommendation },
    { head: 'VERDICT', cell: ({ panel }) => verdictsInShort(panel), drop: 6, shrinkTo: 15 },
    { head: 'FLAGS', cell: ({ panel }) => flagList(panel).join(', '), shrinkTo: 9, paint: flagPaint(style) },
    ...(isPanel ? panelColumns : []),
  ];
}

const panelColumns: readonly Column<Ranked>[] = [
  { head: 'BY', cell: ({ panel }) => String(panel.members.length), align: 'right', drop: 5 },
  { head: 'SPREAD', cell: ({ panel }) => spreadInWords(panel), drop: 8 },
  { head: 'SD', cell: ({ panel }) => deviationInWords(panel), align: 'right', drop: 9 },
];

function flagPaint(style: Style): (cell: string, row: Ranked) => string {
  return (cell, { panel }) => (panel.flags.some(({ severity }) => severity === 'stop') ? style.bad(cell) : cell);
}
