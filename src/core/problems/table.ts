import { shellWord } from '../text/shell-words.js';
import { didYouMean, mayStand, scaleInWords, shorten } from '../text/wording.js';

/** What is wrong with a table: its header, the shape of its rows, its cells. */
export const TABLE_WORDS = {
  /** `meant`: the header that almost names the column. */
  'no-candidate': (about: { in: 'header'; meant?: string } | { in: 'row' }) =>
    about.in === 'row' ? 'the candidate is missing' : noCandidateColumn(about.meant),
  'no-interviewer': () => 'the interviewer is missing',
  'no-dimension': ({ role, ids }: { role: string; ids: readonly string[] }) =>
    `no column holds a dimension of ${role} (${ids.join(', ')}); pass --map "Column=dimension", or start from --template`,
  'no-requirement': ({ role, ids }: { role: string; ids: readonly string[] }) =>
    ids.length === 0
      ? `the rubric ${role} has no requirements to screen for`
      : `no column holds a requirement of ${role} (${ids.join(', ')}); pass --map "Column=requirement"`,
  'duplicate-column': ({ first, second, holds }: { first: string; second: string; holds: string }) =>
    `columns "${first}" and "${second}" both hold ${holds}; rename or remove one of them`,
  'too-many-columns': ({ columns, most }: { columns: number; most: number }) =>
    `the header has ${columns} columns; at most ${most} are read`,
  'unknown-column': ({ header, headers }: { header: string; headers: readonly string[] }) =>
    `--map names a column "${header}" that the table doesn't have${didYouMean(header, headers)}`,
  'near-miss': ({ header, id }: { header: string; id: string }) =>
    `column "${header}" matches nothing in the rubric; did you mean "${id}"? Rename it, or pass --map ${shellWord(`${header}=${id}`)}, or --map ${shellWord(`${header}=`)} to leave it out`,

  'ragged-row': (about: RaggedRow) => raggedRow(about),
  'unclosed-quote': ({ line }: { line: number }) =>
    `the quote that opens on line ${line} is never closed; everything after it is part of this row`,
  'text-after-quote': () =>
    'text after a closing quote; double the quotes inside a quoted cell, or close it where it ends',
  'nul-byte': () => 'a NUL byte; the file is damaged, or is UTF-16 without its mark (pass --encoding utf-16le)',

  'scientific-id': ({ cell, header }: { cell: string; header: string }) =>
    `the id "${shorten(cell)}" has lost its digits in a spreadsheet; make the column text there and export it again, or pass --map ${shellWord(`${header}=`)} to go by the names`,
  'unknown-verdict': ({ cell, word, known }: { cell: string; word: string; known: readonly string[] }) =>
    `"${shorten(cell)}" is not a verdict${didYouMean(word, known)} (${known.join(', ')})`,
  'not-yes-or-no': ({ cell, subject }: { cell: string; subject: string }) =>
    `"${shorten(cell)}" is neither yes nor no (${subject})`,
  'not-a-number': ({ cell, unit, requirement }: { cell: string; unit: string | undefined; requirement: string }) =>
    `"${shorten(cell)}" is not a number${unit === undefined ? '' : ` of ${unit}`} (${requirement})`,
  'foreign-scale': ({ words, scale, dimension }: { words: string; scale: Scale; dimension: string }) =>
    `${words}'s words need a scale of 1 to 5; this one is ${scaleInWords(scale)} (${dimension})`,
  'unknown-rating': (about: UnknownRating) => unknownRating(about),
} satisfies Record<string, (about: never) => string>;

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step?: number | undefined;
}

function noCandidateColumn(meant: string | undefined): string {
  const hint = meant === undefined ? ';' : `; did you mean "${meant}"? Then`;
  return `there is no column "candidate"${hint} pass --map ${shellWord(`${meant ?? 'Column'}=candidate`)}`;
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
