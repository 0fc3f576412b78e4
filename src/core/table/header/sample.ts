import type { Dimension, Rubric } from '../../rubric/rubric.js';
import { parseRating } from '../rating-cell.js';

/** One of the first rows of a table, as text. */
export interface SampleRow {
  /** Physical, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly isSound: boolean;
}

/**
 * What the cells of a column look like: `ratings` of the scale, `numbers` (also beyond it), a few `words`, `text` in
 * sentences, or nothing but `blank` ones.
 */
export type Look = 'ratings' | 'numbers' | 'words' | 'text' | 'blank';

const LONG = 40;

/** Looks at a column of the first rows. A dimension says only whether `n/a` is allowed: any one will do. */
export function lookOf(cells: readonly string[], { dimensions, scale }: Rubric): Look {
  const dimension: Pick<Dimension, 'id' | 'optional'> = { id: dimensions[0]?.id ?? '', optional: true };
  const said = cells.filter((cell) => {
    const read = parseRating(cell, { dimension, scale, words: 'ours' });
    return cell.trim() !== '' && (!read.ok || typeof read.value === 'number');
  });
  if (said.length === 0) return 'blank';
  const share = (fits: (cell: string) => boolean) => said.filter(fits).length / said.length;
  if (share((cell) => parseRating(cell, { dimension, scale, words: 'ours' }).ok) >= 0.5) return 'ratings';
  if (share((cell) => /^[+-]?\d{1,3}(?:[.,]\d{1,4})?(?: ?(?:\/|–|-|\().{0,30})?$/.test(cell.trim())) >= 0.5)
    return 'numbers';
  return share((cell) => cell.length > LONG || cell.trim().split(/\s+/).length > 5) >= 0.3 ? 'text' : 'words';
}

export function columnOf(sample: readonly SampleRow[], at: number): readonly string[] {
  return sample.flatMap(({ cells, isSound }) => (isSound ? [cells[at] ?? ''] : []));
}
