import { createProblem, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { readHeader } from '../header.js';
import { normaliseHeader, plainHeader } from './header-form.js';
import { isSame, type Mapping } from './read-columns.js';

/** The columns of a table with one row for each rating. */
export interface LongColumns {
  readonly criterion: number;
  readonly score: number;
  readonly comment: number | undefined;
}

type LongRole = keyof LongColumns;

/** Headers of such a table, the surest first. */
const ROLES: Readonly<Record<LongRole, readonly string[]>> = {
  criterion: [
    ...['criterion', 'criteria', 'criterion name', 'criteria name', 'dimension', 'dimension name', 'competency'],
    ...['competence', 'competency name', 'rubric item', 'rubric criterion', 'attribute', 'attribute name', 'trait'],
    ...['skill', 'skill name', 'question', 'question text', 'item', 'category', 'measure', 'factor'],
  ],
  score: [
    ...['rating', 'score', 'mark', 'points', 'value', 'grade', 'rating given', 'score given', 'points awarded'],
    ...['answer', 'response', 'level', 'ratings', 'scores', 'marks'],
  ],
  comment: [
    'evidence',
    'comment',
    'comments',
    'note',
    'notes',
    'remark',
    'remarks',
    'feedback',
    'justification',
    'rationale',
  ],
};

/** What a header is in a table with one row for each rating. */
export function longRoleOf(header: string): LongRole | undefined {
  const whole = normaliseHeader(header);
  const roles = Object.keys(ROLES) as LongRole[];
  return roles.find((role) => [whole, plainHeader(whole)].some((form) => ROLES[role].includes(form)));
}

interface LongContext {
  readonly rubric: Rubric;
  readonly mappings: readonly Mapping[];
}

/**
 * The columns of a table with one row for each rating: somebody who is rated, a criterion, a score, and no column for a
 * dimension. `undefined` for any other table.
 */
export function findLongColumns(
  headers: readonly string[],
  { rubric, mappings }: LongContext,
): LongColumns | undefined {
  const named = headers.map((header) => mappings.find((entry) => isSame(entry.header, header))?.target ?? header);
  const meanings = named.map((header) => readHeader(header, rubric));
  if (meanings.some((meaning) => meaning?.type === 'rating')) return undefined;
  if (!meanings.some((meaning) => meaning?.type.startsWith('candidate'))) return undefined;
  const find = (role: LongRole) => surest(named, ROLES[role]);
  const criterion = find('criterion');
  const score = find('score');
  return criterion === undefined || score === undefined ? undefined : { criterion, score, comment: find('comment') };
}

function surest(headers: readonly string[], list: readonly string[]): number | undefined {
  const forms = headers.map((header) => plainHeader(normaliseHeader(header)));
  const name = list.find((known) => forms.includes(known));
  return name === undefined ? undefined : forms.indexOf(name);
}

/** Says that `--long` was given for a table that has not the columns. */
export function notLong(headers: readonly string[]): Problem {
  return createProblem('not-long', { headers }, [0]);
}

/** The mappings of a long table's own columns are used up; the others are for its criteria. */
export function mappingsOfCriteria(mappings: readonly Mapping[]): readonly Mapping[] {
  return mappings.filter(({ target }) => longRoleOf(target) === undefined || target === '');
}
