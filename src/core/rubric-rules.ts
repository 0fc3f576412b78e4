import { decimalPlaces, MAX_DECIMALS, toUnits } from './decimal.js';
import { didYouMean } from './nearest.js';
import { createProblem, type Path, type Problem } from './problem.js';
import type { Rubric } from './rubric.js';
import { isOnScale, ratingsOf } from './scale.js';

/** A rubric from which what is malformed was taken out, so that one mistake doesn't hide the others. */
export type PartialRubric = DeepPartial<Rubric>;

type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly (DeepPartial<U> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

type Rule = (rubric: PartialRubric) => readonly Problem[];

/** Rules a schema can't say: they compare one part of the rubric with another. */
export function checkRubricRules(rubric: PartialRubric): readonly Problem[] {
  return rules.flatMap((rule) => rule(rubric));
}

const idsAreUnique: Rule = (rubric) => [
  ...duplicates('dimension', rubric.dimensions, ['dimensions']),
  ...duplicates('red flag', rubric.redFlags, ['redFlags']),
  ...duplicates('exercise', rubric.exercises, ['exercises']),
  ...duplicates('requirement', rubric.requirements, ['requirements']),
  ...duplicates('variant', rubric.variants, ['variants']),
  ...list(rubric.variants).flatMap(([variant, at]) =>
    duplicates('red flag', variant.redFlags, ['variants', at, 'redFlags'], rubric.redFlags),
  ),
];

function duplicates(
  what: string,
  items: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined,
  path: Path,
  taken: readonly ({ readonly id?: string | undefined } | undefined)[] = [],
): readonly Problem[] {
  const seen = new Set(taken.flatMap((item) => item?.id ?? []));
  return list(items).flatMap(([{ id }, at]) => {
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      createProblem('duplicate-id', `the id "${id}" stands for two ${what}s; give each its own`, [...path, at, 'id']),
    ];
  });
}

const namesAreUnique: Rule = ({ dimensions }) => {
  const owners = new Map<string, string>();
  return list(dimensions).flatMap(([dimension, at]) => {
    const own = new Set<string>();
    return list([dimension.id, dimension.name, ...(dimension.aliases ?? [])]).flatMap(([name]) => {
      const key = name.toLowerCase();
      const owner = owners.get(key);
      if (own.has(key)) return [];
      own.add(key);
      if (owner === undefined || owner === dimension.id) {
        owners.set(key, dimension.id ?? '');
        return [];
      }
      const message = `"${name}" already names the dimension ${owner}; a CSV header must mean one dimension`;
      return [createProblem('duplicate-name', message, ['dimensions', at])];
    });
  });
};

const weightsSumToHundred: Rule = ({ dimensions, variants }) => [
  ...sumProblems(
    dimensions?.map((dimension) => dimension?.weight),
    ['dimensions'],
  ),
  ...list(variants).flatMap(([variant, at]) =>
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
  const message = `the weights sum to ${units / 10 ** MAX_DECIMALS}, not 100: ${off} too ${units > hundred ? 'much' : 'little'}`;
  return [createProblem('weights-sum', message, path, 'key')];
}

const decimalsAreShort: Rule = ({ dimensions, recommendation, variants }) => {
  const bands = Object.entries(recommendation?.bands ?? {}).map(
    ([band, value]) => [value, ['recommendation', 'bands', band]] as const,
  );
  const own = list(dimensions).map(([{ weight }, at]) => [weight, ['dimensions', at, 'weight']] as const);
  const overlaid = list(variants).flatMap(([{ weights }, at]) =>
    Object.entries(weights ?? {}).map(([id, weight]) => [weight, ['variants', at, 'weights', id]] as const),
  );
  const coverage = [[recommendation?.coverageAtLeast, ['recommendation', 'coverageAtLeast']] as const];
  return [...own, ...overlaid, ...bands, ...coverage].flatMap(([value, path]) =>
    value !== undefined && decimalPlaces(value) > MAX_DECIMALS
      ? [createProblem('too-many-decimals', `${value} has more than ${MAX_DECIMALS} digits after the point`, path)]
      : [],
  );
};

const scaleIsWhole: Rule = ({ scale }) => {
  const { min, max, bar, labels } = scale ?? {};
  if (min === undefined || max === undefined) return [];
  if (min >= max)
    return [createProblem('scale', `the scale runs from ${min} to ${max}; max must be above min`, ['scale', 'max'])];
  const barProblem =
    bar === undefined || isOnScale(bar, { min, max })
      ? []
      : [createProblem('off-scale', `the bar ${bar} is outside the scale ${min} to ${max}`, ['scale', 'bar'])];
  return [...barProblem, ...coverProblems('label', labels, { min, max }, ['scale', 'labels'])];
};

const anchorsCoverTheScale: Rule = ({ scale, dimensions }) =>
  list(dimensions).flatMap(([{ anchors }, at]) =>
    coverProblems('anchor', anchors, scale, ['dimensions', at, 'anchors']),
  );

type Texts = Readonly<Record<string, string | undefined>>;

/** One text for each rating of the scale, and none for anything else. */
function coverProblems(
  what: string,
  texts: Texts | undefined,
  scale: PartialRubric['scale'],
  path: Path,
): readonly Problem[] {
  if (!texts || !isWhole(scale)) return [];
  const missing = ratingsOf(scale).filter((rating) => !(rating in texts));
  const gap = `there is no ${what} for ${missing.join(', ')}; each rating from ${scale.min} to ${scale.max} needs one`;
  return [
    ...(missing.length > 0 ? [createProblem(`missing-${what}`, gap, path, 'key')] : []),
    ...offScaleKeys(texts, scale, path),
  ];
}

function offScaleKeys(texts: Texts, scale: { min: number; max: number }, path: Path): readonly Problem[] {
  return Object.keys(texts)
    .filter((key) => !isOnScale(Number(key), scale))
    .map((key) =>
      createProblem('off-scale', `${key} is outside the scale ${scale.min} to ${scale.max}`, [...path, key], 'key'),
    );
}

const answersAreOnTheScale: Rule = ({ scale, exercises }) =>
  list(exercises).flatMap(([{ answers }, at]) =>
    answers && isWhole(scale) ? offScaleKeys(answers, scale, ['exercises', at, 'answers']) : [],
  );

const bordersAreNeighbours: Rule = ({ scale, dimensions }) =>
  list(dimensions).flatMap(([{ borders }, at]) =>
    Object.keys(borders ?? {}).flatMap((border) => {
      const [low = 0, high = 0] = border.split('-').map(Number);
      if (!isWhole(scale) || (isOnScale(low, scale) && isOnScale(high, scale) && high === low + 1)) return [];
      const message = `"${border}" is no border: name two neighbouring ratings of the scale, such as "3-4"`;
      return [createProblem('border', message, ['dimensions', at, 'borders', border], 'key')];
    }),
  );

const minimumsAreOnTheScale: Rule = ({ scale, dimensions, variants }) => {
  if (!isWhole(scale)) return [];
  const own = list(dimensions).map(([{ minimum }, at]) => [minimum, ['dimensions', at, 'minimum']] as const);
  const overlaid = list(variants).flatMap(([{ minimums }, at]) =>
    Object.entries(minimums ?? {}).map(([id, minimum]) => [minimum, ['variants', at, 'minimums', id]] as const),
  );
  return [...own, ...overlaid].flatMap(([minimum, path]) =>
    minimum === undefined || isOnScale(minimum, scale)
      ? []
      : [createProblem('off-scale', `the minimum ${minimum} is outside the scale ${scale.min} to ${scale.max}`, path)],
  );
};

const bandsAscend: Rule = ({ scale, recommendation }) => {
  const bands = recommendation?.bands;
  const edges = (['no', 'yes', 'strong-yes'] as const).map((name) => ({ name, at: bands?.[name] }));
  return edges.flatMap(({ name, at }, index) => {
    const path = ['recommendation', 'bands', name];
    const below = edges[index - 1];
    if (at === undefined) return [];
    if (isWhole(scale) && (at < scale.min || at > scale.max)) {
      return [
        createProblem(
          'off-scale',
          `the band "${name}" begins at ${at}, outside the scale ${scale.min} to ${scale.max}`,
          path,
        ),
      ];
    }
    if (below?.at === undefined || at > below.at) return [];
    const message = `the band "${name}" begins at ${at}, not above "${below.name}" at ${below.at}; bands must ascend`;
    return [createProblem('bands-order', message, path)];
  });
};

const questionsForEachDimension: Rule = ({ dimensions }) =>
  list(dimensions).flatMap(([{ id, questions }, at]) =>
    questions?.length === 0
      ? [
          createProblem('no-question', `the dimension ${id ?? at + 1} has no question; write at least one`, [
            'dimensions',
            at,
          ]),
        ]
      : [],
  );

const rangesAscend: Rule = ({ exercises, requirements }) => [
  ...list(exercises).flatMap(([{ minutes }, at]) =>
    isBackwards(minutes?.from, minutes?.to)
      ? [
          createProblem('range', `${minutes?.from} to ${minutes?.to} minutes runs backwards`, [
            'exercises',
            at,
            'minutes',
          ]),
        ]
      : [],
  ),
  ...list(requirements).flatMap(([{ atLeast, typicalTo }, at]) =>
    isBackwards(atLeast, typicalTo)
      ? [createProblem('range', `${atLeast} to ${typicalTo} runs backwards`, ['requirements', at, 'typicalTo'])]
      : [],
  ),
];

function isBackwards(from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && from > to;
}

const referencesExist: Rule = ({ dimensions, redFlags, exercises, variants }) => {
  if (!dimensions || dimensions.some((dimension) => dimension?.id === undefined)) return [];
  const known = dimensions.flatMap((dimension) => dimension?.id ?? []);
  const check = (id: string | undefined, path: Path, on?: 'key'): readonly Problem[] =>
    id === undefined || known.includes(id)
      ? []
      : [createProblem('unknown-dimension', `there is no dimension "${id}"${didYouMean(id, known)}`, path, on)];
  const flags = (items: PartialRubric['redFlags'], path: Path) =>
    list(items).flatMap(([{ dimension }, at]) => check(dimension, [...path, at, 'dimension']));
  const keys = (record: object | undefined, path: Path) =>
    Object.keys(record ?? {}).flatMap((id) => check(id, [...path, id], 'key'));
  return [
    ...flags(redFlags, ['redFlags']),
    ...list(exercises).flatMap(([exercise, at]) =>
      list(exercise.dimensions).flatMap(([id, position]) => check(id, ['exercises', at, 'dimensions', position])),
    ),
    ...list(variants).flatMap(([variant, at]) => [
      ...keys(variant.weights, ['variants', at, 'weights']),
      ...keys(variant.minimums, ['variants', at, 'minimums']),
      ...keys(variant.questions, ['variants', at, 'questions']),
      ...flags(variant.redFlags, ['variants', at, 'redFlags']),
    ]),
  ];
};

const variantsAreWhole: Rule = ({ dimensions, variants }) =>
  list(variants).flatMap(([{ weights }, at]) => {
    const missing = list(dimensions).flatMap(([{ id }]) => (id === undefined || !weights || id in weights ? [] : [id]));
    if (missing.length === 0) return [];
    const message = `the variant gives no weight for ${missing.join(', ')}; it needs one for each dimension`;
    return [createProblem('variant-weights', message, ['variants', at, 'weights'], 'key')];
  });

const ticksAreOnTheScale: Rule = ({ scale, dimensions }) =>
  list(dimensions).flatMap(([{ questions }, at]) =>
    list(questions).flatMap(([{ listenFor }, question]) =>
      list(listenFor).flatMap(([tick, position]) => {
        const rating = /^\[(\d+)\]/.exec(tick)?.[1];
        if (rating === undefined || !isWhole(scale) || isOnScale(Number(rating), scale)) return [];
        const path = ['dimensions', at, 'questions', question, 'listenFor', position];
        return [createProblem('off-scale', `[${rating}] is outside the scale ${scale.min} to ${scale.max}`, path)];
      }),
    ),
  );

const rules: readonly Rule[] = [
  idsAreUnique,
  namesAreUnique,
  weightsSumToHundred,
  decimalsAreShort,
  scaleIsWhole,
  anchorsCoverTheScale,
  answersAreOnTheScale,
  bordersAreNeighbours,
  minimumsAreOnTheScale,
  bandsAscend,
  questionsForEachDimension,
  rangesAscend,
  referencesExist,
  variantsAreWhole,
  ticksAreOnTheScale,
];

/** The items that are there, each with its position. */
function list<T>(items: readonly (T | undefined)[] | undefined): readonly (readonly [T, number])[] {
  return (items ?? []).flatMap((item, at) => (item === undefined ? [] : [[item, at] as const]));
}

function isWhole(
  scale: PartialRubric['scale'],
): scale is { min: number; max: number } & NonNullable<PartialRubric['scale']> {
  return scale?.min !== undefined && scale.max !== undefined && scale.min < scale.max;
}
