import { timelineOf } from '../../core/interview/timeline.js';
import type { CardHistory } from './history.js';

/** The histories as programs read them; times and ids as the journal has them. */
export function historiesJson(histories: readonly CardHistory[]): object {
  return { histories: histories.map(historyJson) };
}

function historyJson({ card, events, agrees }: CardHistory): object {
  const [{ rubric }] = events;
  const { visits, revealed } = timelineOf(events);
  const { id, candidate, interviewer, amends, startedAt, submittedAt } = card;
  return {
    scorecard: id,
    candidate,
    interviewer,
    rubric: { id: rubric.id, version: rubric.version, title: rubric.title },
    startedAt,
    submittedAt,
    amends,
    agreesWithScorecard: agrees,
    revealed,
    visits: visits.map(({ position, from, to, seconds, moments }) => ({
      dimension: rubric.dimensions[position]?.id ?? null,
      from,
      to,
      seconds,
      moments: moments.map(({ at, event, changes, isAfterReveal }) => ({
        at,
        type: event.type,
        ...('reason' in event && event.reason !== undefined ? { reason: event.reason } : {}),
        changes,
        ...(isAfterReveal ? { afterReveal: true } : {}),
      })),
    })),
  };
}
