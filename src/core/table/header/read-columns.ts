import { createProblem, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { type ColumnMeaning, readHeader, readHeaderAs, saysEvidence } from '../header.js';
import { type Fit, fitsOf, isSummary } from './header-fit.js';
import { normaliseHeader, plainHeader } from './header-form.js';
import { columnOf, type Look, lookOf, type SampleRow } from './sample.js';

export interface Mapping {
  readonly header: string;
  /** A dimension or anything else a header can name; empty to leave the column out. */
  readonly target: string;
  /** Where it stands in a file of mappings; absent for one of the command line. */
  readonly place?: Required<Pick<Problem, 'file' | 'line' | 'column'>>;
}

/** What a column was found to mean. */
export interface ReadColumn {
  readonly meaning: ColumnMeaning | undefined;
  /** What says so: a mapping, the whole header, the header without what goes with it, or a name within it. */
  readonly by: 'map' | 'whole' | 'plain' | 'fit';
}

/** What a table is read for, and what is known of it. */
export interface HeaderContext {
  readonly rubric: Rubric;
  readonly mappings: readonly Mapping[];
  /** The first rows, for headers that say too little. */
  readonly sample: readonly SampleRow[];
  /** The columns that matter: no other is guessed at. */
  readonly wanted: 'rating' | 'requirement';
}

interface Reading {
  readonly columns: readonly ReadColumn[];
  /** Columns of which it is doubtful what they hold. */
  readonly problems: readonly Problem[];
}

/** What each header means; a mapping of it wins over what it says itself, and that over what its words hold. */
export function readColumns(headers: readonly string[], context: HeaderContext): Reading {
  const { rubric, mappings } = context;
  const stated = headers.map((header): ReadColumn => {
    const mapping = mappings.find((entry) => isSame(entry.header, header));
    if (mapping) return { meaning: readHeader(mapping.target, rubric), by: 'map' };
    return { meaning: readHeaderAs('whole', header, rubric), by: 'whole' };
  });
  const taken = new Set(stated.map(({ meaning }) => keyOf(meaning)));
  const problems: Problem[] = [];
  const columns = stated.map((column, at): ReadColumn => {
    const header = headers[at] ?? '';
    if (column.by === 'map' || column.meaning || header.trim() === '') return column;
    const guess = guessAt({ header, at, taken }, context);
    if ('code' in guess) problems.push(guess);
    return 'code' in guess ? column : guess;
  });
  return { columns, problems };
}

/** One text for columns that hold the same rating or requirement. */
export function keyOf(meaning: ColumnMeaning | undefined): string {
  return meaning?.type === 'rating' || meaning?.type === 'requirement' ? `${meaning.type} ${meaning.at}` : '';
}

interface Unclear {
  readonly header: string;
  readonly at: number;
  /** What has a column whose header names it plainly. */
  readonly taken: ReadonlySet<string>;
}

const NOTHING: ReadColumn = { meaning: undefined, by: 'fit' };

/** What a column may hold whose header names nothing as it stands; a problem where that is doubtful. */
function guessAt(column: Unclear, context: HeaderContext): ReadColumn | Problem {
  const { header, at } = column;
  const { rubric, sample, wanted } = context;
  const plain = readHeaderAs('plain', header, rubric);
  if (plain && plain.type !== wanted) return { meaning: plain, by: 'plain' };
  const fits = fitsOf(header, rubric);
  if (!plain && !fits.some(({ meaning }) => meaning.type === wanted)) return NOTHING;
  const look = lookOf(columnOf(sample, at), rubric);
  if (plain) return guessPlain({ ...column, plain, look }, context);
  return wanted === 'rating' ? guessRating(column, fits, look) : guessRequirement(column, fits, look);
}

function guessPlain(
  { header, at, taken, plain, look }: Unclear & { plain: ColumnMeaning; look: Look },
  { rubric }: HeaderContext,
): ReadColumn | Problem {
  if (plain.type !== 'rating') return taken.has(keyOf(plain)) ? NOTHING : { meaning: plain, by: 'plain' };
  const id = rubric.dimensions[plain.at]?.id ?? '';
  if (taken.has(keyOf(plain))) return isRated(look) ? doubt(header, at, [id], 'taken') : NOTHING;
  if (look === 'text') return saysEvidence(header) ? NOTHING : doubt(header, at, [id], 'cells');
  return { meaning: plain, by: 'plain' };
}

function isRated(look: Look): boolean {
  return look === 'ratings' || look === 'numbers';
}

function guessRating({ header, at, taken }: Unclear, fits: readonly Fit[], look: Look): ReadColumn | Problem {
  const dimensions = fits.filter(({ meaning }) => meaning.type === 'rating');
  const open = dimensions.filter(({ meaning }) => !taken.has(keyOf(meaning)));
  const ids = fits.map(({ id }) => id);
  const [only] = dimensions;
  if (!only || look === 'text' || (saysEvidence(header) && !isRated(look))) return evidenceOf(dimensions, header);
  if (isSummary(header) || saysEvidence(header))
    return look === 'ratings' && open.length > 0 ? doubt(header, at, ids, 'other') : NOTHING;
  if (open.length === 0)
    return dimensions.length === 1 && only.holds === 'name' && isRated(look)
      ? doubt(header, at, ids, 'taken')
      : NOTHING;
  if (only.holds === 'part' && look !== 'ratings') return NOTHING;
  if (fits.length > 1) return look === 'words' ? NOTHING : doubt(header, at, ids, 'several');
  if (look === 'words' || look === 'numbers') return doubt(header, at, ids, 'cells');
  return { meaning: only.meaning, by: 'fit' };
}

/** Sentences about one dimension are what its rating rests on, where the header says so. */
function evidenceOf(dimensions: readonly Fit[], header: string): ReadColumn {
  const [only, ...more] = dimensions;
  if (only?.meaning.type !== 'rating' || more.length > 0 || !saysEvidence(header)) return NOTHING;
  return { meaning: { type: 'evidence', at: only.meaning.at }, by: 'fit' };
}

function guessRequirement({ header, at, taken }: Unclear, fits: readonly Fit[], look: Look): ReadColumn | Problem {
  const asked = fits.filter(({ meaning }) => meaning.type === 'requirement');
  const [only] = asked.filter(({ meaning }) => !taken.has(keyOf(meaning)));
  if (!only || look === 'text' || only.holds === 'part') return NOTHING;
  if (asked.length > 1)
    return doubt(
      header,
      at,
      asked.map(({ id }) => id),
      'several',
    );
  return { meaning: only.meaning, by: 'fit' };
}

function doubt(header: string, at: number, ids: readonly string[], because: Doubt): Problem {
  return createProblem('doubtful-column', { header, ids, because }, [at]);
}

type Doubt = 'several' | 'taken' | 'cells' | 'other';

/** Whether two headers are one to `--map`. */
export function isSame(a: string, b: string): boolean {
  return normaliseHeader(a) === normaliseHeader(b);
}

/** The forms in which a header stands in a list of headers. */
export function formsOfHeader(header: string): readonly string[] {
  const whole = normaliseHeader(header);
  return [whole, plainHeader(whole)];
}
