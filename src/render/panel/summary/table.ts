import type { Ranked } from '../../../core/panel/ranking.js';
import type { SummaryGroup } from '../../../core/panel/summary.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { type Page, textWidth } from '../../text/page.js';
import type { Style } from '../../text/style.js';
import { type Column, fitTable } from '../../text/table.js';
import { count, wrap } from '../../text/text.js';
import { CANDIDATE_COLUMNS } from '../columns.js';
import { editionInWords } from '../panel-words.js';
import { AHEAD_IN_WORDS, basisInWords, RANGE_IN_WORDS, TIED_IN_WORDS } from '../ranking-words.js';
import { missingSessions } from '../session-words.js';
import { judgementsOf } from '../told.js';
import { toldText } from '../told-lines.js';

/** One table for each edition of a rubric, with what the ranking rests on below it. */
export function renderSummaryTable(groups: readonly SummaryGroup[], page: Page): TerminalText {
  return groups.map((group) => renderGroup(group, page)).join('\n');
}

function renderGroup({ edition, basis, candidates, ranked }: SummaryGroup, { width, style }: Page): TerminalText {
  const some = ranked.length < candidates ? say`${ranked.length} of ` : say``;
  const heading = say`${editionInWords(edition)}: ${clean(edition.title)}, ${some}${count(candidates, 'candidate')}`;
  const isTied = ranked.some(({ rank }) => rank && rank.best !== rank.worst);
  const table = fitTable(ranked, columns(ranked, style), { width, style });
  const shown = table.columns.flatMap(({ explained }) => explained ?? []);
  const notes = [
    isTied ? (shown.includes('rank') ? RANGE_IN_WORDS : TIED_IN_WORDS) : say``,
    shown.includes('ahead') ? AHEAD_IN_WORDS : say``,
    candidates > 1 ? basisInWords(basis, ranked, edition.rules) : say``,
  ].filter(Boolean);
  return [
    ...wrap(heading, width).map((line) => say`${style.title(line)}\n`),
    table.text,
    ...missingSessions(ranked).flatMap((line) => wrap(line, textWidth({ width })).map((part) => say`${part}\n`)),
    ...wrap(notes.join(' '), textWidth({ width })).map((line) => (line === '' ? say`` : say`${style.dim(line)}\n`)),
    ...toldText(judgementsOf(ranked), { width, style }).map((part) => say`\n${part}`),
  ].join('');
}

/** A column, and which words below the table explain it. */
interface SummaryColumn extends Column<Ranked> {
  readonly explained: 'rank' | 'ahead' | undefined;
}

function columns(ranked: readonly Ranked[], style: Style): readonly SummaryColumn[] {
  const areSeveral = ranked.some(({ panel }) => panel.members.length > 1);
  const areSessions = ranked.some(({ panel }) => panel.sessions.length > 0);
  const isRanked = ranked.some(({ next }) => next);
  return CANDIDATE_COLUMNS.filter(({ isOfSeveral }) => areSeveral || !isOfSeveral)
    .filter(({ isOfRanked }) => isRanked || !isOfRanked)
    .filter(({ isOfSessions }) => areSessions || !isOfSessions)
    .map(({ head, text, align, drop, shrinkTo, paint, explained }) => ({
      explained,
      head,
      cell: text,
      align,
      drop,
      shrinkTo,
      paint: paint?.(style),
    }));
}
