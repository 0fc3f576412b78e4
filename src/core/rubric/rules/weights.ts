import { decimalPlaces, MAX_DECIMALS, toUnits } from '../../numbers/decimal.js';
import { createProblem, type Path, type Problem } from '../../problem.js';
import { itemsOf, type Rule } from './partial-rubric.js';

const weightsSumToHundred: Rule = ({ dimensions, variants }) => [
  ...sumProblems(
    dimensions?.map((dimension) => dimension?.weight),
    ['dimensions'],
  ),
  ...itemsOf(variants).flatMap(([variant, at]) =>
    variant.weights ? sumProblems(Object.values(variant.weights), ['variants', at, 'weights']) : [],
  ),
];

function sumProblems(weights: readonly (number | undefined)[] | undefined, path: Path): readonly Problem[] {
  if (!weights || weights.length === 0) return [];
  const known = weights.filter((weight) => weight !== undefined);
  if (known.length < weights.length || known.some((weight) => decimalPlaces(weight) > MAX_DECIMALS)) return [];
  const units = known.reduce((sum, weight) => sum + toUnits(weight, MAX_DECIMALS), 0);
  const hundred = toUnits(100, MAX_DECIMALS);
  if (units === hundred) return [];
  const off = Math.abs(units - hundred) / 10 ** MAX_DECIMALS;
  return [createProblem('weights-sum', { sum: units / 10 ** MAX_DECIMALS, off }, path, 'key')];
}

const decimalsAreShort: Rule = ({ dimensions, recommendation, variants }) => {
  const bands = Object.entries(recommendation?.bands ?? {}).map(
    ([band, value]) => [value, ['recommendation', 'bands', band]] as const,
  );
  const base = itemsOf(dimensions).map(([{ weight }, at]) => [weight, ['dimensions', at, 'weight']] as const);
  const overlaid = itemsOf(variants).flatMap(([{ weights }, at]) =>
    Object.entries(weights ?? {}).map(([id, weight]) => [weight, ['variants', at, 'weights', id]] as const),
  );
  const others = (['coverageAtLeast', 'borderline'] as const).map(
    (key) => [recommendation?.[key], ['recommendation', key]] as const,
  );
  return [...base, ...overlaid, ...bands, ...others].flatMap(([value, path]) =>
    value !== undefined && decimalPlaces(value) > MAX_DECIMALS
      ? [createProblem('too-many-decimals', { value, most: MAX_DECIMALS }, path)]
      : [],
  );
};

const variantsAreWhole: Rule = ({ dimensions, variants }) =>
  itemsOf(variants).flatMap(([{ weights }, at]) => {
    const missing = itemsOf(dimensions).flatMap(([{ id }]) =>
      id === undefined || !weights || Object.hasOwn(weights, id) ? [] : [id],
    );
    if (missing.length === 0) return [];
    return [createProblem('variant-weights', { missing }, ['variants', at, 'weights'], 'key')];
  });

/** Rules about the weights of the rubric and of its variants. */
export const weightRules: readonly Rule[] = [weightsSumToHundred, decimalsAreShort, variantsAreWhole];
