import { createAdvice, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { anchorsAdvice } from './anchors.js';
import { headersAdvice } from './headers.js';
import { borderlineAdvice, sizeAdvice, weightsAdvice } from './plan.js';
import { questionsAdvice } from './questions.js';
import { requirementsAdvice } from './requirements.js';
import { signalsAdvice } from './signals.js';
import { barAdvice, storiesAdvice } from './stories.js';
import { coreTimeAdvice, minutesAdvice, sessionsAdvice } from './time.js';
import { unfinishedAdvice } from './unfinished.js';

/** What could be better in a rubric that is valid. Each is a small function, in a list. */
export type Advisor = (rubric: Rubric) => readonly Problem[];

const advisors: readonly Advisor[] = [
  unfinishedAdvice,
  anchorsAdvice,
  questionsAdvice,
  storiesAdvice,
  barAdvice,
  signalsAdvice,
  requirementsAdvice,
  headersAdvice,
  sizeAdvice,
  weightsAdvice,
  borderlineAdvice,
  minutesAdvice,
  coreTimeAdvice,
  sessionsAdvice,
];

/** Advice, without what the rubric's `allow` sets aside; an `allow` that nothing needs is advice itself. */
export function adviseRubric(rubric: Rubric): readonly Problem[] {
  const advice = advisors.flatMap((advise) => advise(rubric));
  const given = new Set<string>(advice.map(({ code }) => code));
  const allowed = new Set(rubric.allow.map(({ code }) => code));
  const unneeded = rubric.allow.flatMap(({ code }, at) =>
    given.has(code) ? [] : [createAdvice('unneeded-allow', { code }, ['allow', at])],
  );
  return [...advice.filter(({ code }) => !allowed.has(code)), ...unneeded];
}
