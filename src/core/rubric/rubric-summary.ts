import type { Dimension, InterviewSession, Rubric, Variant } from './rubric.js';

/** What lists and menus say of a rubric. */
export interface RubricSummary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly aliases: readonly string[];
  readonly dimensions: readonly Pick<Dimension, 'id' | 'name' | 'weight' | 'minutes'>[];
  readonly variants: readonly Pick<Variant, 'id' | 'title'>[];
  readonly sessions: readonly Pick<InterviewSession, 'id' | 'title'>[];
}

export function summariseRubric(rubric: Rubric): RubricSummary {
  const { id, title, version, aliases, dimensions, variants, sessions } = rubric;
  return {
    id,
    title,
    version,
    aliases,
    dimensions: dimensions.map(({ id, name, weight, minutes }) => ({ id, name, weight, minutes })),
    variants: variants.map(({ id, title }) => ({ id, title })),
    sessions: sessions.map(({ id, title }) => ({ id, title })),
  };
}
