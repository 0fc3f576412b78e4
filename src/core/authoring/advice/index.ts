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
  return withoutAllowed(allAdvice(rubric), rubric);
}

/** The rubric that another extends. */
export interface Inheritance {
  readonly base: Rubric;
  /** For each dimension, the position in `base` of the one that it is filled from. */
  readonly filledFrom: readonly (number | undefined)[];
}

/**
 * Advice on a rubric that extends another: its own, and apart from it what is to be mended in `base`, placed there.
 * What `base` sets aside is set aside for all that is filled from it.
 */
export function adviseExtended(
  rubric: Rubric,
  { base, filledFrom }: Inheritance,
): { readonly own: readonly Problem[]; readonly inherited: readonly Problem[] } {
  const known = new Set(allAdvice(base).map(keyOf));
  const placed = allAdvice(rubric).map((problem) => ({ problem, inBase: inBase(problem, filledFrom) }));
  const isInherited = ({ inBase }: (typeof placed)[number]) => inBase !== undefined && known.has(keyOf(inBase));
  const own = placed.filter((one) => !isInherited(one)).map(({ problem }) => problem);
  const allowed = new Set<string>(base.allow.map(({ code }) => code));
  return {
    own: withoutAllowed(own, rubric),
    inherited: placed.flatMap((one) =>
      isInherited(one) && one.inBase && !allowed.has(one.inBase.code) ? [one.inBase] : [],
    ),
  };
}

/** The same problem where the dimension was filled from; `undefined` where it was not filled. */
function inBase(problem: Problem, filledFrom: Inheritance['filledFrom']): Problem | undefined {
  const [list, at, ...rest] = problem.path;
  const position = list === 'dimensions' && typeof at === 'number' ? filledFrom[at] : undefined;
  return position === undefined ? undefined : { ...problem, path: ['dimensions', position, ...rest] };
}

function keyOf({ code, path, message }: Problem): string {
  return JSON.stringify([code, path, message]);
}

function allAdvice(rubric: Rubric): readonly Problem[] {
  return advisors.flatMap((advise) => advise(rubric));
}

function withoutAllowed(advice: readonly Problem[], { allow }: Rubric): readonly Problem[] {
  const given = new Set<string>(advice.map(({ code }) => code));
  const allowed = new Set(allow.map(({ code }) => code));
  const unneeded = allow.flatMap(({ code }, at) =>
    given.has(code) ? [] : [createAdvice('unneeded-allow', { code }, ['allow', at])],
  );
  return [...advice.filter(({ code }) => !allowed.has(code)), ...unneeded];
}
