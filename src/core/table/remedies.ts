import type { Rubric } from '../rubric/rubric.js';
import type { CellProblem } from './cells/cell.js';
import { inColumns } from './cells/values.js';
import type { ProblemGroup } from './problem-groups.js';

/** An option with which a table is to be read again. */
export interface Remedy {
  readonly option: '--value' | '--map';
  readonly value: string;
}

interface Columns {
  readonly headers: readonly string[];
  /** Which column holds which dimension, in the rubric's order. */
  readonly ratings: readonly ({ readonly column: number } | undefined)[];
}

/** What is longer is told by its column. */
const LONGEST_TEXT = 200;

/** Options that would make the cells of a group readable, the surest first; none for what only a person can mend. */
export function remediesOf(
  { first, columns }: ProblemGroup,
  rubric: Rubric,
  { headers, ratings }: Columns,
): readonly Remedy[] {
  // Dates that may be two have an option of their own, in their message.
  if (!('at' in first) || first.code === 'ambiguous-date') return [];
  if (first.words?.isSure) {
    const { system } = first.words;
    return columns.flatMap((at) => {
      const dimension = rubric.dimensions[ratings.findIndex((rating) => rating?.column === at)];
      return dimension ? [mapTo(headers[at] ?? '', `${dimension.id} (${system})`)] : [];
    });
  }
  const isRating = ratings.some((rating) => rating?.column === first.at);
  return [...valueFor(first, headers), ...(isRating ? [] : [mapTo(headers[first.at] ?? '', '')])];
}

function valueFor({ cell, meaning, at }: CellProblem, headers: readonly string[]): readonly Remedy[] {
  const text = cell.trim();
  if (meaning === undefined || text === '' || text.length > LONGEST_TEXT || text.includes('\n')) return [];
  // A text that would be taken for a column and a text.
  const [read] = inColumns([{ text, meaning }], headers);
  const scope = read?.header === undefined ? '' : `${headers[at] ?? ''}:`;
  return [{ option: '--value', value: `${scope}${text}=${meaning}` }];
}

function mapTo(header: string, target: string): Remedy {
  return { option: '--map', value: `${header}=${target}` };
}

/** A command is to be read before it is run. */
const MOST = 20;

/** The options that make more of a table readable, once each; none that would leave a column out. */
export function uniqueRemedies(remedies: readonly Remedy[]): readonly Remedy[] {
  const reading = remedies.filter(({ option, value }) => option === '--value' || !value.endsWith('='));
  return [...new Map(reading.map((remedy) => [`${remedy.option} ${remedy.value}`, remedy])).values()].slice(0, MOST);
}
