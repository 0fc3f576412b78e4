import { createProblem, type Problem } from '../../problem.js';
import { nameRules } from './names.js';
import { list, type PartialRubric, type Rule } from './partial-rubric.js';
import { scaleRules } from './scale.js';
import { weightRules } from './weights.js';

/** Rules that a schema cannot express: they compare one part of the rubric with another. */
export function checkRubricRules(rubric: PartialRubric): readonly Problem[] {
  return rules.flatMap((rule) => rule(rubric));
}

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

const rules: readonly Rule[] = [...nameRules, ...weightRules, ...scaleRules, questionsForEachDimension, rangesAscend];
