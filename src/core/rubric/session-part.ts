import type { InterviewSession, Rubric } from './rubric.js';

/**
 * What of a rubric concerns one session: its dimensions, and the flags and exercises that belong to them or to none.
 * For `undefined`, all of it.
 */
export function partOfSession(rubric: Rubric, session: InterviewSession | undefined): Rubric {
  if (!session) return rubric;
  const isRated = (id: string | undefined) => id === undefined || session.dimensions.includes(id);
  return {
    ...rubric,
    dimensions: rubric.dimensions.filter(({ id }) => isRated(id)),
    redFlags: rubric.redFlags.filter(({ dimension }) => isRated(dimension)),
    exercises: rubric.exercises.filter(({ dimensions }) => dimensions.length === 0 || dimensions.some(isRated)),
    sessions: [session],
  };
}
