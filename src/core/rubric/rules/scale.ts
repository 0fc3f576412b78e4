import { createProblem, type Path, type Problem } from '../../problem.js';
import { isOnScale, ratingsOf } from '../scale.js';
import { isWhole, itemsOf, type PartialRubric, type Rule } from './partial-rubric.js';

const scaleIsWhole: Rule = ({ scale }) => {
  const { min, max, bar, labels } = scale ?? {};
  if (min === undefined || max === undefined) return [];
  if (min >= max) return [createProblem('scale', { min, max }, ['scale', 'max'])];
  const barProblem =
    bar === undefined || isOnScale(bar, { min, max })
      ? []
      : [createProblem('off-scale', { what: 'bar', value: bar, scale: { min, max } }, ['scale', 'bar'])];
  return [...barProblem, ...coverProblems('missing-label', labels, { min, max }, ['scale', 'labels'])];
};

const anchorsCoverTheScale: Rule = ({ scale, dimensions }) =>
  itemsOf(dimensions).flatMap(([{ anchors }, at]) =>
    coverProblems('missing-anchor', anchors, scale, ['dimensions', at, 'anchors']),
  );

type Texts = Readonly<Record<string, unknown>>;

/** One text for each rating of the scale, and none for anything else. */
function coverProblems(
  code: 'missing-label' | 'missing-anchor',
  texts: Texts | undefined,
  scale: PartialRubric['scale'],
  path: Path,
): readonly Problem[] {
  if (!texts || !isWhole(scale)) return [];
  const missing = ratingsOf(scale).filter((rating) => !(rating in texts));
  return [
    ...(missing.length > 0 ? [createProblem(code, { ratings: missing, scale }, path, 'key')] : []),
    ...offScaleKeys(texts, scale, path),
  ];
}

function offScaleKeys(texts: Texts, scale: { min: number; max: number }, path: Path): readonly Problem[] {
  return Object.keys(texts)
    .filter((key) => !isOnScale(Number(key), scale))
    .map((key) => createProblem('off-scale', { what: 'key', value: key, scale }, [...path, key], 'key'));
}

const answersAreOnTheScale: Rule = ({ scale, exercises }) =>
  itemsOf(exercises).flatMap(([{ answers }, at]) =>
    answers && isWhole(scale) ? offScaleKeys(answers, scale, ['exercises', at, 'answers']) : [],
  );

const bordersAreNeighbours: Rule = ({ scale, dimensions }) =>
  itemsOf(dimensions).flatMap(([{ borders }, at]) =>
    Object.keys(borders ?? {}).flatMap((border) => {
      const [low = 0, high = 0] = border.split('-').map(Number);
      if (!isWhole(scale) || (isOnScale(low, scale) && isOnScale(high, scale) && high === low + 1)) return [];
      return [createProblem('border', { border }, ['dimensions', at, 'borders', border], 'key')];
    }),
  );

const minimumsAreOnTheScale: Rule = ({ scale, dimensions, variants }) => {
  if (!isWhole(scale)) return [];
  const minima = itemsOf(dimensions).map(([{ minimum }, at]) => [minimum, ['dimensions', at, 'minimum']] as const);
  const overlaid = itemsOf(variants).flatMap(([{ minimums }, at]) =>
    Object.entries(minimums ?? {}).map(([id, minimum]) => [minimum, ['variants', at, 'minimums', id]] as const),
  );
  return [...minima, ...overlaid].flatMap(([minimum, path]) =>
    minimum === undefined || isOnScale(minimum, scale)
      ? []
      : [createProblem('off-scale', { what: 'minimum', value: minimum, scale }, path)],
  );
};

const strongYesNeedsARating: Rule = ({ scale, recommendation }) => {
  const value = recommendation?.strongYesNeeds;
  if (value === undefined || !isWhole(scale) || isOnScale(value, scale)) return [];
  return [createProblem('off-scale', { what: 'strongYesNeeds', value, scale }, ['recommendation', 'strongYesNeeds'])];
};

const bandsAscend: Rule = ({ scale, recommendation }) => {
  const bands = recommendation?.bands;
  const edges = (['no', 'yes', 'strong-yes'] as const).map((name) => ({ name, value: bands?.[name] }));
  return edges.flatMap(({ name, value }, index) => {
    const path = ['recommendation', 'bands', name];
    const below = edges[index - 1];
    if (value === undefined) return [];
    if (isWhole(scale) && (value < scale.min || value > scale.max)) {
      return [createProblem('off-scale', { what: 'band', name, value, scale }, path)];
    }
    if (below?.value === undefined || value > below.value) return [];
    return [createProblem('bands-order', { name, value, below: below.name, belowValue: below.value }, path)];
  });
};

const ticksAreOnTheScale: Rule = ({ scale, dimensions }) =>
  itemsOf(dimensions).flatMap(([{ questions }, at]) =>
    itemsOf(questions).flatMap(([{ listenFor }, question]) =>
      itemsOf(listenFor).flatMap(([tick, position]) => {
        const rating = /^\[(\d+)\]/.exec(tick)?.[1];
        if (rating === undefined || !isWhole(scale) || isOnScale(Number(rating), scale)) return [];
        const path = ['dimensions', at, 'questions', question, 'listenFor', position];
        return [createProblem('off-scale', { what: 'tick', value: rating, scale }, path)];
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
  strongYesNeedsARating,
  bandsAscend,
  ticksAreOnTheScale,
];
