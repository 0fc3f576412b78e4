import { type PooledFlag, stopsFirst } from '../panel/panel-flags.js';
import type { Who } from '../panel/who.js';
import type { Person } from '../person/person.js';
import type { Meeting } from './meeting.js';
import type { RatingRow } from './rating-rows.js';
import { leastMinutes, runClock, type Slot } from './run-clock.js';
import type { Topic } from './topics.js';

/**
 * The run sheet of the meeting in which the interviewers talk. Its `meeting` is as before the talk, whoever amended
 * since: what lays it out shows neither score nor recommendation, verdict, mean or median.
 */
export interface Debrief {
  readonly meeting: Meeting;
  /** The day of an earlier talk, after which somebody amended already. */
  readonly talkedOn: string | undefined;
  readonly minutes: number;
  /** Members by their places, in the order in which they speak. */
  readonly speakers: readonly number[];
  /** Whether somebody said who speaks when. */
  readonly isOrderGiven: boolean;
  /** Who leads, where that is known; perhaps nobody who interviewed. */
  readonly lead: Person | undefined;
  /** Whether they interviewed too, and so speak. */
  readonly isLeadSpeaking: boolean;
  readonly reading: Slot;
  readonly subjects: readonly Subject[];
  /** What needs no talk of its own. */
  readonly rest: readonly RatingRow[];
  /** `undefined` where there is no rest. */
  readonly restSlot: Slot | undefined;
  /** For the second ratings and the verdicts, each alone. */
  readonly closing: Slot;
}

/** What is talked about on its own, and when. */
export interface Subject {
  readonly slot: Slot;
  readonly about: SubjectMatter;
}

export type SubjectMatter =
  | { readonly type: 'flag'; readonly flag: PooledFlag }
  | { readonly type: 'topic'; readonly topic: Topic };

export interface DebriefPlan {
  readonly minutes: number;
  /** Who speaks when, as far as it was said. */
  readonly order: readonly Person[];
  readonly lead: Person | undefined;
  readonly who: Who;
}

export function debriefOf(meeting: Meeting, { minutes, order, lead, who }: DebriefPlan): Debrief {
  const matters = mattersOf(meeting);
  const rest = restOf(meeting);
  const { reading, subjects, rest: restSlot, closing } = runClock(minutes, agendaOf(meeting));
  return {
    meeting: { ...meeting, isAfterTalk: false, changes: [], before: undefined, latecomers: [] },
    talkedOn: meeting.talkedOn,
    minutes,
    speakers: speakersOf(meeting, { order, lead, who }),
    isOrderGiven: order.length > 0,
    lead,
    isLeadSpeaking: lead !== undefined && placeOf(lead, meeting, who) >= 0,
    reading,
    subjects: matters.flatMap((about, at) => {
      const slot = subjects[at];
      return slot ? [{ slot, about }] : [];
    }),
    rest,
    restSlot,
    closing,
  };
}

/** The shortest meeting in which each subject has its minute. */
export function shortestDebrief(meeting: Meeting): number {
  return leastMinutes(agendaOf(meeting));
}

/** Stop flags, then where the ratings stand furthest apart, then concerns: they change nothing and must be discussed. */
function mattersOf({ panel, topics }: Meeting): readonly SubjectMatter[] {
  const flags = stopsFirst(panel.flags).map((flag): SubjectMatter => ({ type: 'flag', flag }));
  const stops = flags.filter((matter) => matter.type === 'flag' && matter.flag.severity === 'stop');
  return [
    ...stops,
    ...topics.map((topic): SubjectMatter => ({ type: 'topic', topic })),
    ...flags.filter((flag) => !stops.includes(flag)),
  ];
}

function restOf({ rows, topics }: Meeting): readonly RatingRow[] {
  const isTopic = (row: RatingRow) => topics.some((topic) => topic.row === row);
  return rows.filter((row) => !isTopic(row) && row.ratings.some(({ rating }) => rating !== 'not-held'));
}

/** A dimension gets time by its spread, a stop flag as the widest, a concern as the narrowest. */
function agendaOf(meeting: Meeting) {
  const products = meeting.topics.map(({ product }) => product);
  const [widest = 1, narrowest = 1] = [products[0], products.at(-1)];
  const shares = mattersOf(meeting).map((matter) => {
    if (matter.type === 'topic') return matter.topic.product;
    return matter.flag.severity === 'stop' ? widest : narrowest;
  });
  return { shares, hasRest: restOf(meeting).length > 0 };
}

/** As it was said, then as they first sealed; the lead last, unless their turn was said too. */
function speakersOf(meeting: Meeting, { order, lead, who }: Omit<DebriefPlan, 'minutes'>): readonly number[] {
  const said = [...new Set(order.map((person) => placeOf(person, meeting, who)))].filter((place) => place >= 0);
  const last = lead ? placeOf(lead, meeting, who) : -1;
  const others = meeting.panel.members.map((_member, place) => place).filter((place) => !said.includes(place));
  return [...said, ...others.filter((place) => place !== last), ...others.filter((place) => place === last)];
}

/** -1 for somebody who isn't in the panel. */
function placeOf(person: Person, { panel }: Meeting, { interviewers }: Who): number {
  return panel.members.findIndex(({ interviewer }) => interviewer && interviewers.isSame(interviewer, person));
}
