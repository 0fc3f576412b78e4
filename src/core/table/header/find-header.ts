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

/** A column in whose cells dimensions are named, as in a table on its side or with one row for each rating. */
export interface NamingColumn {
  readonly column: number;
  readonly lines: readonly number[];
  /** Whether any dimension is named twice, as where each rating has a row. */
  readonly isRepeated: boolean;
}

/** Where a header goes on in the row below it. */
export interface SecondHeader {
  readonly line: number;
  /** The first dimension that it names. */
  readonly text: string;
}

/** The row below a header that names the dimensions in its place, as some forms write them. */
export function secondHeader(
  { headers, sample }: { headers: readonly string[]; sample: readonly SampleRow[] },
  rubric: Rubric,
): SecondHeader | undefined {
  const isRating = (text: string) => readHeader(text, rubric)?.type === 'rating';
  const [below] = sample;
  if (!below || headers.some(isRating)) return undefined;
  const named = below.cells.filter(isRating);
  const [text] = named;
  return text === undefined || named.length < 2 ? undefined : { line: below.line, text };
}

/** The column in which dimensions stand below each other; `undefined` where there is none, or the header has some. */
export function dimensionsBelow(
  { headers, sample }: { headers: readonly string[]; sample: readonly SampleRow[] },
  rubric: Rubric,
): NamingColumn | undefined {
  const ratingOf = (text: string) => {
    const meaning = readHeader(text, rubric);
    return meaning?.type === 'rating' ? meaning.at : undefined;
  };
  if (headers.some((header) => ratingOf(header) !== undefined)) return undefined;
  const columns = headers.flatMap((_header, column): readonly NamingColumn[] => {
    const said = sample.filter(({ cells }) => (cells[column] ?? '').trim() !== '');
    const named = said.filter(({ cells }) => ratingOf(cells[column] ?? '') !== undefined);
    if (named.length === 0 || named.length * 2 < said.length) return [];
    const different = new Set(named.map(({ cells }) => ratingOf(cells[column] ?? '')));
    return [{ column, lines: named.map(({ line }) => line), isRepeated: different.size < named.length }];
  });
  return columns[0];
}
