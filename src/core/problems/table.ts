import { shellWord } from '../text/shell-words.js';
import { typable, visible } from '../text/visible.js';
import { didYouMean, mayStand, scaleInWords, shorten } from '../text/wording.js';

/** What is wrong with a table: its header, the shape of its rows, its cells. */
export const TABLE_WORDS = {
  /** `likely`: headers that may mean the candidate. */
  'no-candidate': (about: { in: 'header'; likely: readonly string[] } | { in: 'row' }) =>
    about.in === 'row' ? 'the candidate is missing' : noCandidateColumn(about.likely),
  'no-interviewer': () => 'the interviewer is missing',
  'no-dimension': ({ role, ids }: { role: string; ids: readonly string[] }) =>
    `no column holds a dimension of ${role} (${ids.join(', ')}); pass --map "Column=dimension", or start from --template`,
  'no-requirement': ({ role, ids }: { role: string; ids: readonly string[] }) =>
    ids.length === 0
      ? `the rubric ${role} has no requirements to screen for`
      : `no column holds a requirement of ${role} (${ids.join(', ')}); pass --map "Column=requirement"`,
  'duplicate-column': ({ first, second, holds }: { first: string; second: string; holds: string }) =>
    `columns "${visible(first)}" and "${visible(second)}" both hold ${holds}; ${
      typable(first).toLowerCase() === typable(second).toLowerCase()
        ? 'rename or remove one of them'
        : `leave one out: pass ${mapped(first, '')}, or ${mapped(second, '')}`
    }`,
  'doubtful-column': (about: DoubtfulColumn) => doubtfulColumn(about),
  'unread-ratings': ({ header, cells, ids }: { header: string; cells: readonly string[]; ids: readonly string[] }) =>
    `column "${visible(header)}" seems to hold ratings (${cells.map(shorten).join(', ')}) and names no dimension, while ${ids.join(', ')} ${ids.length === 1 ? 'has' : 'have'} no column; pass ${choices(header, ids.slice(0, 1))} to leave it out, or --partial where these are meant to be missing`,
  'too-many-columns': ({ columns, most }: { columns: number; most: number }) =>
    `the header has ${columns} columns; at most ${most} are read`,
  'unknown-column': ({ header, headers, option = '--map' }: UnknownColumn) =>
    `${option} names a column "${header}" that the table doesn't have${didYouMean(header, headers)}`,
  'unknown-meaning': (about: UnknownMeaning) => unknownMeaning(about),
  'blank-value': ({ meaning, inMap }: { meaning: string; inMap?: boolean }) =>
    `${valued('', meaning, inMap)} names no text; a blank cell says nothing, whatever it is`,
  'near-miss': ({ header, id }: { header: string; id: string }) =>
    `column "${visible(header)}" matches nothing in the rubric; did you mean "${id}"? Rename it, or pass ${choices(header, [id])} to leave it out`,

  'other-delimiter': ({ delimiter }: { delimiter: string }) =>
    delimiter === '\t'
      ? 'the header is one cell; if tabs separate its columns, pass --delimiter tab'
      : `the header is one cell; if "${delimiter}" separates its columns, pass --delimiter ${shellWord(delimiter)}`,
  'on-its-side': ({ from, to }: { from: number; to: number }) =>
    `the table lies on its side: the dimensions stand below each other (lines ${from} to ${to}) and the candidates across; one row for each candidate is needed, so turn it (in a spreadsheet: copy, then paste transposed)`,
  'second-header': ({ line, text }: { line: number; text: string }) =>
    `the header goes on in line ${line}, with "${visible(text)}" and others: write its two lines as one, each column with what it holds`,
  'perhaps-long': ({ header }: { header: string }) =>
    `dimensions are named in the cells of "${visible(header)}": one row for each rating, as it seems; pass ${mapped(header, 'criterion')} and --map "Column=score", or make one column for each dimension`,
  'not-long': ({ headers }: { headers: readonly string[] }) =>
    `--long needs columns for the candidate, the criterion and the score (there are ${headers.map((header) => `"${visible(header)}"`).join(', ')}); pass --map "Column=criterion" and --map "Column=score"`,
  'unknown-criterion': ({
    criterion,
    known,
    ids,
  }: {
    criterion: string;
    known: readonly string[];
    ids: readonly string[];
  }) =>
    `"${visible(criterion)}" is no dimension${didYouMean(criterion, known)} (${ids.join(', ')}); pass ${mapped(criterion, 'DIMENSION')}, or ${mapped(criterion, '')} to leave it out`,
  'rated-twice': ({ criterion, lines }: { criterion: string; lines: readonly number[] }) =>
    `two ratings of "${visible(criterion)}" for one candidate by one interviewer, on lines ${lines.join(' and ')}; remove one, or add a column that tells the interviewers apart`,
  'no-criterion': () => 'a score without a criterion',
  'no-person': (about: NoPersonRow) => noPerson(about),
  'ragged-row': (about: RaggedRow) => raggedRow(about),
  'unclosed-quote': ({ line }: { line: number }) =>
    `the quote that opens on line ${line} is never closed; everything after it is part of this row`,
  'text-after-quote': () =>
    'text after a closing quote; double the quotes inside a quoted cell, or close it where it ends',
  'nul-byte': () => 'a NUL byte; the file is damaged, or is UTF-16 without its mark (pass --encoding utf-16le)',

  'scientific-id': ({ cell }: { cell: string }) =>
    `the id "${shorten(cell)}" has lost its digits in a spreadsheet; make the column text there and export it again`,
  'unknown-verdict': ({ cell, word, known }: { cell: string; word: string; known: readonly string[] }) =>
    `"${shorten(cell)}" is not a verdict${didYouMean(word, known)} (${known.join(', ')})`,
  'not-yes-or-no': ({ cell, subject }: { cell: string; subject: string }) =>
    `"${shorten(cell)}" is neither yes nor no (${subject})`,
  'not-a-number': ({ cell, unit, requirement }: { cell: string; unit: string | undefined; requirement: string }) =>
    `"${shorten(cell)}" is not a number${unit === undefined ? '' : ` of ${unit}`} (${requirement})`,
  'two-numbers': ({ cell, readings, requirement }: TwoNumbers) =>
    `"${shorten(cell)}" may be ${readings.join(' or ')} (${requirement})`,
  'around-limit': ({ cell, atLeast, unit, requirement }: AroundLimit) =>
    `"${shorten(cell)}" may or may not be ${atLeast}${unit === undefined ? '' : ` ${unit}`} or more (${requirement})`,
  'between-ratings': ({ cell, dimension, scale, allowed }: OffRating) =>
    `"${shorten(cell)}" lies between two ratings of the scale ${scaleInWords(scale)} (${dimension}); which of them is the interviewer's to choose${mayStand(allowed)}`,
  /** `outOf`: the 10 of 8/10. */
  'other-denominator': ({ cell, outOf, dimension, scale, allowed }: OffRating & { outOf: number }) =>
    `"${shorten(cell)}" is out of ${outOf}, and the scale goes to ${scale.max} (${dimension})${mayStand(allowed)}`,
  'foreign-words': ({ cell, dimension, system }: { cell: string; dimension: string; system: string }) =>
    `"${shorten(cell)}" is one of ${system}'s ratings, and the header doesn't say so (${dimension})`,
  'foreign-scale': ({ words, scale, dimension }: { words: string; scale: Scale; dimension: string }) =>
    `${words}'s words need a scale of 1 to 5; this one is ${scaleInWords(scale)} (${dimension})`,
  'unknown-rating': (about: UnknownRating) => unknownRating(about),
} satisfies Record<string, (about: never) => string>;

interface UnknownColumn {
  readonly header: string;
  readonly headers: readonly string[];
  /** What names it. */
  readonly option?: '--map' | '--value' | 'the map';
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step?: number | undefined;
}

function noCandidateColumn(likely: readonly string[]): string {
  if (likely.length === 0) return `there is no column "candidate"; pass --map ${shellWord('Column=candidate')}`;
  const named = likely.map((header) => `"${visible(header)}"`).join(' or ');
  const maps = likely.map((header) => mapped(header, 'candidate')).join(', or ');
  return `there is no column "candidate"; did you mean ${named}? Then pass ${maps}`;
}

/** The option that says what a column holds, to be copied. */
function mapped(header: string, target: string): string {
  return `--map ${shellWord(`${typable(header)}=${target}`)}`;
}

function choices(header: string, ids: readonly string[]): string {
  return [...ids, ''].map((id) => mapped(header, id)).join(', or ');
}

interface DoubtfulColumn {
  readonly header: string;
  /** What it may hold. */
  readonly ids: readonly string[];
  /** `several` fit; one is `taken` by another column; its `cells` are no ratings; it says something `other` too. */
  readonly because: 'several' | 'taken' | 'cells' | 'other';
}

function doubtfulColumn({ header, ids, because }: DoubtfulColumn): string {
  const what = `column "${visible(header)}"`;
  const held = ids.join(' or ');
  const why = {
    several: `${what} may hold ${held}`,
    taken: `${what} seems to hold ${held}, which has a column already`,
    cells: `${what} seems to hold ${held}, but its cells are no ratings`,
    other: `${what} may hold ${held}, or what sums it up`,
  }[because];
  return `${why}; pass ${choices(header, because === 'taken' ? [] : ids)} to leave it out`;
}

interface NoPersonRow {
  readonly is: 'summary' | 'test' | 'heading' | 'header' | 'labels';
  /** The name, or the first cell that says something. */
  readonly text: string;
}

function noPerson({ is, text }: NoPersonRow): string {
  const named = text === '' ? 'the row' : `"${visible(shorten(text))}"`;
  return {
    summary: `${named} sums up other rows and is no candidate; left out`,
    test: `${named} is a test account and no candidate; left out`,
    heading: `${named} stands alone: a heading, or a name without a rating; left out`,
    header: 'the header stands here again; left out',
    labels: 'labels of the columns, no candidate; left out',
  }[is];
}

interface UnknownMeaning {
  readonly text: string;
  readonly meaning: string;
  /** What it could have been. */
  readonly known: readonly string[];
  /** The one column that it is said of. */
  readonly header?: string;
  /** Whether the map says it. */
  readonly inMap?: boolean;
}

function valued(text: string, meaning: string, inMap = false): string {
  return inMap ? `"${shorten(text)}: ${shorten(meaning)}"` : `--value ${shellWord(`${text}=${meaning}`)}`;
}

function unknownMeaning({ text, meaning, known, header, inMap }: UnknownMeaning): string {
  const where = header === undefined ? 'no cell' : `the column "${header}"`;
  const never = header === undefined ? 'can be' : 'never holds';
  const meant = didYouMean(meaning, known) || mayStand(known.length > 0 ? known.join(', ') : undefined);
  return `${valued(text, meaning, inMap)}: ${where} ${never} "${shorten(meaning)}"${meant}`;
}

/** Both without the reasons that an earlier run put in front. */
interface RaggedRow {
  readonly cells: number;
  readonly headers: number;
}

function raggedRow({ cells, headers }: RaggedRow): string {
  const cause =
    cells < headers
      ? 'a delimiter may be missing, or a line end inside a cell without quotes'
      : 'a cell with a delimiter in it needs quotes';
  return `the row has ${cells === 1 ? '1 cell' : `${cells} cells`} where the header has ${headers}; ${cause}`;
}

interface TwoNumbers {
  readonly cell: string;
  readonly readings: readonly [number, number];
  readonly requirement: string;
}

interface AroundLimit {
  readonly cell: string;
  readonly atLeast: number;
  readonly unit: string | undefined;
  readonly requirement: string;
}

interface OffRating {
  readonly cell: string;
  readonly dimension: string;
  readonly scale: Scale;
  readonly allowed?: string | undefined;
}

interface UnknownRating {
  readonly cell: string;
  readonly dimension: string;
  /** Whose ratings the column holds: those of our own scale, or another system's, as they are listed. */
  readonly expected: Scale | { readonly system: string; readonly listed: string };
  /** What may stand there, where that is told. */
  readonly allowed?: string | undefined;
}

function unknownRating({ cell, dimension, expected, allowed }: UnknownRating): string {
  const what =
    'system' in expected
      ? `one of ${expected.system}'s ratings: ${expected.listed}`
      : `a rating of the scale ${scaleInWords(expected)}`;
  return `"${shorten(cell)}" is not ${what} (${dimension})${mayStand(allowed)}`;
}
