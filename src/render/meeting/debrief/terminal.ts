import type { Subject } from '../../../core/meeting/debrief.js';
import type { RatingRow } from '../../../core/meeting/rating-rows.js';
import { amendCommands, decideCommand } from '../../../core/meeting/second-ratings.js';
import { isRated } from '../../../core/rubric/scale.js';
import { timeOf } from '../../../core/text/date.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { editionInWords } from '../../panel/panel-words.js';
import { sessionsInWords } from '../../panel/session-words.js';
import { type Page, prosePage } from '../../text/page.js';
import { hang, spaces, widthOf, wrap } from '../../text/text.js';
import { flagInWords, givenInWords, memberName, productInWords } from '../words.js';
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
  speakersInWords,
  stepsOf,
} from './words.js';

/** What is to be filled in by hand. */
const BLANK = say`after ____`;

/** The run sheet in a terminal, or printed from one. */
export function renderDebriefTable(sheet: RunSheet, page: Page): TerminalText {
  return [headOf, runOf, subjectsOf, restOf, recordOf]
    .map((part) => part(sheet, prosePage(page)))
    .filter((text) => text !== '')
    .join('\n');
}

function headOf({ debrief }: RunSheet, { style, width }: Page): TerminalText {
  const { panel } = debrief.meeting;
  const title = say`Debrief: ${clean(panel.shown)}, ${clean(panel.edition.title)}`;
  const about = say`${editionInWords(panel.edition)} · ${panel.members.length} in · ${debrief.minutes} minutes`;
  return [
    ...wrap(title, width).map((line) => say`${style.title(line)}\n`),
    ...wrap(about, width).map((line) => say`${style.dim(line)}\n`),
    ...wrap(sessionsInWords(panel), width).map((line) => (line === '' ? say`` : say`${line}\n`)),
    ...(debrief.talkedOn === undefined ? [] : [lines(say``, clean(AGAIN), width)]),
  ].join('');
}

function lines(first: TerminalText, text: TerminalText, width: number): TerminalText {
  return hang(first, text, width)
    .map((line) => say`${line}\n`)
    .join('');
}

function heading(text: TerminalText, { style, width }: Page): TerminalText {
  return wrap(text, width)
    .map((line) => say`${style.strong(line)}\n`)
    .join('');
}

function runOf({ debrief }: RunSheet, page: Page): TerminalText {
  const { width } = page;
  const steps = stepsOf(debrief).map(({ slot, what }) => ({ when: slotInWords(slot), what: clean(what) }));
  const widest = Math.max(...steps.map(({ when }) => widthOf(when)));
  const lead = leadInWords(debrief);
  return [
    heading(say`How it goes`, page),
    ...steps.map(({ when, what }) => lines(say`${when}${spaces(widest - widthOf(when))}  `, what, width)),
    ...(lead === '' ? [] : [lines(say``, clean(lead), width)]),
    lines(say``, say`Order: ${clean(speakersInWords(debrief))} (${clean(orderInWords(debrief))}).`, width),
    ...RULES.map((rule) => lines(say`- `, clean(rule), width)),
  ].join('');
}

function subjectsOf({ debrief }: RunSheet, page: Page): TerminalText {
  return debrief.subjects.map((subject, at) => subjectText(subject, at, { debrief, page })).join('\n');
}

interface Layout extends Pick<RunSheet, 'debrief'> {
  readonly page: Page;
}

function subjectText({ slot, about }: Subject, at: number, layout: Layout): TerminalText {
  const { page } = layout;
  const title = (text: string) => heading(say`${at + 1}. ${clean(text)} · ${slotInWords(slot)}`, page);
  if (about.type === 'topic') {
    const { row, sides } = about.topic;
    const ends = sides.length > 1 ? [sides[0], sides.at(-1)] : sides;
    return [
      title(rowTitle(row)),
      lines(say``, say`${productInWords(about.topic)}. ${clean(QUESTION)}`, page.width),
      ...ends.flatMap((side) =>
        side?.anchor === undefined ? [] : [lines(say`  ${side.rating}  `, clean(side.anchor), page.width)],
      ),
      ...givenByAll(layout.debrief, row).map((given) => givenText(given, layout)),
    ].join('');
  }
  const { head, text } = flagInWords(about.flag);
  const seen = about.flag.seen.flatMap(({ evidence }) => evidence ?? []);
  return [
    title(head),
    lines(say`  `, clean(text), page.width),
    ...seen.map((evidence) => lines(say`    `, clean(evidence), page.width)),
    lines(say`  `, clean(QUESTION), page.width),
  ].join('');
}

/** `J. Lee 4 → after ____`, and below it what the rating rests on. */
function givenText({ member, given }: Given, { debrief, page }: Layout): TerminalText {
  const who = say`${clean(memberName(debrief.meeting, member))}: ${clean(givenInWords(given))}`;
  const notes = given.evidence.map(({ text, at }) =>
    lines(say`      ${at === undefined ? say`` : say`${clean(timeOf(at))} `}`, clean(text), page.width),
  );
  return [lines(say`  `, say`${page.style.strong(who)}   ${BLANK}`, page.width), ...notes].join('');
}

function restOf({ debrief }: RunSheet, page: Page): TerminalText {
  if (!debrief.restSlot) return say``;
  return [
    heading(say`The rest, in short · ${slotInWords(debrief.restSlot)}`, page),
    ...debrief.rest.map((row) => lines(say`  `, restText(row, debrief), page.width)),
  ].join('');
}

function restText(row: RatingRow, debrief: RunSheet['debrief']): TerminalText {
  const given = givenByAll(debrief, row).map(({ member, given: one }) => {
    const rating = isRated(one.rating) ? say`${one.rating}` : clean(givenInWords(one));
    return say`${clean(memberName(debrief.meeting, member))} ${rating}`;
  });
  return say`${clean(rowTitle(row))}: ${given.join(', ')}`;
}

/** Commands stand on one line, however narrow it is: they are to be copied. */
function recordOf({ debrief, named }: RunSheet, page: Page): TerminalText {
  const { meeting, speakers } = debrief;
  return [
    heading(say`How to record it`, page),
    lines(say``, clean(RECORD), page.width),
    ...speakers.flatMap((at) => amendCommands(meeting, at, named).map((line) => say`${line}\n`)),
    lines(say``, clean(DECIDE), page.width),
    say`${decideCommand(meeting, named)}\n`,
  ].join('');
}
