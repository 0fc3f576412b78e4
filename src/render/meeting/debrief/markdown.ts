import type { Debrief, Subject } from '../../../core/meeting/debrief.js';
import type { RatingRow } from '../../../core/meeting/rating-rows.js';
import { amendCommands, decideCommand } from '../../../core/meeting/second-ratings.js';
import { timeOf } from '../../../core/text/date.js';
import type { MarkdownText } from '../../../core/text/safe-text.js';
import { editionInWords } from '../../panel/panel-words.js';
import { sessionsInWords } from '../../panel/session-words.js';
import { codeBlock, joinMarkdown, type Markdown, markdownList, markdownTable, md } from '../../text/markdown.js';
import { flagInWords, givenInWords, memberName, productInWords } from '../words.js';
import {
  AGAIN,
  DECIDE,
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

/** The run sheet in GitHub's Markdown, with blanks to fill in. */
export function renderDebriefMarkdown(sheet: RunSheet): MarkdownText {
  const { debrief } = sheet;
  const { panel } = debrief.meeting;
  const about = `${editionInWords(panel.edition)}, ${panel.members.length} in, ${debrief.minutes} minutes`;
  return joinMarkdown([
    md`# Debrief: ${panel.shown}\n\n${panel.edition.title}. ${about}.\n`,
    panel.sessions.length === 0 ? md`` : md`\n${sessionsInWords(panel)}\n`,
    debrief.talkedOn === undefined ? md`` : md`\n${AGAIN}\n`,
    run(debrief),
    ...debrief.subjects.map((subject, at) => subjectPart(subject, at, debrief)),
    rest(debrief),
    record(sheet),
  ]).text;
}

function run(debrief: Debrief): Markdown {
  const steps = stepsOf(debrief).map(({ slot, what }) => [slotInWords(slot), what]);
  const lead = leadInWords(debrief);
  return joinMarkdown([
    md`\n## How it goes\n\n`,
    markdownTable(['Minutes', 'What'], steps),
    lead === '' ? md`` : md`\n${lead}\n`,
    md`\nOrder: **${speakersInWords(debrief)}** (${orderInWords(debrief)}).\n\n`,
    markdownList(RULES),
  ]);
}

function subjectPart({ slot, about }: Subject, at: number, debrief: Debrief): Markdown {
  const title = (text: string) => md`\n## ${at + 1}\\. ${text} (${slotInWords(slot)})\n\n`;
  if (about.type === 'flag') {
    const { head, text } = flagInWords(about.flag);
    const seen = about.flag.seen.flatMap(({ evidence }) => evidence ?? []);
    return md`${title(head)}${text}\n\n${markdownList(seen)}${seen.length === 0 ? md`` : md`\n`}${QUESTION}\n`;
  }
  const { row, sides } = about.topic;
  const ends = sides.length > 1 ? [sides[0], sides.at(-1)] : sides;
  const anchors = ends.flatMap((side) => (side?.anchor === undefined ? [] : [md`**${side.rating}** ${side.anchor}`]));
  return joinMarkdown([
    title(rowTitle(row)),
    md`${productInWords(about.topic)}.\n\n`,
    markdownList(anchors),
    anchors.length === 0 ? md`` : md`\n`,
    ratingTable(row, debrief),
  ]);
}

function ratingTable(row: RatingRow, debrief: Debrief): Markdown {
  const rows = givenByAll(debrief, row).map(({ member, given }) => [
    memberName(debrief.meeting, member),
    givenInWords(given),
    given.evidence.map(({ text, at }) => `${text}${at === undefined ? '' : ` (${timeOf(at)})`}`).join(' / '),
    BLANK,
  ]);
  return markdownTable(['Interviewer', 'Rating', QUESTION, 'After'], rows);
}

/** Of our own, so not escaped: underscores are no emphasis between spaces. */
const BLANK = md`\\_\\_\\_\\_`;

function rest(debrief: Debrief): Markdown {
  if (!debrief.restSlot) return md``;
  const items = debrief.rest.map((row) => {
    const given = givenByAll(debrief, row).map(
      ({ member, given: one }) => `${memberName(debrief.meeting, member)} ${givenInWords(one)}`,
    );
    return md`**${rowTitle(row)}**: ${given.join(', ')}`;
  });
  return md`\n## The rest, in short (${slotInWords(debrief.restSlot)})\n\n${markdownList(items)}`;
}

function record({ debrief, named }: RunSheet): Markdown {
  const { meeting, speakers } = debrief;
  const lines = speakers.flatMap((at) => amendCommands(meeting, at, named));
  return joinMarkdown([
    md`\n## How to record it\n\n`,
    ...(lines.length === 0 ? [] : [md`${RECORD}\n\n`, codeBlock(lines), md`\n`]),
    md`${DECIDE}\n\n`,
    codeBlock([decideCommand(meeting, named)]),
  ]);
}
