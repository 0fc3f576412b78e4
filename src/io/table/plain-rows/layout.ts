/** Where things stand in the memory that the pass and its host share. */

/** What the pass is called with and leaves: each four bytes, the key eight. */
export const STATE = {
  /** Where the next row begins. */
  position: 0,
  /** Its line. */
  line: 4,
  /** Where output goes on. */
  out: 8,
  /** How many rows were passed. */
  rows: 12,
  /** 1 where the next row was stopped for its result alone, which is not known. */
  isUnknown: 16,
  /** The free slot that its key leads to. */
  slot: 20,
  /** The key of that result. */
  key: 24,
} as const;

/** What a row begins with: the share of dimensions that have no column. */
export const BEGINNING = 32;

/** Where the digits of a number end while they are made. */
export const DIGITS = 64;

/** For each byte, 1 where a name that begins with it, or ends with it, may not be copied as it is. */
export const CARE_FIRST = 0x100;
export const CARE_LAST = 0x200;

/** Cells that are the same in all plain rows. */
export const CONSTANTS = 0x400;
export const MOST_CONSTANT = 0x400;

/** For each outline of a name, folded, 1 where a word has it that no person is called. */
export const OUTLINES = 0x1000;
export const FOLD = { bits: 5, mask: 31 } as const;

/** The results that are known, found by their key; 0 where there is none. */
export const RESULTS = 0x10000;
export const SLOT = { size: 64, bits: 15, length: 8, end: 9, text: 16 } as const;
export const MOST_RESULT = SLOT.size - SLOT.text;
const RESULTS_END = RESULTS + SLOT.size * 2 ** SLOT.bits;

/** The bytes that are read, and line ends behind them. */
export const INPUT = RESULTS_END;
export const MOST_INPUT = 256 * 1024;
export const SENTINELS = 64;

/** What is written: a row begins where at least its own length is free. */
export const OUTPUT = INPUT + MOST_INPUT + SENTINELS;
export const ENOUGH_OUTPUT = 256 * 1024;
const OUTPUT_END = OUTPUT + ENOUGH_OUTPUT + MOST_INPUT + 2 * MOST_CONSTANT;

/** What each byte in each column of ratings adds to a row, sixteen bytes each. */
export const SHARES = OUTPUT_END;
export const SHARE_TABLE = 256 * 16;

export function memoryBytes(dimensions: number): number {
  return SHARES + dimensions * SHARE_TABLE + SENTINELS;
}
