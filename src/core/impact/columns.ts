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
  const problems: Problem[] = [];
  const mapped = (header: string) =>
    mappings.find((mapping) => normaliseHeader(mapping.header) === normaliseHeader(header));
  const meanings = headers.map((header) => {
    const target = mapped(header)?.target;
    return target === undefined ? countMeaning(header) : COUNT_TARGETS.find((known) => known === target);
  });
  for (const { header, target } of mappings) {
    if (!headers.some((known) => normaliseHeader(known) === normaliseHeader(header)))
      problems.push(createProblem('unknown-column', { header, headers }, [0]));
    else if (target !== '' && !COUNT_TARGETS.some((known) => known === target))
      problems.push(createProblem('unknown-counts', { target, known: COUNT_TARGETS }, [headers.indexOf(header)]));
  }
  const all = (meaning: (typeof meanings)[number]) => meanings.flatMap((own, at) => (own === meaning ? [at] : []));
  for (const at of all('person')) problems.push(createProblem('counts-person', { header: headers[at] ?? '' }, [at]));
  for (const target of COUNT_TARGETS) {
    const [first, second] = all(target);
    if (first !== undefined && second !== undefined) problems.push(duplicate(headers, [first, second], target));
  }
  const [scoring] = all('above-median');
  const [plain] = all('selected');
  if (scoring !== undefined && plain !== undefined) problems.push(duplicate(headers, [plain, scoring], 'selected'));
  const [named] = all('group');
  const [set] = all('category');
  const characteristics = all('characteristic');
  // Where nothing else names the groups, a "category" does.
  const isGroup = named === undefined && characteristics.length === 0;
  const groups =
    named === undefined ? (isGroup && set !== undefined ? [set] : characteristics) : [named, ...characteristics];
  const category = isGroup ? undefined : set;
  const [applicants] = all('applicants');
  const selected = plain ?? scoring;
  const missing = { group: groups[0], applicants, selected };
  for (const what of ['group', 'applicants', 'selected'] as const)
    if (missing[what] === undefined) problems.push(createProblem('no-counts', { what }, [0]));
  if (problems.length > 0 || applicants === undefined || selected === undefined) return { ok: false, problems };
  const [stage] = all('stage');
  const used = [...groups, applicants, selected, stage, category];
  return {
    ok: true,
    value: {
      ...{ headers, groups, applicants, selected, stage, category },
      isScoring: plain === undefined,
      ignored: headers.flatMap((header, at) => (used.includes(at) || header === '' ? [] : [at])),
    },
  };
}

function duplicate(headers: readonly string[], [first, second]: readonly [number, number], holds: string): Problem {
  return createProblem('duplicate-column', { first: headers[first] ?? '', second: headers[second] ?? '', holds }, [
    second,
  ]);
}
