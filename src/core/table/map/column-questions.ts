import type { Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { readHeader } from '../header.js';

/** A column of which only a person can say what it holds. */
export interface ColumnQuestion {
  readonly header: string;
  /** What it may hold, as a mapping says it; the empty text leaves it out. */
  readonly targets: readonly string[];
}

/** Problems of a header that are settled once somebody says what the column holds. */
const ASKED: ReadonlySet<Problem['code']> = new Set(['doubtful-column', 'unread-ratings', 'near-miss']);

/**
 * The questions behind the problems of a header, one for each column; none where something else is wrong too, since no
 * answer would make the table readable.
 */
export function columnQuestions(
  problems: readonly Problem[],
  headers: readonly string[],
  rubric: Rubric,
): readonly ColumnQuestion[] {
  if (!problems.every(({ code }) => ASKED.has(code))) return [];
  const columns = new Set(problems.flatMap(({ path: [at] }) => (typeof at === 'number' ? [at] : [])));
  const named = headers.flatMap((header, at) => {
    const meaning = columns.has(at) ? undefined : readHeader(header, rubric);
    return meaning?.type === 'rating' ? [meaning.at] : [];
  });
  const open = rubric.dimensions.filter((_dimension, at) => !named.includes(at)).map(({ id }) => id);
  return [...columns].flatMap((at) => {
    const header = headers[at];
    return header === undefined ? [] : [{ header, targets: [...open, ''] }];
  });
}
