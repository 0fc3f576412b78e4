import { createProblem, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { nearest } from '../text/wording.js';
import { isCounted } from './header/header-fit.js';
import { normaliseHeader, plainHeader, wordsOf } from './header/header-form.js';
import { isSame, keyOf, type Mapping, type ReadColumn } from './header/read-columns.js';
import { columnOf, lookOf, type SampleRow } from './header/sample.js';
import { readHeader } from './header.js';

/** As many columns as a spreadsheet has. */
const MOST_COLUMNS = 16_384;

/** A header that is too wide to be looked through; `undefined` for any other. */
export function tooWide(headers: readonly string[]): Problem | undefined {
  // Spreadsheets leave any number of delimiters at the end.
  const columns = headers.filter((header) => header.trim() !== '').length;
  if (columns <= MOST_COLUMNS) return undefined;
  return createProblem('too-many-columns', { columns, most: MOST_COLUMNS }, [0]);
}

/** Headers that no mapping names and nothing belongs to. Columns count from 0. */
export function unknownColumns(headers: readonly string[], columns: readonly ReadColumn[]): readonly number[] {
  return columns.flatMap(({ meaning, by }, column) =>
    meaning === undefined && by !== 'map' && headers[column]?.trim() !== '' ? [column] : [],
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
  return mappings.flatMap(({ header, target, place }) => {
    const option = place ? 'the map' : '--map';
    const problems: Problem[] = [];
    // What a file leaves out need not be in every table.
    const isNeeded = target.trim() !== '' || !place;
    if (isNeeded && !headers.some((known) => isSame(known, header))) {
      problems.push({ ...createProblem('unknown-column', { header, headers, option }, [0]), ...place });
    }
    if (target.trim() !== '' && !readHeader(target, rubric)) {
      const about = { id: target, known: targets, role: rubric.id, ...(place ? {} : { option: '--map' as const }) };
      problems.push({ ...createProblem(`unknown-${what}`, about, [0]), ...place });
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
    const meant = [normaliseHeader(header), plainHeader(normaliseHeader(header))].flatMap(
      (word) => nearest(word, texts, Math.min(3, Math.floor(word.length / LETTERS_A_STEP))) ?? [],
    )[0];
    const target = names.find(({ text }) => text === meant);
    if (!target) return [];
    return [createProblem('near-miss', { header, id: target.id }, [column])];
  });
}

/** Two columns of one rating or requirement, where guessing made the second one. */
export function sharedGuesses(
  headers: readonly string[],
  columns: readonly ReadColumn[],
  idOf: (column: ReadColumn) => string,
): readonly Problem[] {
  const first = new Map<string, number>();
  return columns.flatMap((column, at) => {
    const key = keyOf(column.meaning);
    const before = first.get(key);
    if (key === '') return [];
    if (before === undefined) {
      first.set(key, at);
      return [];
    }
    const isGuessed = [columns[before], column].some((one) => one?.by === 'plain' || one?.by === 'fit');
    if (!isGuessed) return [];
    const about = { first: headers[before] ?? '', second: headers[at] ?? '', holds: idOf(column) };
    return [createProblem('duplicate-column', about, [at])];
  });
}

/** How many cells of a column are quoted. */
const QUOTED = 3;

/**
 * Columns that nothing belongs to and that hold ratings, to all appearance, while a dimension has no column: an error,
 * since they would be lost.
 */
export function unreadRatings(
  headers: readonly string[],
  columns: readonly ReadColumn[],
  { rubric, sample, open }: { rubric: Rubric; sample: readonly SampleRow[]; open: readonly Named[] },
): readonly Problem[] {
  if (open.length === 0) return [];
  return unknownColumns(headers, columns).flatMap((column) => {
    const header = headers[column] ?? '';
    const cells = columnOf(sample, column);
    if (isCounted(header) || lookOf(cells, rubric) !== 'ratings') return [];
    const quoted = cells.filter((cell) => cell.trim() !== '').slice(0, QUOTED);
    return [createProblem('unread-ratings', { header, cells: quoted, ids: open.map(({ id }) => id) }, [column])];
  });
}

/** Words of headers under which a candidate may stand. */
const LIKELY = new Set(
  'name names candidate candidates applicant applicants assessee interviewee nominee student participant contestant person people subject project entry entrant team employee ratee presenter who'.split(
    ' ',
  ),
);

export function missingCandidate(headers: readonly string[], columns: readonly ReadColumn[]): Problem {
  const free = unknownColumns(headers, columns).map((at) => headers[at] ?? '');
  const near = free.filter((header) => nearest(normaliseHeader(header), ['candidate'], 3) !== undefined);
  const likely = free.filter((header) => wordsOf(normaliseHeader(header)).some((word) => LIKELY.has(word)));
  return createProblem('no-candidate', { in: 'header', likely: [...new Set([...near, ...likely])].slice(0, 3) }, [0]);
}
