import type { Mistake } from '../problem.js';

/** What is wrong with a row as such, whatever its cells mean. */
export interface Damage extends Mistake {
  /** Physical, 1-based. */
  readonly line: number;
  /** The position in the line in characters, 1-based. */
  readonly column: number;
}

/** What `code` gives for a cell of more than one byte; no UTF-8 text contains this byte. */
export const MULTIPLE_BYTES = 0xff;

/**
 * One row of a table as the engine reads it. The same object may stand for the next row later: keep what it says, not
 * the object.
 */
export interface BatchRow {
  /** The physical line on which it begins, 1-based. */
  readonly line: number;
  readonly count: number;
  readonly damage: Damage | undefined;
  /** The one byte of a cell that has exactly one, 0 for an empty cell, `MULTIPLE_BYTES` for any other. */
  code(at: number): number;
  /** Whether a cell holds nothing but white space, or is missing. */
  isBlank(at: number): boolean;
  /** The cell's text, quotes resolved; empty where the row has no such cell. */
  text(at: number): string;
  /**
   * A number made of a cell's length, first and last byte, white space around it and case left out: the same for cells
   * that are the same, and cheap.
   */
  outline(at: number): number;
  /** How many cells the next row has; `undefined` where there is none, or it was not read yet. */
  nextCount(): number | undefined;
  /** The place where the cell begins, for messages. */
  place(at: number): { readonly line: number; readonly column: number };
}
