import { createProblem, type Path, type Problem } from '../../problem.js';
import { itemsOf } from '../../schema/partial.js';
import { EXPORT_SYSTEMS } from '../export-points.js';
import { parseBorder } from '../rating-key.js';
import {
  anchoredRatings,
  areNeighbours,
  isInRange,
  isOnScale,
  MOST_RATINGS,
  ratingsOf,
  type ScaleRange,
  stepCount,
  wholeRatingsOf,
} from '../scale.js';
import { isSound, type PartialRubric, type Rule } from './partial-rubric.js';

const scaleIsSound: Rule = ({ scale }) => {
  const { min, max, step, bar, labels } = scale ?? {};
  if (min === undefined || max === undefined) return [];
  if (min >= max) return [createProblem('scale', { min, max }, ['scale', 'max'])];
  if (step === undefined) return [];
  const range = { min, max, step };
  if (!isSound(scale)) {
    const about = { scale: range, count: stepCount(range) + 1, most: MOST_RATINGS };
    return [createProblem('too-many-ratings', about, ['scale', 'max'])];
  }
  const barProblem =
    bar === undefined || isOnScale(bar, range)
      ? []
      : [createProblem('off-scale', { what: 'bar', value: bar, scale: range }, ['scale', 'bar'])];
  return [...barProblem, ...coverProblems('label', labels, scale, ['scale', 'labels'])];
};

const anchorsCoverTheScale: Rule = ({ scale, dimensions }) =>
  itemsOf(dimensions).flatMap(([{ anchors }, at]) =>
    coverProblems('anchor', anchors, scale, ['dimensions', at, 'anchors']),
  );

type Texts = Readonly<Record<string, unknown>>;

/** A text for each rating that must have one, and none for a half or for what is not on the scale. */
function coverProblems(
  what: 'label' | 'anchor',
  texts: Texts | undefined,
  scale: PartialRubric['scale'],
  path: Path,
): readonly Problem[] {
  if (!texts || !isSound(scale)) return [];
  const needed = anchoredRatings(scale);
  const missing = needed.filter((rating) => !Object.hasOwn(texts, String(rating)));
  const isEach = needed.length === wholeRatingsOf(scale).length;
  return [
    ...(missing.length > 0
      ? [createProblem(`missing-${what}`, { ratings: missing, scale, needed: isEach ? 'each' : needed }, path, 'key')]
      : []),
    ...offScaleKeys(texts, scale, path),
    ...Object.keys(texts)
      .filter((key) => isOnScale(Number(key), scale) && !Number.isInteger(Number(key)))
      .map((key) => createProblem('half', { what, half: Number(key) }, [...path, key], 'key')),
  ];
}

function offScaleKeys(texts: Texts, scale: ScaleRange, path: Path): readonly Problem[] {
  return Object.keys(texts)
    .filter((key) => !isOnScale(Number(key), scale))
    .map((key) => createProblem('off-scale', { what: 'key', value: key, scale }, [...path, key], 'key'));
}

const answersAreOnTheScale: Rule = ({ scale, exercises }) =>
  itemsOf(exercises).flatMap(([{ answers }, at]) =>
    answers && isSound(scale) ? offScaleKeys(answers, scale, ['exercises', at, 'answers']) : [],
  );

const bordersAreNeighbours: Rule = ({ scale, dimensions }) =>
  itemsOf(dimensions).flatMap(([{ borders }, at]) =>
    Object.keys(borders ?? {}).flatMap((key) => {
      const border = parseBorder(key);
      if (!isSound(scale) || (border && areNeighbours(border, scale))) return [];
      return [createProblem('border', { border: key }, ['dimensions', at, 'borders', key], 'key')];
    }),
  );

const minimumsAreOnTheScale: Rule = ({ scale, dimensions, variants }) => {
  if (!isSound(scale)) return [];
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

const strongYesNeedsIsInRange: Rule = ({ scale, recommendation }) => {
  const value = recommendation?.strongYesNeeds;
  if (value === undefined || !isSound(scale) || isInRange(value, scale)) return [];
  return [createProblem('off-scale', { what: 'strongYesNeeds', value, scale }, ['recommendation', 'strongYesNeeds'])];
};

const bandsAscend: Rule = ({ scale, recommendation }) => {
  const bands = recommendation?.bands;
  const edges = (['no', 'yes', 'strong-yes'] as const).map((name) => ({ name, value: bands?.[name] }));
  return edges.flatMap(({ name, value }, index) => {
    const path = ['recommendation', 'bands', name];
    const below = edges[index - 1];
    if (value === undefined) return [];
    if (isSound(scale) && !isInRange(value, scale)) {
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
        const rating = /^\[(-?\d+(?:\.\d+)?)\]/.exec(tick)?.[1];
        if (rating === undefined || !isSound(scale) || isOnScale(Number(rating), scale)) return [];
        const path = ['dimensions', at, 'questions', question, 'listenFor', position];
        return [createProblem('off-scale', { what: 'tick', value: rating, scale }, path)];
      }),
    ),
  );

const exportsCoverTheScale: Rule = ({ scale, export: systems }) =>
  EXPORT_SYSTEMS.flatMap((system) => {
    const points = systems?.[system];
    if (!points || !isSound(scale)) return [];
    const path = ['export', system];
    const missing = ratingsOf(scale).filter((rating) => !Object.hasOwn(points, String(rating)));
    return [
      ...(missing.length > 0 ? [createProblem('missing-point', { system, ratings: missing, scale }, path, 'key')] : []),
      ...offScaleKeys(points, scale, path),
    ];
  });

/** Rules about labels, anchors, borders, minimums, bands and exports: everything that has to be on the rubric's scale. */
export const scaleRules: readonly Rule[] = [
  scaleIsSound,
  anchorsCoverTheScale,
  answersAreOnTheScale,
  bordersAreNeighbours,
  minimumsAreOnTheScale,
  strongYesNeedsIsInRange,
  bandsAscend,
  ticksAreOnTheScale,
  exportsCoverTheScale,
];
