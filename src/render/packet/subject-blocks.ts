import type { Meeting } from '../../core/meeting/meeting.js';
import type { Topic } from '../../core/meeting/topics.js';
import { type PooledFlag, stopsFirst } from '../../core/panel/panel-flags.js';
import { timeOf } from '../../core/text/date.js';
import { memberName, shownName } from '../meeting/words.js';
import { headingHtml, html, type SafeHtml } from '../text/html.js';
import { weightInWords } from '../text/words.js';
import { listInWords } from './list-words.js';
import { markedName } from './marked-name.js';
import { name } from './page/frame.js';

/** An interviewer by mark and name, unbroken. */
export function person(meeting: Meeting, at: number): SafeHtml {
  return html`<span class="whole">${markedName(meeting, at)}</span>`;
}

/** What to talk about first: the flags, then where the ratings stand furthest apart. */
export function subjectBlocks(meeting: Meeting): readonly SafeHtml[] {
  const flags = stopsFirst(meeting.panel.flags).map((flag) => flagBlock(flag, meeting));
  if (meeting.topics.length === 0) return [...flags, html`<p>No ratings differ.</p>`];
  const topics = meeting.topics.map(
    (topic) => html`
<div class="topic">${headingHtml(3, topic.row.dimension.name)}${topicBody(topic, meeting)}</div>`,
  );
  return [...flags, ...topics];
}

/** A flag, who saw it and what they saw. */
export function flagBlock({ flag, severity, seen, id }: PooledFlag, meeting: Meeting): SafeHtml {
  const { members } = meeting.panel;
  const by = seen.map(({ interviewer, shown, evidence }) => {
    const at = members.findIndex((member) => member.interviewer === interviewer && member.shown === shown);
    const details = members[at]?.cards.flatMap((card) => card.detail?.flags ?? []).filter((one) => one.id === id) ?? [];
    const times = details
      .flatMap((one) => one.evidence)
      .flatMap((one) => (one.at === undefined ? [] : [timeOf(one.at)]));
    const told =
      evidence === undefined ? html`<p class="muted">No evidence was noted.</p>` : html`<p><em>${evidence}</em></p>`;
    return html`<p><strong>${severity === 'stop' ? 'Stop flag' : 'Concern'}, seen by ${at < 0 ? name(shownName(shown)) : person(meeting, at)}${times[0] === undefined ? '' : ` at ${times[0]}`}</strong></p>${told}`;
  });
  const others = members.length - seen.length;
  const rest = others === 0 ? '' : `${others === 1 ? 'The other interviewer' : `The other ${others}`} did not tick it.`;
  // Before the talk, what follows from it would anchor.
  const caps = severity === 'stop' && meeting.isAfterTalk ? ' A stop flag caps the recommendation at “no”.' : '';
  return html`
<div class="${severity === 'stop' ? 'stop' : 'topic'}">${by}<p>${flag}</p><p class="muted">${rest}${caps}</p></div>`;
}

/** Who stands where, and the anchors that stand against each other. */
export function topicBody({ row, weight, range, product, sides }: Topic, meeting: Meeting): SafeHtml {
  const who = sides.map(
    ({ rating, members: places }) => `${listInWords(places.map((at) => memberName(meeting, at)))}: ${rating}`,
  );
  const sum =
    row.dimension.weight === undefined ? `${range} apart` : `${weightInWords(weight)} × ${range} apart = ${product}`;
  const [highest, lowest] = [sides[0], sides.at(-1)];
  const ends = [highest, lowest].flatMap((side) => side ?? []);
  return html`
<p class="muted">${sum}. ${who.join('; ')}.</p>
<div class="sides-of">${ends.map(
    ({ rating, anchor, members: places }) =>
      html`<div><p><strong class="rating-figure">${rating}</strong> ${places.map((at) => html`${person(meeting, at)} `)}</p>${anchor === undefined ? undefined : html`<p>${anchor}</p>`}</div>`,
  )}</div>`;
}
