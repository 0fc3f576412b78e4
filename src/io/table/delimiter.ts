import { BYTE } from './csv-record.js';

/** Delimiters, in the order in which they win when nothing else decides. */
const CANDIDATES = [BYTE.comma, 59, BYTE.tab, 124] as const;

/** How many rows at the beginning are looked at. */
const ROWS = 20;

export interface Dialect {
  /** The delimiter, one ASCII byte. */
  readonly delimiter: number;
  /** The bytes of a first line `sep=;`, which is Excel's and not a row; 0 where there is none. */
  readonly skip: number;
}

/**
 * The delimiter of a table, judged by its beginning: the one by which most rows have as many cells as the header, then
 * the one that gives the most cells. Above the header may stand titles, which have one cell. A table of one column has a
 * comma.
 */
export function findDialect(head: Uint8Array): Dialect {
  const declared = /^"?sep=([^\r\n"])"?(\r\n|\n|\r)/i.exec(latin(head.subarray(0, 16)));
  if (declared?.[1] !== undefined) return { delimiter: declared[1].charCodeAt(0), skip: declared[0].length };
  const all = CANDIDATES.map((delimiter) => ({ delimiter, counts: cellCounts(head, delimiter) }));
  const first = best(all);
  if (first && isUsed(first.counts)) return { delimiter: first.delimiter, skip: 0 };
  const below = best(all.map(({ delimiter, counts }) => ({ delimiter, counts: withoutTitles(counts) })));
  return { delimiter: (below ?? first)?.delimiter ?? BYTE.comma, skip: 0 };
}

/** How many cells the rows have by a delimiter, the header first. */
interface Split {
  readonly delimiter: number;
  readonly counts: readonly number[];
}

function best(splits: readonly Split[]): Split | undefined {
  const rated = splits.flatMap((split) => {
    const [cells = 1, ...rows] = split.counts;
    const regular = rows.length === 0 ? 1 : rows.filter((count) => count === cells).length / rows.length;
    return cells < 2 ? [] : [{ split, regular, cells }];
  });
  return rated.sort((a, b) => b.regular - a.regular || b.cells - a.cells)[0]?.split;
}

/** Whether the rows below the first are split too: otherwise that was a title with a comma in it. */
function isUsed([, ...rows]: readonly number[]): boolean {
  return rows.filter((count) => count > 1).length * 2 >= rows.length;
}

function withoutTitles(counts: readonly number[]): readonly number[] {
  const most = Math.max(...counts);
  return counts.slice(counts.findIndex((count) => count * 2 > most && count > 1));
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The number of cells in each of the first rows, quotes respected. */
function cellCounts(head: Uint8Array, delimiter: number): readonly number[] {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isEmpty = true;
  // A quote opens at the start of a cell, and again right after one that closed: a doubled quote.
  let mayOpen = true;
  for (const byte of head) {
    const isQuote = byte === BYTE.quote;
    if (isQuoted) {
      isQuoted = !isQuote;
      mayOpen = isQuote;
    } else if (byte === BYTE.lf || byte === BYTE.cr) {
      if (!isEmpty && counts.push(cells) === ROWS) return counts;
      cells = 1;
      isEmpty = true;
      mayOpen = true;
    } else {
      isEmpty = false;
      isQuoted = isQuote && mayOpen;
      mayOpen = byte === delimiter;
      if (byte === delimiter) cells += 1;
    }
  }
  // The last row may be cut; it counts only where there is no other.
  if (!isEmpty && counts.length === 0) counts.push(cells);
  return counts;
}
