import type { Debrief, Subject } from '../../../core/meeting/debrief.js';
import type { MemberRating, RatingRow } from '../../../core/meeting/rating-rows.js';
import type { Slot } from '../../../core/meeting/run-clock.js';
import type { NamedBy } from '../../../core/meeting/second-ratings.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { behindName } from '../../text/words.js';
import { flagInWords, memberName } from '../words.js';

/** A debrief to be laid out, and how the scorecards were named. */
export interface RunSheet {
  readonly debrief: Debrief;
  readonly named: NamedBy;
}

/** What is asked of everybody on every subject. */
export const QUESTION = 'What did they say or do?';

/** `0:07 to 0:15`: hours and minutes from the beginning. */
export function slotInWords({ from, minutes }: Slot): TerminalText {
  return say`${clockTime(from)} to ${clockTime(from + minutes)}`;
}

function clockTime(minutes: number): TerminalText {
  return say`${Math.floor(minutes / 60)}:${clean(String(minutes % 60).padStart(2, '0'))}`;
}

/** How the meeting goes, a step a line. */
export interface Step {
  readonly slot: Slot;
  readonly what: string;
}

export function stepsOf({ reading, subjects, restSlot, closing }: Debrief): readonly Step[] {
  return [
    { slot: reading, what: 'Everybody reads the ratings and the evidence below, in silence.' },
    ...subjects.map((subject) => ({ slot: subject.slot, what: subjectTitle(subject) })),
    ...(restSlot ? [{ slot: restSlot, what: 'The rest, in short.' }] : []),
    {
      slot: closing,
      what: 'Each alone: the second ratings, one dimension at a time; the verdict last of all, and nobody says theirs aloud.',
    },
  ];
}

/** What holds for each subject. */
export const RULES: readonly string[] = [
  `On each subject everybody answers one question in their turn: “${QUESTION}” Nobody interrupts, and nobody says what it comes to.`,
  'Vote again on ratings, never on yes or no: write the second rating down, also where it stays.',
];

/** `J. Lee, A. Novak, R. Díaz`. */
export function speakersInWords({ meeting, speakers }: Debrief): string {
  return speakers.map((at) => memberName(meeting, at)).join(', ');
}

/** Where the order comes from. */
export function orderInWords({ isOrderGiven, lead, isLeadSpeaking }: Debrief): string {
  if (isOrderGiven) return 'as was said with --order';
  const last = isLeadSpeaking ? ', the lead last' : '';
  return `in the order in which they sealed${last}; least senior first is better: change it with --order${lead === undefined ? ' and --lead' : ''}`;
}

/** Who leads; empty where nobody knows. */
export function leadInWords({ lead }: Debrief): string {
  return lead === undefined ? '' : `${lead.name} leads the meeting.`;
}

/** What a subject is called. */
function subjectTitle({ about }: Subject): string {
  if (about.type === 'topic') return rowTitle(about.topic.row);
  return flagInWords(about.flag).head;
}

/** What one interviewer gave. */
export interface Given {
  readonly member: number;
  readonly given: MemberRating;
}

/** What each gave who held it, in the order in which they speak. */
export function givenByAll({ speakers }: Debrief, row: RatingRow): readonly Given[] {
  return speakers.flatMap((member) => {
    const given = row.ratings[member];
    return given === undefined || given.rating === 'not-held' ? [] : [{ member, given }];
  });
}

/** `Security, 15%`. */
export function rowTitle({ dimension }: RatingRow): string {
  return `${dimension.name}${behindName(dimension.weight)}`;
}

/** What has to be said of the lines with which it is recorded. */
export const RECORD = 'Each interviewer records their second ratings, then the verdict, alone:';
export const DECIDE = 'When it has been decided:';
export const AGAIN = 'Somebody amended after a debrief already: these are the ratings as they stand now.';
