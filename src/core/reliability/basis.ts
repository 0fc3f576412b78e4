import { z } from 'zod';
import { type Checked, createProblem } from '../problem.js';
import { schemaProblems } from '../schema/schema-problems.js';
import type { VarianceComponents } from '../stats/reliability/decision-study.js';
import type { PublishedReliability } from '../stats/reliability/published.js';

/** What a reliability is computed from. */
export type ReliabilityBasis =
  | ({ readonly type: 'published' } & PublishedReliability)
  /** One interviewer's reliability, as the user gives it. */
  | { readonly type: 'given'; readonly single: number }
  | ({ readonly type: 'components'; readonly source: string } & OwnComponents);

export interface OwnComponents {
  readonly components: VarianceComponents;
  readonly degreesOfFreedom: number;
}

const variance = z.number().min(0);

/** Components of one's own panels, as a file has them. Other keys stay unread. */
const OwnComponentsSchema = z.object({
  degreesOfFreedom: variance,
  components: z.object({
    candidate: variance,
    interviewer: variance,
    dimension: variance,
    candidateInterviewer: variance,
    candidateDimension: variance,
    interviewerDimension: variance,
    residual: variance,
  }),
});

export function parseComponents(data: unknown): Checked<OwnComponents> {
  const parsed = OwnComponentsSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, OwnComponentsSchema) };
  const { candidate } = parsed.data.components;
  // Candidates who do not differ can't be told apart by however many.
  if (candidate === 0) {
    const about = { name: 'candidate', origin: 'number', minimum: 0, isInclusive: false } as const;
    return { ok: false, problems: [createProblem('too-small', about, ['components', 'candidate'])] };
  }
  return { ok: true, value: parsed.data };
}
