import type { Debrief, Subject } from '../../core/meeting/debrief.js';
import type { RatingRow } from '../../core/meeting/rating-rows.js';
import { amendCommands, decideCommand } from '../../core/meeting/second-ratings.js';
import { isRated } from '../../core/rubric/scale.js';
import type { HtmlText, ShellText } from '../../core/text/safe-text.js';
import {
  AGAIN,
  DECIDE,
  type Given,
  givenByAll,
  leadInWords,
  orderInWords,
  QUESTION,
  RECORD,
  RULES,
  type RunSheet,
  rowTitle,
  slotInWords,
  stepsOf,
} from '../meeting/debrief/words.js';
import { editionInWords } from '../panel/panel-words.js';
import { sessionsInWords } from '../panel/session-words.js';
import { headingHtml, html, type SafeHtml } from '../text/html.js';
import { count } from '../text/text.js';
import { quotes } from './evidence-tables.js';
import { capitalise } from './list-words.js';
import { memberColumn } from './marked-name.js';
import { packetPage, part } from './page/frame.js';
import { type PageColumn, pageTable } from './page/table.js';
import { absent } from './points-table.js';
import { ratingsTables } from './ratings-table.js';
import { flagBlock, person, topicBody } from './subject-blocks.js';

/** The run sheet as a page that is printed and filled in. */
export function renderDebriefHtml(sheet: RunSheet): HtmlText {
  const { debrief } = sheet;
  const { panel } = debrief.meeting;
  return packetPage({
    kind: `Debrief · ${panel.edition.title}`,
    heading: panel.shown,
    title: `Debrief: ${panel.shown}`,
    about: [
      editionInWords(panel.edition),
      `${count(panel.members.length, 'interviewer')} in`,
      ...(panel.sessions.length === 0 ? [] : [sessionsInWords(panel)]),
      `${debrief.minutes} minutes`,
    ],
    body: [
      ...(debrief.talkedOn === undefined ? [] : [html`<p>${AGAIN}</p>`]),
      run(debrief),
      debrief.subjects.length === 0
        ? undefined
        : part(
            'Talk about, in this order',
            ...debrief.subjects.map((subject, at) => subjectBlock(subject, at, debrief)),
          ),
      rest(debrief),
      part('All ratings', ...ratingsTables(debrief.meeting)),
      record(sheet),
    ],
  });
}

function run(debrief: Debrief): SafeHtml {
  const table = pageTable({
    className: 'run top',
    name: 'How the meeting goes',
    isHeadHidden: true,
    rows: stepsOf(debrief),
    columns: [
      { head: 'Minutes', className: 'line', cell: ({ slot }) => slotInWords(slot) },
      { head: 'What', cell: ({ what }) => what, isRowHeader: true },
    ],
  });
  const lead = leadInWords(debrief);
  const speakers = debrief.speakers.map((at) => html`<li>${person(debrief.meeting, at)}</li>`);
  return part(
    'How it goes',
    table,
    headingHtml(3, 'Who speaks when'),
    html`<ol>${speakers}</ol><p class="muted">${lead} ${capitalise(orderInWords(debrief))}.</p>`,
    html`<ul>${RULES.map((rule) => html`<li>${rule}</li>`)}</ul>`,
  );
}

function subjectBlock({ slot, about }: Subject, at: number, debrief: Debrief): SafeHtml {
  const when = html`<span class="muted">${slotInWords(slot)}</span>`;
  if (about.type === 'flag') {
    const title = about.flag.severity === 'stop' ? 'Stop flag' : 'Concern';
    return html`
<div class="topic">${headingHtml(3, html`${at + 1}. ${title} ${when}`)}${flagBlock(about.flag, debrief.meeting)}</div>`;
  }
  const { row } = about.topic;
  return html`
<div class="topic">${headingHtml(3, html`${at + 1}. ${rowTitle(row)} ${when}`)}${topicBody(about.topic, debrief.meeting)}${voteTable(row, debrief)}</div>`;
}

/** What each gave and heard, with a place for what they give now. */
function voteTable(row: RatingRow, debrief: Debrief): SafeHtml {
  return pageTable({
    className: 'evidence top',
    name: `Ratings and evidence of ${row.dimension.name}`,
    rows: givenByAll(debrief, row),
    columns: [
      memberColumn(debrief.meeting),
      { head: 'Rating', className: 'rating', cell: ({ given }) => ratingCell(given) },
      { head: QUESTION, className: 'quote', cell: ({ given }) => quotes(given) },
      AFTER,
    ],
  });
}

function ratingCell({ rating }: Given['given']): SafeHtml {
  return html`${isRated(rating) ? rating : absent(rating)}`;
}

const AFTER: PageColumn<Given> = {
  head: 'After',
  className: 'again',
  label: 'after',
  cell: () => html`<span class="unseen">to be filled in</span><span class="blank" aria-hidden="true">&nbsp;</span>`,
};

function rest(debrief: Debrief): SafeHtml | undefined {
  if (!debrief.restSlot) return undefined;
  const items = debrief.rest.map((row) => {
    const given = givenByAll(debrief, row).map(
      ({ member, given: one }) =>
        html`<span class="whole">${person(debrief.meeting, member)} ${ratingCell(one)}</span> `,
    );
    return html`<li><strong>${rowTitle(row)}</strong>: ${given}</li>`;
  });
  return part(
    html`The rest, in short <span class="muted">${slotInWords(debrief.restSlot)}</span>`,
    html`<ul>${items}</ul>`,
  );
}

function record({ debrief, named }: RunSheet): SafeHtml {
  const { meeting, speakers } = debrief;
  const lines = speakers.flatMap((at) => amendCommands(meeting, at, named));
  return part(
    'How to record it',
    ...(lines.length === 0 ? [] : [html`<p>${RECORD}</p>`, commands(lines)]),
    html`<p>${DECIDE}</p>`,
    commands([decideCommand(meeting, named)]),
  );
}

function commands(lines: readonly ShellText[]): SafeHtml {
  return html`<pre><code>${lines.join('\n')}</code></pre>`;
}
