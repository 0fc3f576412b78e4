import { createProblem, type Path, type Problem } from '../../problem.js';
import { didYouMean } from '../../text/wording.js';
import { list, type PartialRubric, type Rule } from './partial-rubric.js';

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
    const names = new Set<string>();
    return list([dimension.id, dimension.name, ...(dimension.aliases ?? [])]).flatMap(([name]) => {
      const key = name.toLowerCase();
      const owner = owners.get(key);
      if (names.has(key)) return [];
      names.add(key);
      if (owner === undefined || owner === dimension.id) {
        owners.set(key, dimension.id ?? '');
        return [];
      }
      const message = `"${name}" already names the dimension ${owner}; a CSV header must mean one dimension`;
      return [createProblem('duplicate-name', message, ['dimensions', at])];
    });
  });
};

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

/** Rules about ids, names, and what refers to them. */
export const nameRules: readonly Rule[] = [idsAreUnique, namesAreUnique, referencesExist];
