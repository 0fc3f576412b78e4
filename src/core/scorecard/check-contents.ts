import { decimalPlaces, MAX_DECIMALS } from '../numbers/decimal.js';
import { createProblem, type Path, type Problem } from '../problem.js';
import { isOnScale, isRated, type Rating } from '../rubric/scale.js';

/** What of a scorecard, or of a scored row, its own parts must agree on. */
interface Contents {
  readonly rubric: {
    readonly scale: { readonly min: number; readonly max: number };
    readonly recommendation: {
      readonly coverageAtLeast: number;
      readonly bands: Readonly<Record<'strong-yes' | 'yes' | 'no', number>>;
    };
  };
  readonly dimensions: readonly RatedDimension[];
}

interface RatedDimension {
  readonly id: string;
  readonly weight: number;
  readonly optional?: boolean | undefined;
  readonly rating: Rating;
}

/** What the schema of a scorecard cannot say. Empty where all is well, and then quick: it runs for thousands of files. */
export function contentProblems({ rubric, dimensions }: Contents): readonly Problem[] {
  const problems: Problem[] = ruleProblems(rubric.recommendation);
  const seen = new Set<string>();
  dimensions.forEach((dimension, at) => {
    const { id, weight } = dimension;
    const path = ['dimensions', at];
    if (seen.has(id)) {
      const message = `the id "${id}" stands for two dimensions; give each its own`;
      problems.push(createProblem('duplicate-id', message, [...path, 'id']));
    }
    seen.add(id);
    if (!isExact(weight)) problems.push(tooManyDecimals(weight, [...path, 'weight']));
    const message = ratingMessage(dimension, rubric.scale);
    if (message) problems.push(createProblem(message.code, message.text, [...path, 'rating']));
  });
  return problems;
}

/** Whether scores can be computed from the weights in whole numbers. */
export function hasExactWeights({ dimensions }: Pick<Contents, 'dimensions'>): boolean {
  return dimensions.every(({ weight }) => isExact(weight));
}

function isExact(value: number): boolean {
  return decimalPlaces(value) <= MAX_DECIMALS;
}

function ruleProblems({ coverageAtLeast, bands }: Contents['rubric']['recommendation']): Problem[] {
  const { 'strong-yes': strongYes, yes, no } = bands;
  if (isExact(coverageAtLeast) && isExact(strongYes) && isExact(yes) && isExact(no)) return [];
  const rules: readonly (readonly [number, Path])[] = [
    [coverageAtLeast, ['coverageAtLeast']],
    [strongYes, ['bands', 'strong-yes']],
    [yes, ['bands', 'yes']],
    [no, ['bands', 'no']],
  ];
  return rules.flatMap(([value, path]) =>
    isExact(value) ? [] : [tooManyDecimals(value, ['rubric', 'recommendation', ...path])],
  );
}

function tooManyDecimals(value: number, path: Path): Problem {
  const message = `"${String(path.at(-1))}" ${value} has more than ${MAX_DECIMALS} digits after the point`;
  return createProblem('too-many-decimals', message, path);
}

function ratingMessage(
  { id, rating, optional }: RatedDimension,
  scale: Contents['rubric']['scale'],
): { readonly code: string; readonly text: string } | undefined {
  if (isRated(rating)) {
    if (isOnScale(rating, scale)) return undefined;
    return { code: 'off-scale', text: `${id}: rating ${rating} is outside the scale ${scale.min} to ${scale.max}` };
  }
  if (rating !== 'not-applicable' || optional === true) return undefined;
  return { code: 'not-optional', text: `${id}: the dimension is not optional, so it can't be "not-applicable"` };
}
