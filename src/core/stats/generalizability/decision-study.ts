import { sumOf } from '../ratings/at.js';
import { type Estimate, noValue } from '../ratings/no-value.js';
import { DESIGNS } from './designs.js';
import type { Generalizability } from './generalizability.js';

export interface DecisionStudyOptions {
  /** How many rate each candidate; where each dimension has its own, how many each of them has. */
  readonly interviewers: number;
  /** How many dimensions are averaged; 1 unless given. */
  readonly dimensions?: number | undefined;
}

export interface DecisionStudy {
  /** In squared points: of a difference between two candidates, halved, and of a score as such. */
  readonly relativeError: number | undefined;
  readonly absoluteError: number | undefined;
  /** Eρ², of who is ahead of whom; for `candidate x interviewer` it is ICC(3,k). */
  readonly generalizability: Estimate;
  /** Φ, of how good a candidate is; for `candidate x interviewer` it is ICC(2,k). */
  readonly dependability: Estimate;
}

/**
 * A D study: the reliability that a panel of another size would have, from the components of a G study.
 *
 * No value where the study has no components, or none of them is above 0.
 *
 * @throws RangeError when numbers of interviewers or dimensions aren't whole numbers above 0
 * @see Brennan (2001), Generalizability Theory, chapters 2 to 4
 * @example decisionStudy(generalizability([[4, 5], [2, 3], [1, 1]]), { interviewers: 2 }).generalizability.value // 0.973…
 */
export function decisionStudy(
  { design, components, reason }: Generalizability,
  { interviewers, dimensions = 1 }: DecisionStudyOptions,
): DecisionStudy {
  const numbers = { interviewers, dimensions };
  for (const [name, number] of Object.entries(numbers)) {
    if (!(Number.isInteger(number) && number > 0))
      throw new RangeError(`${name} are a whole number above 0, not ${number}`);
  }
  const variances = new Map(components.map(({ name, variance }) => [name, variance]));
  if (reason !== undefined) {
    return {
      relativeError: undefined,
      absoluteError: undefined,
      generalizability: noValue(reason),
      dependability: noValue(reason),
    };
  }
  const errorOf = (kinds: readonly string[]) =>
    sumOf(
      DESIGNS[design]
        .filter(({ error }) => kinds.includes(error))
        .map(({ name, over }) => over.reduce((part, facet) => part / numbers[facet], variances.get(name) ?? 0)),
    );
  const relativeError = errorOf(['relative']);
  const absoluteError = errorOf(['relative', 'absolute']);
  const candidate = variances.get('candidate') ?? 0;
  const share = (error: number): Estimate =>
    candidate + error > 0 ? { value: candidate / (candidate + error) } : noValue('all-identical');
  return { relativeError, absoluteError, generalizability: share(relativeError), dependability: share(absoluteError) };
}
