import type { PanelCard } from '../../core/panel/card.js';
import type { Panel } from '../../core/panel/panel.js';
import { minuteOf } from '../../core/text/date.js';
import { shownName } from '../meeting/words.js';
import { html, type SafeHtml } from '../text/html.js';
import { type Level, name, partAt } from './page/frame.js';
import { type PageColumn, pageTable } from './page/table.js';

/** From which files all of it was made, so that anybody can check it. */
export function originPart(panels: readonly Panel[], level: Level = 2): SafeHtml {
  const rows = panels.flatMap((panel) =>
    panel.members.flatMap((member) => member.cards.map((card) => ({ panel, member, card }))),
  );
  const candidate: PageColumn<(typeof rows)[number]> = {
    head: 'Candidate',
    className: 'by',
    cell: ({ panel }) => name(panel.shown),
  };
  const table = pageTable({
    className: 'origin top',
    name: 'Where it comes from',
    rows,
    columns: [
      ...(panels.length > 1 ? [candidate] : []),
      {
        head: 'Interviewer',
        className: 'by',
        cell: ({ member }) => name(shownName(member.shown)),
        isRowHeader: true,
      },
      { head: 'Sealed', className: 'line', cell: ({ card }) => (card.at === undefined ? '–' : minuteOf(card.at)) },
      { head: 'Scorecard', cell: ({ card }) => scorecardCell(card) },
    ],
  });
  return partAt(level, 'Where it comes from', table);
}

function scorecardCell(card: PanelCard): SafeHtml {
  const { id, source, digest, session, detail } = card;
  const facts = [
    ...(session === undefined ? [] : [`session ${session}`]),
    ...(detail?.amends === undefined ? [] : [detail.amends.isAfterDebrief ? 'amended after the talk' : 'amended']),
    ...(detail?.isUnblinded ? ['others’ ratings were looked at first'] : []),
    ...(detail?.program === undefined ? [] : [detail.program]),
  ];
  return html`${id ?? source}${facts.length === 0 ? undefined : html` <span class="muted">${facts.join(' · ')}</span>`}${digest === undefined ? undefined : html`<br><span class="digest">${digest}</span>`}`;
}
