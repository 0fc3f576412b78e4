import { createAdvice, type Problem } from '../../problem.js';
import { coreQuestions } from '../../rubric/core-questions.js';
import type { Rubric } from '../../rubric/rubric.js';

/** The minutes that an interview may take, below and above which an author is asked to look again. */
const SHORTEST = 30;
const LONGEST = 90;
/** What a question takes with two probes, and what greeting and closing take. */
const QUESTION = 5;
const GREETING_AND_CLOSING = 10;
/** What one interviewer can keep apart. */
const MOST_DIMENSIONS = 4;

export function minutesAdvice({ dimensions, sessions }: Rubric): readonly Problem[] {
  const given = dimensions.flatMap(({ minutes }) => minutes ?? []);
  if (given.length === 0) return [createAdvice('no-minutes', {}, ['dimensions'])];
  if (given.length < dimensions.length) {
    const at = dimensions.findIndex(({ minutes }) => minutes === undefined);
    return [createAdvice('no-minutes', { dimension: dimensions[at]?.id ?? '' }, ['dimensions', at])];
  }
  const total = given.reduce((sum, minutes) => sum + minutes, 0);
  // With sessions, each is an interview.
  if (sessions.length > 0 || (total >= SHORTEST && total <= LONGEST)) return [];
  return [createAdvice('minutes-total', { total, shortest: SHORTEST, longest: LONGEST }, ['dimensions'])];
}

/** Whether what every candidate is asked fits into the minutes of its dimension. */
export function coreTimeAdvice({ dimensions }: Rubric): readonly Problem[] {
  return dimensions.flatMap((dimension, at) => {
    const { id, minutes } = dimension;
    const count = coreQuestions(dimension).length;
    if (minutes === undefined || count * QUESTION <= minutes) return [];
    return [
      createAdvice('core-minutes', { dimension: id, count, minutes, each: QUESTION }, ['dimensions', at, 'minutes']),
    ];
  });
}

export function sessionsAdvice({ dimensions, sessions }: Rubric): readonly Problem[] {
  const minutesOf = (id: string) => dimensions.find((dimension) => dimension.id === id)?.minutes ?? 0;
  const missing = dimensions.flatMap(({ id }) =>
    sessions.some((session) => session.dimensions.includes(id)) ? [] : [id],
  );
  return [
    ...sessions.flatMap(({ id, minutes, dimensions: rated }, at) => {
      const needed = rated.reduce((sum, dimension) => sum + minutesOf(dimension), GREETING_AND_CLOSING);
      return [
        ...(needed > minutes
          ? [createAdvice('session-minutes', { session: id, minutes, needed }, ['sessions', at, 'minutes'])]
          : []),
        ...(rated.length > MOST_DIMENSIONS
          ? [createAdvice('session-size', { session: id, count: rated.length }, ['sessions', at, 'dimensions'])]
          : []),
      ];
    }),
    ...(sessions.length > 0 && missing.length > 0 ? [createAdvice('no-session', { missing }, ['sessions'])] : []),
  ];
}
