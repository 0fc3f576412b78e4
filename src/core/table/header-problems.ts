import { createProblem, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { nearest } from '../text/wording.js';
import { type ColumnMeaning, normaliseHeader, readHeader } from './header.js';

export interface Mapping {
  readonly header: string;
  /** A dimension or anything else a header can name; empty to leave the column out. */
  readonly target: string;
}

/** What a column was found to mean, and whether a mapping says so. */
export interface ReadColumn {
  readonly meaning: ColumnMeaning | undefined;
  readonly isMapped: boolean;
}

/** As many columns as a spreadsheet has. */
const MOST_COLUMNS = 16_384;

/** A header that is too wide to be looked through; `undefined` for any other. */
export function tooWide(headers: readonly string[]): Problem | undefined {
  // Spreadsheets leave any number of delimiters at the end.
  const columns = headers.filter((header) => header.trim() !== '').length;
  if (columns <= MOST_COLUMNS) return undefined;
  return createProblem('too-many-columns', { columns, most: MOST_COLUMNS }, [0]);
}

/** What each header means; a mapping of it wins over what it says itself. */
export function readColumns(
  headers: readonly string[],
  rubric: Rubric,
  mappings: readonly Mapping[],
): readonly ReadColumn[] {
  return headers.map((header) => {
    const mapping = mappings.find((entry) => isSame(entry.header, header));
    return { meaning: readHeader(mapping?.target ?? header, rubric), isMapped: mapping !== undefined };
  });
}

/** Headers that no mapping names and nothing belongs to. Columns count from 0. */
export function unknownColumns(headers: readonly string[], columns: readonly ReadColumn[]): readonly number[] {
  return columns.flatMap(({ meaning, isMapped }, column) =>
    meaning === undefined && !isMapped && headers[column]?.trim() !== '' ? [column] : [],
  );
}

/** What a table is read for. */
interface Wanted {
  readonly rubric: Rubric;
  readonly what: 'dimension' | 'requirement';
  /** What a mapping may lead to, for "did you mean". */
  readonly targets: readonly string[];
}

/** What is wrong with mappings; problems of a header carry the column's position as their path. */
export function mappingProblems(
  headers: readonly string[],
  mappings: readonly Mapping[],
  { rubric, what, targets }: Wanted,
): readonly Problem[] {
  return mappings.flatMap(({ header, target }) => {
    const problems: Problem[] = [];
    if (!headers.some((known) => isSame(known, header))) {
      problems.push(createProblem('unknown-column', { header, headers }, [0]));
    }
    if (target.trim() !== '' && !readHeader(target, rubric)) {
      const about = { id: target, known: targets, role: rubric.id, option: '--map' } as const;
      problems.push(createProblem(`unknown-${what}`, about, [0]));
    }
    return problems;
  });
}

/** A dimension or a requirement by the names that a header may have. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Two letters that changed places are two steps: a word of five letters may have them. */
const LETTERS_A_STEP = 2.5;

/** Columns that almost name one of `open`, which have no column: an error, since their cells would be lost silently. */
export function nearMisses(
  headers: readonly string[],
  columns: readonly ReadColumn[],
  open: readonly Named[],
): readonly Problem[] {
  const names = open.flatMap(({ id, name, aliases }) =>
    [id, name, ...aliases].map((text) => ({ text: normaliseHeader(text), id })),
  );
  const texts = names.map(({ text }) => text);
  return unknownColumns(headers, columns).flatMap((column) => {
    const header = headers[column] ?? '';
    const word = normaliseHeader(header);
    const meant = nearest(word, texts, Math.min(3, Math.floor(word.length / LETTERS_A_STEP)));
    const target = names.find(({ text }) => text === meant);
    if (!target) return [];
    return [createProblem('near-miss', { header, id: target.id }, [column])];
  });
}

export function missingCandidate(headers: readonly string[]): Problem {
  const meant = headers.find((header) => nearest(normaliseHeader(header), ['candidate'], 3) !== undefined);
  return createProblem('no-candidate', { in: 'header', ...(meant === undefined ? {} : { meant }) }, [0]);
}

function isSame(a: string, b: string): boolean {
  return normaliseHeader(a) === normaliseHeader(b);
}
