import { decimalPlaces, MAX_DECIMALS } from '../numbers/decimal.js';
import { createMistake, createProblem, type Mistake, type Path, type Problem, problemAt } from '../problem.js';
import { isOnScale, isRated, type Rating, type ScaleRange } from '../rubric/scale.js';

/** The parts of a scorecard, or of a scored row, that must agree with each other. */
interface Contents {
  readonly rubric: {
    readonly scale: ScaleRange;
    readonly recommendation: {
      readonly coverageAtLeast: number;
      readonly bands: Readonly<Record<'strong-yes' | 'yes' | 'no', number>>;
      readonly strongYesNeeds?: number | undefined;
      readonly borderline?: number | undefined;
    };
  };
  readonly dimensions: readonly RatedDimension[];
}

interface RatedDimension {
  readonly id: string;
  readonly weight?: number | undefined;
  readonly minimum?: number | undefined;
  readonly optional?: boolean | undefined;
  readonly rating: Rating;
}

/** Problems that the schema of a scorecard cannot find. */
export function contentProblems(card: Contents): readonly Problem[] {
  return [...formProblems(card), ...ratingProblems(card)];
}

/** Problems of what is the same in all scorecards of one edition: rules, weights, ids. */
function formProblems({ rubric, dimensions }: Contents): readonly Problem[] {
  const seen = new Set<string>();
  return [
    ...ruleProblems(rubric.recommendation),
    ...mixedWeights(dimensions),
    ...dimensions.flatMap(({ id, weight, minimum }, at) => {
      const path = ['dimensions', at];
      const isTaken = seen.has(id);
      seen.add(id);
      return [
        ...(isTaken ? [createProblem('duplicate-id', { id, what: 'dimension' }, [...path, 'id'])] : []),
        ...decimalsProblem(weight, [...path, 'weight']),
        ...decimalsProblem(minimum, [...path, 'minimum']),
      ];
    }),
  ];
}

/** Problems of the ratings. Quick where all is well: it runs for each of thousands of files. */
export function ratingProblems({ rubric: { scale }, dimensions }: Contents): readonly Problem[] {
  if (dimensions.every((dimension) => ratingMistake(dimension, scale) === undefined)) return [];
  return dimensions.flatMap((dimension, at) => {
    const mistake = ratingMistake(dimension, scale);
    return mistake ? [problemAt(mistake, ['dimensions', at, 'rating'])] : [];
  });
}

/** Whether scores can be computed from the weights in whole numbers. */
export function hasExactWeights({ dimensions }: Pick<Contents, 'dimensions'>): boolean {
  return mixedWeights(dimensions).length === 0 && dimensions.every(({ weight }) => isExact(weight));
}

/** Every dimension has a weight, or none has. */
function mixedWeights(dimensions: readonly RatedDimension[]): readonly Problem[] {
  const without = dimensions.flatMap(({ id, weight }, at) => (weight === undefined ? [{ id, at }] : []));
  if (without.length === dimensions.length) return [];
  return without.map(({ id, at }) => createProblem('some-weights', { dimension: id, has: false }, ['dimensions', at]));
}

function isExact(value: number | undefined): boolean {
  return value === undefined || decimalPlaces(value) <= MAX_DECIMALS;
}

function decimalsProblem(value: number | undefined, path: Path): readonly Problem[] {
  return value === undefined || isExact(value) ? [] : [tooManyDecimals(value, path)];
}

function ruleProblems({
  coverageAtLeast,
  bands,
  strongYesNeeds,
  borderline,
}: Contents['rubric']['recommendation']): readonly Problem[] {
  const rules: readonly (readonly [number | undefined, Path])[] = [
    [coverageAtLeast, ['coverageAtLeast']],
    [bands['strong-yes'], ['bands', 'strong-yes']],
    [bands.yes, ['bands', 'yes']],
    [bands.no, ['bands', 'no']],
    [strongYesNeeds, ['strongYesNeeds']],
    [borderline, ['borderline']],
  ];
  return rules.flatMap(([value, path]) => decimalsProblem(value, ['rubric', 'recommendation', ...path]));
}

function tooManyDecimals(value: number, path: Path): Problem {
  return createProblem('too-many-decimals', { name: String(path.at(-1)), value, most: MAX_DECIMALS }, path);
}

function ratingMistake(
  { id, rating, optional }: RatedDimension,
  scale: Contents['rubric']['scale'],
): Mistake | undefined {
  if (isRated(rating)) {
    if (isOnScale(rating, scale)) return undefined;
    return createMistake('off-scale', { what: 'rating', value: rating, dimension: id, scale });
  }
  if (rating !== 'not-applicable' || optional === true) return undefined;
  return createMistake('not-optional', { dimension: id, where: 'scorecard' });
}
