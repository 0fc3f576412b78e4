import { createProblem, type Path, type Problem } from '../../problem.js';
import { ADVICE_CODES } from '../../problem-words.js';
import { itemsOf } from '../../schema/partial.js';
import { ownWeights, type PartialRubric, type Rule } from './partial-rubric.js';

const idsAreUnique: Rule = (rubric) => [
  ...duplicates('dimension', rubric.dimensions, ['dimensions']),
  ...duplicates('red flag', rubric.redFlags, ['redFlags']),
  ...duplicates('session', rubric.sessions, ['sessions']),
  ...duplicates('exercise', rubric.exercises, ['exercises']),
  ...duplicates('requirement', rubric.requirements, ['requirements']),
  ...duplicates('variant', rubric.variants, ['variants']),
  ...itemsOf(rubric.variants).flatMap(([variant, at]) =>
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
  return itemsOf(items).flatMap(([{ id }, at]) => {
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [createProblem('duplicate-id', { id, what }, [...path, at, 'id'])];
  });
}

const namesAreUnique: Rule = ({ dimensions }) => {
  const owners = new Map<string, string>();
  return itemsOf(dimensions).flatMap(([dimension, at]) => {
    const names = new Set<string>();
    return itemsOf([dimension.id, dimension.name, ...(dimension.aliases ?? [])]).flatMap(([name]) => {
      const key = name.toLowerCase();
      const owner = owners.get(key);
      if (names.has(key)) return [];
      names.add(key);
      if (owner === undefined || owner === dimension.id) {
        owners.set(key, dimension.id ?? '');
        return [];
      }
      return [createProblem('duplicate-name', { name, owner }, ['dimensions', at])];
    });
  });
};

/** A part of a rubric that lists dimensions by their ids. */
interface Listing {
  readonly dimensions?: readonly (string | undefined)[] | undefined;
}

const referencesExist: Rule = ({ dimensions, sessions, redFlags, exercises, variants }) => {
  if (!dimensions || dimensions.some((dimension) => dimension?.id === undefined)) return [];
  const known = dimensions.flatMap((dimension) => dimension?.id ?? []);
  const check = (id: string | undefined, path: Path, on?: 'key'): readonly Problem[] =>
    id === undefined || known.includes(id) ? [] : [createProblem('unknown-dimension', { id, known }, path, on)];
  const flags = (items: PartialRubric['redFlags'], path: Path) =>
    itemsOf(items).flatMap(([{ dimension }, at]) => check(dimension, [...path, at, 'dimension']));
  const lists = (parts: readonly (Listing | undefined)[] | undefined, key: string) =>
    itemsOf(parts).flatMap(([{ dimensions }, at]) =>
      itemsOf(dimensions).flatMap(([id, position]) => check(id, [key, at, 'dimensions', position])),
    );
  const keys = (record: object | undefined, path: Path) =>
    Object.keys(record ?? {}).flatMap((id) => check(id, [...path, id], 'key'));
  return [
    ...flags(redFlags, ['redFlags']),
    ...lists(sessions, 'sessions'),
    ...lists(exercises, 'exercises'),
    ...itemsOf(variants).flatMap(([variant, at]) => [
      ...keys(ownWeights(variant), ['variants', at, 'weights']),
      ...keys(variant.minimums, ['variants', at, 'minimums']),
      ...keys(variant.questions, ['variants', at, 'questions']),
      ...flags(variant.redFlags, ['variants', at, 'redFlags']),
    ]),
  ];
};

const sessionsNameEachDimensionOnce: Rule = ({ sessions }) =>
  itemsOf(sessions).flatMap(([{ dimensions }, at]) =>
    itemsOf(dimensions).flatMap(([id, position]) =>
      dimensions?.indexOf(id) === position
        ? []
        : [createProblem('duplicate-id', { id, what: 'dimension' }, ['sessions', at, 'dimensions', position])],
    ),
  );

const allowedAdviceExists: Rule = ({ allow }) =>
  itemsOf(allow).flatMap(([{ code }, at]) =>
    code === undefined || ADVICE_CODES.some((known) => known === code)
      ? []
      : [createProblem('unknown-advice', { id: code, known: ADVICE_CODES }, ['allow', at, 'code'])],
  );

/** Rules about ids, names, and what refers to them. */
export const nameRules: readonly Rule[] = [
  idsAreUnique,
  namesAreUnique,
  referencesExist,
  sessionsNameEachDimensionOnce,
  allowedAdviceExists,
];
