import type { Rubric } from '../../../core/rubric/rubric.js';
import { type NameProblem, nameProblems, unknownColumns } from '../../../core/sql/check-names.js';
import type { SqlOptions } from '../../../core/sql/options.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { didYouMean } from '../../../core/text/wording.js';
import { ScorecardError } from '../../../errors.js';

/** @throws ScorecardError for what is not `name=column`, and for what is named twice */
export function columnsIn(given: readonly string[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const one of given) {
    const [what = '', column = '', ...more] = one.split('=').map((part) => part.trim());
    if (what === '' || column === '' || more.length > 0) {
      throw new ScorecardError(`--column ${one} does not say what is in which column`, {
        hint: say`such as --column candidate=person`,
      });
    }
    if (columns.has(what)) throw new ScorecardError(`--column says twice which column ${what} is`);
    columns.set(what, column);
  }
  return columns;
}

/** @throws ScorecardError for names that not every engine takes, and for columns that are not read */
export function checkColumns(rubric: Rubric, options: SqlOptions): void {
  const [unknown] = unknownColumns(rubric, options);
  if (unknown) {
    const { what, known } = unknown;
    throw new ScorecardError(`--column: there is no "${what}"${didYouMean(what, known)}`, {
      hint: say`what is read: ${known.map(clean).join(', ')}`,
    });
  }
  const problems = nameProblems(rubric, options);
  const [first] = problems;
  if (!first) return;
  const column = problems.find(({ of }) => !of.startsWith('--'));
  throw new ScorecardError(problems.map(inWords).join('; '), {
    hint: column
      ? say`name the column otherwise in the table, then pass --column ${clean(column.of)}=NAME`
      : say`letters, digits and underscores, at most two points, and no word of SQL`,
  });
}

const WHY = {
  form: 'cannot stand in SQL without quotes, which each engine writes otherwise',
  reserved: 'is a word of SQL',
  twice: 'is read for something else already',
} as const;

function inWords({ of, name, why }: NameProblem): string {
  return of.startsWith('--') ? `${of} ${name} ${WHY[why]}` : `the column ${name} (${of}) ${WHY[why]}`;
}
