import { RESULT_COLUMNS } from '../../../src/core/sql/compile.js';
import type { Cell } from './engine.js';

type Value = string | number | null;

const TEXTS: readonly string[] = ['candidate', 'recommendation'];

/** Rows of a result by candidate, with numbers as numbers: an engine may write 383 as 383.00. */
export function resultRows(rows: readonly (readonly Cell[])[]): Readonly<Record<string, readonly Value[]>> {
  return Object.fromEntries(
    rows.map((row) => [
      row[0],
      row
        .slice(1)
        .map((cell, at) => (cell === null || TEXTS.includes(RESULT_COLUMNS[at + 1] ?? '') ? cell : Number(cell))),
    ]),
  );
}
