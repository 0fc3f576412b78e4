import type { InterviewSession, Rubric } from './rubric.js';

/**
 * The rubric as one session of the interview plan holds it: its own dimensions, in their order and with their weights,
 * and the red flags that belong to them or to none. The plan stays whole.
 */
export function applySession(rubric: Rubric, session: InterviewSession | undefined): Rubric {
  if (!session) return rubric;
  const isOwn = (id: string) => session.dimensions.includes(id);
  return {
    ...rubric,
    dimensions: rubric.dimensions.filter(({ id }) => isOwn(id)),
    redFlags: rubric.redFlags.filter(({ dimension }) => dimension === undefined || isOwn(dimension)),
  };
}

/** How many sessions a rubric's plan has; `undefined` where it has no plan. */
export function plannedSessions({ sessions }: Pick<Rubric, 'sessions'>): number | undefined {
  return sessions.length > 1 ? sessions.length : undefined;
}
