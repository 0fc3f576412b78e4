import { createProblem, type Path, type Problem } from '../../problem.js';
import { isOnScale, ratingsOf } from '../scale.js';
import { isWhole, list, type PartialRubric, type Rule } from './partial-rubric.js';

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
  const minima = list(dimensions).map(([{ minimum }, at]) => [minimum, ['dimensions', at, 'minimum']] as const);
  const overlaid = list(variants).flatMap(([{ minimums }, at]) =>
    Object.entries(minimums ?? {}).map(([id, minimum]) => [minimum, ['variants', at, 'minimums', id]] as const),
  );
  return [...minima, ...overlaid].flatMap(([minimum, path]) =>
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

/** Rules about labels, anchors, borders, minimums and bands: everything that has to be on the rubric's scale. */
export const scaleRules: readonly Rule[] = [
  scaleIsWhole,
  anchorsCoverTheScale,
  answersAreOnTheScale,
  bordersAreNeighbours,
  minimumsAreOnTheScale,
  bandsAscend,
  ticksAreOnTheScale,
];
