import { decimalPlaces, MAX_DECIMALS, toUnits } from '../../numbers/decimal.js';
import { createProblem, type Path, type Problem } from '../../problem.js';
import { itemsOf } from '../../schema/partial.js';
import { ownWeights, type Rule } from './partial-rubric.js';

const weightsSumToHundred: Rule = ({ dimensions, variants }) => [
  ...(dimensions?.some((dimension) => dimension?.weight !== undefined)
    ? sumProblems(
        dimensions.map((dimension) => dimension?.weight),
        ['dimensions'],
      )
    : []),
  ...itemsOf(variants).flatMap(([variant, at]) =>
    variant.weights ? sumProblems(Object.values(ownWeights(variant)), ['variants', at, 'weights']) : [],
  ),
];

/** Either every dimension has a weight or none has; the fewer are told, each at its place. */
const weightsAreWhole: Rule = ({ dimensions }) => {
  const items = itemsOf(dimensions);
  const withWeight = items.filter(([{ weight }]) => weight !== undefined);
  const without = items.filter(([{ weight }]) => weight === undefined);
  const has = withWeight.length < without.length;
  const fewer = has ? withWeight : without;
  if (fewer.length === items.length) return [];
  return fewer.map(([{ id }, at]) =>
    createProblem('some-weights', { dimension: id ?? at + 1, has }, ['dimensions', at, ...(has ? ['weight'] : [])]),
  );
};

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
  const overlaid = itemsOf(variants).flatMap(([variant, at]) =>
    Object.entries(ownWeights(variant)).map(([id, weight]) => [weight, ['variants', at, 'weights', id]] as const),
  );
  const others = (['coverageAtLeast', 'strongYesNeeds', 'borderline'] as const).map(
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
      id === undefined || typeof weights !== 'object' || Object.hasOwn(weights, id) ? [] : [id],
    );
    if (missing.length === 0) return [];
    return [createProblem('variant-weights', { missing }, ['variants', at, 'weights'], 'key')];
  });

/** Rules about the weights of the rubric and of its variants. */
export const weightRules: readonly Rule[] = [weightsAreWhole, weightsSumToHundred, decimalsAreShort, variantsAreWhole];
