import type { Meeting } from '../../core/meeting/meeting.js';
import type { MemberRating, RatingRow } from '../../core/meeting/rating-rows.js';
import { isRated } from '../../core/rubric/scale.js';
import type { Evidence } from '../../core/scorecard/scorecard.js';
import { timeOf } from '../../core/text/date.js';
import { headingHtml, html, type SafeHtml } from '../text/html.js';
import { inWords } from '../text/words.js';
import { memberColumn } from './marked-name.js';
import { pageTable } from './page/table.js';
import { absent } from './points-table.js';

/** What was said, dimension by dimension and interviewer by interviewer, with the time behind its last word. */
export function evidenceTables(meeting: Meeting): readonly SafeHtml[] {
  return [...meeting.rows.map((row, at) => evidenceTable(row, at, meeting)), ...generalNotes(meeting)];
}

interface Line extends MemberRating {
  readonly member: number;
  readonly was: string | undefined;
}

function evidenceTable({ dimension, ratings }: RatingRow, at: number, meeting: Meeting): SafeHtml {
  const rows = ratings.flatMap((given, member): readonly Line[] => {
    if (given.rating === 'not-held') return [];
    const change = meeting.changes.find((one) => one.member === member)?.ratings.find((one) => one.at === at);
    return [{ ...given, member, was: change && inWords(String(change.from)) }];
  });
  const table = pageTable({
    className: 'evidence top',
    name: `Evidence on ${dimension.name}`,
    isHeadHidden: true,
    rows,
    columns: [
      memberColumn(meeting),
      {
        head: 'Rating',
        className: 'rating',
        cell: ({ rating, was }) =>
          html`${isRated(rating) ? rating : absent(rating)}${was === undefined ? undefined : html`<span class="was">was ${was}</span>`}`,
      },
      { head: 'What was noted', className: 'quote', cell: quotes },
    ],
  });
  return html`
<div class="topic">${headingHtml(3, dimension.name)}${table}</div>`;
}

/** All that was noted, or that nothing was. */
export function quotes({ evidence, reason }: Pick<MemberRating, 'evidence' | 'reason'>): SafeHtml {
  if (evidence.length === 0) return html`<span class="muted">${reason ?? 'nothing was noted'}</span>`;
  return html`${evidence.map(quote)}`;
}

export function quote({ text, at }: Evidence): SafeHtml {
  return html`<p>${text}${at === undefined ? undefined : html`<time>${timeOf(at)}</time>`}</p>`;
}

function generalNotes(meeting: Meeting): readonly SafeHtml[] {
  const rows = meeting.panel.members.flatMap(({ cards }, member) => {
    const notes = cards.flatMap((card) => card.detail?.notes ?? []);
    return notes.length === 0 ? [] : [{ member, notes }];
  });
  if (rows.length === 0) return [];
  const table = pageTable({
    className: 'evidence top',
    name: 'On the interview as a whole',
    isHeadHidden: true,
    rows,
    columns: [
      memberColumn(meeting),
      { head: 'What was noted', className: 'quote', cell: ({ notes }) => html`${notes.map(quote)}` },
    ],
  });
  return [
    html`
<div class="topic">${headingHtml(3, 'On the interview as a whole')}${table}</div>`,
  ];
}
