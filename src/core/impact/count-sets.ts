import { createNote, createProblem, type Problem } from '../problem.js';
import type { Selection } from '../stats/impact/selection.js';
import type { CountRow } from './count-row.js';

export interface GroupCount extends Selection {
  readonly name: string;
}

/** Groups that are held against each other. */
export interface CountSet {
  /** Empty where the table has none. `bottom-line`: from the first stage to the last. */
  readonly stage: string;
  readonly isBottomLine: boolean;
  /** What tells the groups apart, such as `Sex`; empty where nothing says so. */
  readonly category: string;
  readonly groups: readonly GroupCount[];
  /** People of whom the group is not known: they are in no rate. */
  readonly unknown: number;
}

export interface CountSets {
  readonly sets: readonly CountSet[];
  /** Groups that stand twice: neither counts. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/**
 * Rows as sets of groups: by stage and category; where several characteristics tell groups apart, by each of them alone
 * and by all together. Of several stages the bottom line comes last.
 */
export function countSets(rows: readonly CountRow[], characteristics: readonly string[]): CountSets {
  const { sound, problems } = withoutDoubles(inOneSpelling(rows));
  const stages = [...new Set(sound.map(({ stage }) => stage))];
  const sets = stages.flatMap((stage) =>
    stageSets(
      sound.filter((row) => row.stage === stage),
      characteristics,
    ),
  );
  // What holds of sums follows from what holds of their parts.
  const parts =
    characteristics.length < 2 ? sets : sets.filter(({ category }) => category.endsWith(allOf(characteristics)));
  const notes = stages.slice(1).flatMap((stage, at) => grownGroups(parts, stages[at] ?? '', stage));
  return { sets: [...sets, ...bottomLines(sets, stages)], problems, notes };
}

function allOf(characteristics: readonly string[]): string {
  return characteristics.join(' and ');
}

/** `Women` and `women` are one group: all as it was first written. */
function inOneSpelling(rows: readonly CountRow[]): readonly CountRow[] {
  const spellings = new Map<string, string>();
  const first = (text: string) => {
    const key = text.toLowerCase();
    if (!spellings.has(key)) spellings.set(key, text);
    return spellings.get(key) ?? text;
  };
  return rows.map((row) => ({
    ...row,
    stage: first(row.stage),
    category: first(row.category),
    groups: row.groups.map((name) => name && first(name)),
  }));
}

function withoutDoubles(rows: readonly CountRow[]): { sound: readonly CountRow[]; problems: readonly Problem[] } {
  const keyOf = ({ stage, category, groups }: CountRow) =>
    JSON.stringify([stage, category, groups.map((name) => name ?? null)].map((part) => String(part).toLowerCase()));
  const lines = new Map<string, number[]>();
  for (const row of rows) lines.set(keyOf(row), [...(lines.get(keyOf(row)) ?? []), row.line]);
  const isUnknown = ({ groups }: CountRow) => groups.includes(undefined);
  const isDouble = (row: CountRow) => !isUnknown(row) && (lines.get(keyOf(row))?.length ?? 0) > 1;
  const problems = rows.filter(isDouble).map((row) => {
    const other = lines.get(keyOf(row))?.find((line) => line !== row.line) ?? row.line;
    const group = row.groups.join(', ');
    return { ...createProblem('group-twice', { group, line: other }, []), line: row.line, column: 1 };
  });
  return { sound: rows.filter((row) => !isDouble(row)), problems };
}

function stageSets(rows: readonly CountRow[], characteristics: readonly string[]): readonly CountSet[] {
  const categories = [...new Set(rows.map(({ category }) => category))];
  return categories.flatMap((category) => {
    const own = rows.filter((row) => row.category === category);
    const stage = own[0]?.stage ?? '';
    const nameOf = (label: string) => [category, label].filter((part) => part !== '').join(': ');
    const set = (label: string, nameIn: (row: CountRow) => string | undefined): CountSet => ({
      ...{ stage, isBottomLine: false, category: nameOf(label) },
      ...summed(own, nameIn),
    });
    if (characteristics.length < 2)
      return [set(category === '' ? (characteristics[0] ?? '') : '', ({ groups }) => groups[0])];
    return [
      ...characteristics.map((label, at) => set(label, ({ groups }) => groups[at])),
      set(allOf(characteristics), ({ groups }) => groups.join(', ')),
    ];
  });
}

function summed(
  rows: readonly CountRow[],
  nameIn: (row: CountRow) => string | undefined,
): Pick<CountSet, 'groups' | 'unknown'> {
  const groups = new Map<string, GroupCount>();
  let unknown = 0;
  for (const row of rows) {
    const name = nameIn(row);
    // By one rule for all sets: whose sex is known and whose race is not is in none of them.
    if (name === undefined || row.groups.includes(undefined)) {
      unknown += row.applicants;
      continue;
    }
    const known = groups.get(name) ?? { name, applicants: 0, selected: 0 };
    groups.set(name, { name, applicants: known.applicants + row.applicants, selected: known.selected + row.selected });
  }
  return { groups: [...groups.values()], unknown };
}

/** What went in at the first stage and came out of the last, of groups that stand in both. */
function bottomLines(sets: readonly CountSet[], stages: readonly string[]): readonly CountSet[] {
  const [first, last] = [stages[0], stages.at(-1)];
  if (stages.length < 2) return [];
  return sets
    .filter(({ stage }) => stage === first)
    .flatMap((start) => {
      const end = sets.find(({ stage, category }) => stage === last && category === start.category);
      const groups = start.groups.flatMap(({ name, applicants }): readonly GroupCount[] => {
        const selected = end?.groups.find((group) => group.name === name)?.selected;
        return selected === undefined || selected > applicants ? [] : [{ name, applicants, selected }];
      });
      return groups.length < 2 ? [] : [{ ...start, isBottomLine: true, groups }];
    });
}

/** Groups of which more were at a stage than were selected at the one before it. */
function grownGroups(sets: readonly CountSet[], before: string, after: string): readonly Problem[] {
  return sets
    .filter(({ stage }) => stage === after)
    .flatMap((set) =>
      set.groups.flatMap(({ name, applicants }) => {
        const earlier = sets.find(({ stage, category }) => stage === before && category === set.category);
        const selected = earlier?.groups.find((group) => group.name === name)?.selected;
        return selected === undefined || applicants <= selected
          ? []
          : [createNote('more-than-before', { group: `${after}: ${name}`, applicants, before: selected }, [])];
      }),
    );
}
