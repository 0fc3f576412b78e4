import { type Fraction, lowestTerms } from '../numbers/fraction.js';
import { createProblem, type Problem } from '../problem.js';
import { factOf } from '../scoring/because.js';
import { evaluate } from '../scoring/evaluate.js';
import { contentProblems, hasExactWeights } from './check-contents.js';
import { sealProblem } from './check-seal.js';
import type { Scorecard } from './scorecard.js';
import { type StoredScorecard, UNTOLD, upgradeScorecard } from './stored-scorecard.js';

/**
 * Everything in a scorecard that does not agree with the rest of it: digest, times, ratings, arithmetic,
 * recommendation. Empty when all agree.
 */
export function verifyScorecard(stored: StoredScorecard): readonly Problem[] {
  const altered = sealProblem(stored);
  const card = upgradeScorecard(stored);
  return [
    ...(altered ? [altered] : []),
    ...timeProblems(card),
    ...contentProblems(card),
    // With other weights, figures that differ would say nothing.
    ...(hasExactWeights(card) ? resultProblems(card, stored.schemaVersion) : []),
  ];
}

function timeProblems({ status, startedAt, submittedAt }: Scorecard): readonly Problem[] {
  if (submittedAt === undefined) return status === 'submitted' ? [createProblem('times', {}, ['submittedAt'])] : [];
  if (Date.parse(submittedAt) >= Date.parse(startedAt)) return [];
  return [createProblem('times', { startedAt, submittedAt }, ['submittedAt'])];
}

type Result = Scorecard['result'];

function resultProblems(card: Scorecard, version: StoredScorecard['schemaVersion']): readonly Problem[] {
  const { scale, recommendation } = card.rubric;
  const rounding = version === 1 ? 'half-up' : undefined;
  const { score, result } = evaluate({ ...card, recommendation, scale, rounding });
  const told = card.result;
  return [
    ...compare('score', told.score, result.score),
    ...compare('exact', fraction(told.exact), fraction(result.exact)),
    ...compare('coverage', told.coverage, result.coverage),
    ...compare('recommendation', told.recommendation, result.recommendation),
    ...compare('borderline', told.borderline === true, result.borderline === true),
    ...becauseProblems(told.because, result.because),
    ...card.dimensions.flatMap(({ id, contribution }, at) => {
      const hundredths = score.contributions[at];
      const computed = hundredths === undefined ? undefined : hundredths / 100;
      if (contribution === computed) return [];
      const about = { dimension: id, key: 'contribution', told: contribution, computed };
      return [createProblem('arithmetic', about, ['dimensions', at, 'contribution'])];
    }),
  ];
}

/** The reasons as data: how they are worded may change, and version 1 kept only the words. */
function becauseProblems(told: Result['because'], computed: Result['because']): readonly Problem[] {
  if (told.some(({ rule }) => rule === UNTOLD)) return [];
  return compare('because', factsOf(told), factsOf(computed));
}

/** Reasons as data, in one text. */
export function factsOf(because: Result['because']): string {
  return because.map(factOf).join(', ');
}

/** The fraction in lowest terms, so that 345/90 and 23/6 are the same. */
function fraction(value: Fraction | undefined): string | undefined {
  if (!value) return undefined;
  const { numerator, denominator } = lowestTerms(value);
  return `${numerator}/${denominator}`;
}

function compare(key: string, told: unknown, computed: unknown): readonly Problem[] {
  if (told === computed) return [];
  return [createProblem('arithmetic', { key, told, computed }, ['result', key])];
}
