import { createProblem, type Problem } from '../problem.js';
import { factOf } from '../scoring/because.js';
import type { Expectation, ExpectedReason } from './case-file.js';
import type { Case } from './parse-cases.js';
import type { Outcome } from './run-case.js';

const KEYS = ['score', 'coverage', 'recommendation', 'borderline'] as const;
type Key = (typeof KEYS)[number];

/** Where a case came out otherwise than it expects; the paths begin at the case. */
export function compareCase({ name, expected }: Case, got: Outcome): readonly Problem[] {
  if (expected === undefined) return [createProblem('case-expects-nothing', { name }, ['name'])];
  const unlike = unlikeKeys(expected, got).map((key) => {
    const isSaid = expected[key] !== undefined;
    const about = { name, key, expected: wantedOf(expected, key) ?? null, got: got[key] };
    return createProblem('case-unlike', about, ['expect', isSaid ? key : 'recommendation']);
  });
  return [...unlike, ...becauseProblems(name, expected.because, got.because)];
}

function unlikeKeys(expected: Expectation, got: Outcome): readonly Key[] {
  return KEYS.filter((key) => ![undefined, got[key]].includes(wantedOf(expected, key)));
}

/** A recommendation that is not said to be borderline is expected not to be. */
function wantedOf(expected: Expectation, key: Key): Outcome[Key] | undefined {
  return key === 'borderline' && expected.recommendation !== undefined ? expected.borderline === true : expected[key];
}

function becauseProblems(
  name: string,
  expected: readonly ExpectedReason[] | undefined,
  got: readonly ExpectedReason[],
): readonly Problem[] {
  if (expected === undefined) return [];
  const [wanted, came] = [expected.map(sorted), got.map(sorted)];
  const missing = without(wanted, came);
  const surplus = without(came, wanted);
  if (missing.length + surplus.length === 0) return [];
  return [createProblem('case-because', { name, missing, surplus }, ['expect', 'because'])];
}

/** The fact of a reason, with what it is about in an order of its own. */
function sorted({ dimensions = [], ...reason }: ExpectedReason): string {
  return factOf({ ...reason, dimensions: [...dimensions].sort() });
}

/** The texts of a list, each as often as another list doesn't have it. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return list.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * What of an expectation has to be written anew to be what came out: where there is none yet, all of it; else what
 * differs. Empty where nothing does.
 */
export function freshExpectation({ expected }: Case, got: Outcome): Partial<Outcome> {
  if (expected === undefined) {
    const { borderline, because, ...rest } = got;
    return { ...rest, ...(borderline ? { borderline } : {}), because };
  }
  const isBecauseSame = becauseProblems('', expected.because, got.because).length === 0;
  return {
    ...Object.fromEntries(unlikeKeys(expected, got).map((key) => [key, got[key]])),
    ...(isBecauseSame ? {} : { because: got.because }),
  };
}
