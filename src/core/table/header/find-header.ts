import type { Rubric } from '../../rubric/rubric.js';
import { readHeader, readHeaderAs } from '../header.js';
import { fitsOf } from './header-fit.js';
import { normaliseHeader } from './header-form.js';
import { longRoleOf } from './long-columns.js';
import { isSame, type Mapping } from './read-columns.js';
import type { SampleRow } from './sample.js';

/** How many rows at the beginning are looked at: titles and comments are short. */
const ROWS = 20;
/** At most so many signs has a header's cell that is looked into. */
const LONGEST = 200;

/** What tells headers from other rows. */
export interface HeaderSense {
  readonly rubric: Rubric;
  readonly mappings: readonly Mapping[];
}

/**
 * Which of the first rows is the header: the first of those of which the most cells are understood. Where no row has two
 * of them, it is the first row.
 */
export function findHeader(sample: readonly SampleRow[], sense: HeaderSense): number {
  if (isPlainly(sample[0]?.cells ?? [], sense.rubric)) return 0;
  const counts = sample.slice(0, ROWS).map(({ cells, isSound }) => (isSound ? understood(cells, sense) : 0));
  const most = Math.max(0, ...counts);
  return most < 2 ? 0 : counts.indexOf(most);
}

/** Whether a row names a candidate and a dimension just so: then nothing else needs to be looked at. */
function isPlainly(cells: readonly string[], rubric: Rubric): boolean {
  const types = cells.map((cell) => readHeaderAs('whole', cell, rubric)?.type);
  return types.includes('candidate') && types.includes('rating');
}

/** How many different things the cells of a row name. */
export function understood(cells: readonly string[], { rubric, mappings }: HeaderSense): number {
  const things = cells.flatMap((cell) => {
    if (cell.trim() === '' || cell.length > LONGEST) return [];
    if (mappings.some(({ header }) => isSame(header, cell))) return [normaliseHeader(cell)];
    const meaning = readHeader(cell, rubric);
    if (meaning) return [`${meaning.type} ${'at' in meaning ? meaning.at : ''}`];
    const role = longRoleOf(cell);
    if (role) return [role];
    const [fit] = fitsOf(cell, rubric).filter(({ holds }) => holds === 'name');
    return fit ? [`${fit.meaning.type} ${fit.meaning.at}`] : [];
  });
  return new Set(things).size;
}

const SIGNS = [...'^~!#$%&*+:;,|/\\\t'];

/** The sign by which a header in one cell becomes several that are understood. */
export function otherDelimiter(headers: readonly string[], sense: HeaderSense): string | undefined {
  const [only = '', ...more] = headers;
  if (more.length > 0) return undefined;
  return SIGNS.find((sign) => only.includes(sign) && understood(only.split(sign), sense) > 1);
}

/** The lines on which dimensions stand below each other, where the table lies on its side; empty where it doesn't. */
export function linesOfDimensions(sample: readonly SampleRow[], rubric: Rubric): readonly number[] {
  const named = sample.flatMap(({ cells, line }) => {
    const meaning = readHeader(cells[0] ?? '', rubric);
    return meaning?.type === 'rating' ? [{ line, at: meaning.at }] : [];
  });
  const most = sample.filter(({ cells }) => (cells[0] ?? '').trim() !== '').length / 2;
  const isSideways = new Set(named.map(({ at }) => at)).size > 1 && named.length >= most;
  return isSideways ? named.map(({ line }) => line) : [];
}
