import type { Dimension, InterviewSession, Rubric } from '../rubric/rubric.js';
import type { Plan, PlannedInterviewer } from './plan.js';

/** The sessions that interviewers of a plan may hold: the rubric's, then the plan's own. */
export function sessionsOfPlan(
  plan: Pick<Plan, 'sessions'>,
  rubric: Pick<Rubric, 'sessions'>,
): readonly InterviewSession[] {
  return [...rubric.sessions, ...plan.sessions];
}

/** A dimension, and who is planned to rate it; shadows are not counted. */
export interface CoveredDimension {
  readonly dimension: Dimension;
  readonly by: readonly PlannedInterviewer[];
  /** Whether the role stands or falls with it, so that two should look. */
  readonly carries: boolean;
}

/** Who covers each dimension of the rubric, which is the plan's with its variant. */
export function coverageOf(plan: Plan, rubric: Rubric): readonly CoveredDimension[] {
  const sessions = sessionsOfPlan(plan, rubric);
  const covers = ({ sessions: held }: PlannedInterviewer, id: string) =>
    held === undefined || sessions.some((session) => held.includes(session.id) && session.dimensions.includes(id));
  const carrying = new Set(dimensionsThatCarry(rubric));
  return rubric.dimensions.map((dimension) => ({
    dimension,
    by: plan.interviewers.filter((one) => !one.isShadow && covers(one, dimension.id)),
    carries: carrying.has(dimension),
  }));
}

/** Those with a minimum; where none has one, the heaviest, unless all weigh the same. */
function dimensionsThatCarry({ dimensions }: Rubric): readonly Dimension[] {
  const withMinimum = dimensions.filter(({ minimum }) => minimum !== undefined);
  if (withMinimum.length > 0) return withMinimum;
  const weights = dimensions.map(({ weight = 0 }) => weight);
  const most = Math.max(...weights);
  return weights.every((weight) => weight === most) ? [] : dimensions.filter(({ weight = 0 }) => weight === most);
}
