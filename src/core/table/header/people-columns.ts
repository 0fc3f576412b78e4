import { createProblem, type Problem } from '../../problem.js';
import { PEOPLE } from './people-headers.js';
import { formsOfHeader, type ReadColumn } from './read-columns.js';

/** Where a person's name stands. */
export interface NameColumns {
  /** The column of the name, or of the first name; the first of the table where there is none. */
  readonly column: number;
  /** The column of the last name, where the name stands in two. */
  readonly last: number | undefined;
}

interface FoundName {
  readonly found: NameColumns | undefined;
  readonly problems: readonly Problem[];
}

/**
 * The columns of the candidate's or the interviewer's name: of several the most exact header, and one that a mapping
 * names before all. First and last name are one name.
 */
export function findName(
  who: 'candidate' | 'interviewer',
  headers: readonly string[],
  columns: readonly ReadColumn[],
): FoundName {
  const { headers: steps } = PEOPLE[who];
  const at = (type: NonNullable<ReadColumn['meaning']>['type']) =>
    columns.findIndex(({ meaning }) => meaning?.type === type);
  const stepOf = (column: number) =>
    columns[column]?.by === 'map'
      ? -1
      : steps.findIndex((step) => formsOfHeader(headers[column] ?? '').some((form) => step.includes(form)));
  const ranked = columns
    .flatMap(({ meaning }, column) => (meaning?.type === who ? [{ column, step: stepOf(column) }] : []))
    .sort((a, b) => a.step - b.step || a.column - b.column);
  const [best, next] = ranked;
  const first = at(`${who}-first`);
  const last = at(`${who}-last`);
  // `Name` may be anybody's, or the first name beside a last one.
  const isVague = best === undefined || best.step >= steps.length - 1;
  if (isVague && last >= 0 && (first >= 0 || (who === 'candidate' && best)))
    return { found: { column: first >= 0 ? first : (best?.column ?? 0), last }, problems: [] };
  if (!best) return { found: undefined, problems: [] };
  const about = { first: headers[best.column] ?? '', second: headers[next?.column ?? 0] ?? '', holds: `the ${who}` };
  const isShared = next !== undefined && next.step === best.step;
  return {
    found: { column: best.column, last: undefined },
    problems: isShared ? [createProblem('duplicate-column', about, [next.column])] : [],
  };
}
