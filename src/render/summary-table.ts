import type { Ranked } from '../core/ranking.js';
import type { SummaryGroup } from '../core/summary.js';
import {
  flagsInWords,
  formInWords,
  profileOf,
  rankInWords,
  scoreInWords,
  spreadInWords,
  verdictsInWords,
} from './panel-words.js';
import { basisInWords, RANGE_IN_WORDS } from './ranking-words.js';
import type { Style } from './style.js';
import { type Column, renderTable } from './table.js';
import { clean, count, wrap } from './text.js';

export interface Screen {
  readonly width: number;
  readonly style: Style;
}

/** One table for each form of a rubric, with what the ranking rests on below it. */
export function renderSummaryTable(groups: readonly SummaryGroup[], screen: Screen): string {
  return groups.map((group) => renderGroup(group, screen)).join('\n');
}

function renderGroup({ form, basis, ranked }: SummaryGroup, { width, style }: Screen): string {
  const heading = `${formInWords(form)}: ${clean(form.title)}, ${count(ranked.length, 'candidate')}`;
  const isTied = ranked.some(({ rank }) => rank && rank.best !== rank.worst);
  const notes = `${isTied ? `${RANGE_IN_WORDS} ` : ''}${ranked.length > 1 ? basisInWords(basis, ranked) : ''}`;
  return [
    ...wrap(heading, width).map((line) => `${style.title(line)}\n`),
    renderTable(ranked, columns(style), { width, style }),
    ...(notes === '' ? [] : wrap(notes, Math.min(width, 100)).map((line) => `${style.dim(line)}\n`)),
  ].join('');
}

function columns(style: Style): readonly Column<Ranked>[] {
  return [
    { head: 'RANK', cell: rankInWords, drop: 4 },
    { head: 'CANDIDATE', cell: ({ panel }) => clean(panel.candidate), shrinkTo: 16, paint: style.strong },
    { head: 'SCORE', cell: ({ panel }) => scoreInWords(panel), align: 'right' },
    { head: 'COVER', cell: ({ panel }) => `${panel.coveragePercent}%`, align: 'right' },
    { head: 'PROFILE', cell: ({ panel }) => profileOf(panel), drop: 7 },
    { head: 'RECOMMEND', cell: ({ panel }) => panel.recommendation },
    { head: 'VERDICT', cell: ({ panel }) => verdictsInWords(panel), drop: 6, shrinkTo: 10 },
    { head: 'FLAGS', cell: ({ panel }) => flagsInWords(panel), shrinkTo: 9, paint: flagPaint(style) },
    { head: 'PANEL', cell: ({ panel }) => String(panel.voices.length), align: 'right', drop: 5 },
    { head: 'SPREAD', cell: ({ panel }) => spreadInWords(panel), drop: 8 },
  ];
}

function flagPaint(style: Style): (cell: string, row: Ranked) => string {
  return (cell, { panel }) => (panel.flags.some(({ severity }) => severity === 'stop') ? style.bad(cell) : cell);
}
