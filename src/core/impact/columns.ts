import { type Checked, createProblem, type Problem } from '../problem.js';
import { normaliseHeader, plainHeader, wordsOf } from '../table/header/header-form.js';
import { PEOPLE } from '../table/header/people-headers.js';
import type { Mapping } from '../table/header/read-columns.js';

/** What a column of counts holds. `above-median` is what a tool's scores are counted by, in the place of selections. */
export const COUNT_TARGETS = ['group', 'applicants', 'selected', 'above-median', 'stage', 'category'] as const;
export type CountTarget = (typeof COUNT_TARGETS)[number];

/** Headers by what they mean; those of characteristics name groups, and the set of groups too. */
const HEADERS: Readonly<Record<CountTarget, readonly string[]>> = {
  group: ['group', 'groups', 'group name', 'subgroup', 'class', 'demographic', 'demographic group', 'population'],
  applicants: [
    ...['applicants', 'applied', 'applications', 'candidates', 'considered', 'assessed', 'tested', 'took part'],
    ...['participants', 'pool', 'n', 'total', 'all', 'people', 'interviewed', 'eligible', 'test takers'],
  ],
  selected: [
    ...[
      'selected',
      'selections',
      'hired',
      'hires',
      'passed',
      'offers',
      'offered',
      'promoted',
      'promotions',
      'advanced',
    ],
    ...['invited', 'moved on', 'moved forward', 'accepted', 'successful', 'went on'],
  ],
  'above-median': ['above median', 'above the median', 'scored above median', 'scored above the median'],
  stage: ['stage', 'step', 'round', 'phase', 'hurdle'],
  category: ['category', 'characteristic', 'attribute', 'set', 'set of groups', 'kind'],
};

const CHARACTERISTICS = new Set([
  ...[
    'sex',
    'gender',
    'race',
    'ethnicity',
    'race/ethnicity',
    'race / ethnicity',
    'race and ethnicity',
    'age',
    'age group',
  ],
  ...['age band', 'disability', 'religion', 'nationality', 'national origin', 'veteran status', 'origin'],
]);

const PERSON: ReadonlySet<string> = new Set([
  ...PEOPLE.candidate.headers.flat(),
  ...PEOPLE.candidate.first,
  ...PEOPLE.candidate.last,
  ...PEOPLE.interviewer.headers.flat(),
  ...['id', 'candidate id', 'applicant id', 'person id', 'email', 'e mail', 'email address', 'score', 'rating'],
]);

export interface CountPlan {
  readonly headers: readonly string[];
  /** The columns that name groups: one, or a characteristic each where rows are told apart by several. */
  readonly groups: readonly number[];
  readonly applicants: number;
  readonly selected: number;
  /** Whether it is scores above the median that are counted. */
  readonly isScoring: boolean;
  readonly stage: number | undefined;
  readonly category: number | undefined;
  readonly ignored: readonly number[];
}

/** What a header means by itself. */
export function countMeaning(header: string): CountTarget | 'characteristic' | 'person' | undefined {
  const word = plainHeader(
    normaliseHeader(header).replace(/^(?:#|no\.?|nr\.?|number|count|total number) (?:of )?/, ''),
  );
  const target = COUNT_TARGETS.find((each) => HEADERS[each].includes(word));
  if (target !== undefined) return target;
  if (CHARACTERISTICS.has(word)) return 'characteristic';
  if (PERSON.has(word)) return 'person';
  return wordsOf(word).includes('group') ? 'group' : undefined;
}

/** Which of the first rows is the header: the first of those that say the most. */
export function findCountHeader(sample: readonly (readonly string[])[]): number {
  const counts = sample.slice(0, 20).map((cells) => new Set(cells.flatMap((cell) => countMeaning(cell) ?? [])).size);
  const most = Math.max(0, ...counts);
  return most < 2 ? 0 : counts.indexOf(most);
}

/** Finds out what the columns hold. People are refused, whatever else there is. */
export function planCounts(headers: readonly string[], mappings: readonly Mapping[]): Checked<CountPlan> {
  const isSame = (one: string, other: string) => normaliseHeader(one) === normaliseHeader(other);
  const meanings = headers.map((header) => {
    const target = mappings.find((mapping) => isSame(mapping.header, header))?.target;
    return target === undefined ? countMeaning(header) : COUNT_TARGETS.find((known) => known === target);
  });
  const all = (meaning: (typeof meanings)[number]) => meanings.flatMap((own, at) => (own === meaning ? [at] : []));
  const [[plain], [scoring], [applicants], [stage]] = [
    all('selected'),
    all('above-median'),
    all('applicants'),
    all('stage'),
  ];
  const { groups, category } = groupColumns(all('group'), all('characteristic'), all('category'));
  const selected = plain ?? scoring;
  const missing = { group: groups[0], applicants, selected };
  const problems = [
    ...mappingProblems(headers, mappings),
    ...all('person').map((at) => createProblem('counts-person', { header: headers[at] ?? '' }, [at])),
    ...COUNT_TARGETS.flatMap((target) => duplicates(headers, all(target), target)),
    ...(plain === undefined || scoring === undefined ? [] : duplicates(headers, [plain, scoring], 'selected')),
    ...(['group', 'applicants', 'selected'] as const).flatMap((what) =>
      missing[what] === undefined ? [createProblem('no-counts', { what }, [0])] : [],
    ),
  ];
  if (problems.length > 0 || applicants === undefined || selected === undefined) return { ok: false, problems };
  const used = [...groups, applicants, selected, stage, category];
  const ignored = headers.flatMap((header, at) => (used.includes(at) || header === '' ? [] : [at]));
  const isScoring = plain === undefined;
  return { ok: true, value: { headers, groups, applicants, selected, isScoring, stage, category, ignored } };
}

/** Which columns name the groups, and which the sets of them: where nothing else names groups, a "category" does. */
function groupColumns(
  [named]: readonly number[],
  characteristics: readonly number[],
  [category]: readonly number[],
): Pick<CountPlan, 'groups' | 'category'> {
  const groups = [...(named === undefined ? [] : [named]), ...characteristics];
  if (groups.length > 0) return { groups, category };
  return { groups: category === undefined ? [] : [category], category: undefined };
}

function mappingProblems(headers: readonly string[], mappings: readonly Mapping[]): readonly Problem[] {
  return mappings.flatMap(({ header, target }) => {
    const at = headers.findIndex((known) => normaliseHeader(known) === normaliseHeader(header));
    if (at < 0) return [createProblem('unknown-column', { header, headers }, [0])];
    return target === '' || COUNT_TARGETS.some((known) => known === target)
      ? []
      : [createProblem('unknown-counts', { target, known: COUNT_TARGETS }, [at])];
  });
}

function duplicates(headers: readonly string[], [first, second]: readonly number[], holds: string): readonly Problem[] {
  if (first === undefined || second === undefined) return [];
  const names = { first: headers[first] ?? '', second: headers[second] ?? '' };
  return [createProblem('duplicate-column', { ...names, holds }, [second])];
}
