import type { OpenEvent, SessionEvents } from '../../core/interview/event.js';
import { type Timeline, timelineOf, type Visit } from '../../core/interview/timeline.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { minuteAndOffset, timeOf } from '../../core/text/date.js';
import { type Block, type Document, list, type Section } from '../document/document.js';
import { formatClock } from '../text/words.js';
import { momentLines } from './words.js';

/** A scorecard, and the journal of its interview. */
export interface CardHistory {
  readonly card: Scorecard;
  readonly events: SessionEvents;
  /** The name of the scorecard that it amends, where that is known. */
  readonly amended: string | undefined;
  /** Whether the journal says what the scorecard says. */
  readonly agrees: boolean;
}

/** How these scorecards came about, one after the other. */
export function historyDocument(histories: readonly CardHistory[]): Document {
  const [only, second] = histories;
  if (only && !second) return { title: titleOf(only.card), sections: historySections(only, 2) };
  return {
    title: 'History',
    sections: histories.flatMap((history) => [
      { title: titleOf(history.card), level: 2 as const, blocks: [] },
      ...historySections(history, 3),
    ]),
  };
}

function titleOf({ candidate, rubric, interviewer }: Scorecard): string {
  return `${candidate.name}, ${rubric.title}, by ${interviewer.name}`;
}

function historySections(history: CardHistory, level: 2 | 3): readonly Section[] {
  const { card, events, amended, agrees } = history;
  const [open] = events;
  const timeline = timelineOf(events);
  return [
    { title: 'How it came about', level, blocks: list(factsOf(card, open, { amended, timeline, agrees })) },
    ...timeline.visits
      .filter(({ moments, seconds }) => moments.length > 0 || seconds > 0)
      .map((visit): Section => visitSection(visit, open)),
    { title: 'Time', level, blocks: [timeTable(timeline, open)] },
  ];
}

interface Known {
  readonly amended: string | undefined;
  readonly timeline: Timeline;
  readonly agrees: boolean;
}

function factsOf(card: Scorecard, open: OpenEvent, { amended, timeline, agrees }: Known): readonly string[] {
  const { submittedAt, held, amends, shadow } = card;
  const { revealed } = timeline;
  return [
    `Begun ${minuteAndOffset(open.at)}${submittedAt === undefined ? '' : `, submitted ${minuteAndOffset(submittedAt)}`}`,
    ...(held === undefined ? [] : [`Held on ${held}, and written up later`]),
    ...(amends === undefined
      ? []
      : [
          `Amends ${amended ?? `a scorecard that is not here (${amends.digest})`}${amends.after === undefined ? '' : ', after the debrief'}: "${amends.reason}"`,
        ]),
    ...(shadow ? ['A shadow scorecard: it counts for nothing'] : []),
    revealed
      ? `The recommendation was first shown at ${timeOf(revealed.at)}, after the first verdict`
      : open.amends === undefined
        ? 'The recommendation was never shown'
        : 'The recommendation was known from the scorecard that it amends',
    ...(agrees ? [] : ['The journal does not say what the scorecard says: scorecard verify tells where']),
  ];
}

function visitSection({ position, from, seconds, moments }: Visit, { rubric }: OpenEvent): Section {
  const name = rubric.dimensions[position]?.name ?? 'Review';
  const lines = moments.flatMap((moment) =>
    momentLines(moment, rubric, position).map((line) => `${moment.at.slice(11, 19)} ${line}`),
  );
  return {
    title: `${timeOf(from)} ${name}, open for ${formatClock(seconds * 1000)}`,
    level: 4,
    blocks: list(lines),
  };
}

function timeTable({ visits }: Timeline, { rubric }: OpenEvent): Block {
  const names = [...rubric.dimensions.map(({ name }) => name), 'Review'];
  const all = visits.filter(({ moments, seconds }) => moments.length > 0 || seconds > 0);
  const clock = (some: readonly Visit[]) => formatClock(some.reduce((sum, { seconds }) => sum + seconds, 0) * 1000);
  return {
    type: 'table',
    head: ['Dimension', 'Opened', 'Time'],
    rows: names.flatMap((name, at) => {
      const own = all.filter(({ position }) => position === at);
      return own.length === 0 ? [] : [[name, [...new Set(own.map(({ from }) => timeOf(from)))].join(', '), clock(own)]];
    }),
    total: ['Together', '', clock(all)],
    right: [2],
  };
}
