import { createProblem, type Path, type Problem } from '../../problem.js';
import { itemsOf } from '../../schema/partial.js';
import { nameRules } from './names.js';
import type { PartialRubric, Rule } from './partial-rubric.js';
import { scaleRules } from './scale.js';
import { weightRules } from './weights.js';

/** Rules that a schema cannot express: they compare one part of the rubric with another. */
export function checkRubricRules(rubric: PartialRubric): readonly Problem[] {
  return rules.flatMap((rule) => rule(rubric));
}

const questionsForEachDimension: Rule = ({ dimensions }) =>
  itemsOf(dimensions).flatMap(([{ id, questions }, at]) =>
    questions?.length === 0 ? [createProblem('no-question', { dimension: id ?? at + 1 }, ['dimensions', at])] : [],
  );

const rangesAscend: Rule = ({ exercises, requirements }) => [
  ...itemsOf(exercises).flatMap(([{ minutes }, at]) =>
    backwards({ ...minutes, unit: 'minutes' }, ['exercises', at, 'minutes']),
  ),
  ...itemsOf(requirements).flatMap(([{ atLeast, typicalTo }, at]) =>
    backwards({ from: atLeast, to: typicalTo }, ['requirements', at, 'typicalTo']),
  ),
];

interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly unit?: 'minutes';
}

function backwards({ from, to, ...unit }: Range, path: Path): readonly Problem[] {
  const isBackwards = from !== undefined && to !== undefined && from > to;
  return isBackwards ? [createProblem('range', { from, to, ...unit }, path)] : [];
}

const rules: readonly Rule[] = [...nameRules, ...weightRules, ...scaleRules, questionsForEachDimension, rangesAscend];
