import type { BatchEngine } from '../../../core/batch/engine.js';
import { createShares } from '../../../core/batch/result-cache.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import type { Rating } from '../../../core/rubric/scale.js';
import { formatCsvCell } from '../../../core/table/csv-cell.js';
import { WORD_OUTLINES } from '../../../core/table/no-person.js';
import { BYTE } from '../csv-record.js';
import { BEGINNING, CARE_FIRST, CARE_LAST, FOLD, OUTLINES, SHARE_TABLE, SHARES } from './layout.js';

/** Makes a cell more than any row may have: it is no rating. */
const NOT_A_RATING = 0x10000;

/** Above it, sums may not fit into the lanes they are added in. */
const MOST_SUM = 2 ** 27;

/**
 * Writes what each byte of each column of ratings means: asked of the engine and of `createShares`, so that the pass
 * knows no rule itself. False where numbers are too large for it.
 */
export function writeShares(
  memory: DataView,
  { ratingsByByte, plan }: BatchEngine,
  { rubric, delimiter }: { readonly rubric: Rubric; readonly delimiter: number },
): boolean {
  const shareOf = createShares(rubric);
  let most = 0;
  const add = (at: number, dimension: number, rating: Rating): void => {
    const { sum, rated, cap } = shareOf(dimension, rating);
    most = Math.max(most, Math.abs(sum), rated);
    const lane = (place: number) => memory.getInt32(at + place * 4, true);
    const lanes = [
      lane(0) + sum,
      lane(1) + rated,
      lane(2) + (typeof rating === 'number' ? 1 : 0),
      Math.max(lane(3), cap),
    ];
    lanes.forEach((value, place) => {
      memory.setInt32(at + place * 4, value, true);
    });
  };
  for (const [dimension, byByte] of ratingsByByte.entries()) {
    if (!byByte) {
      // What has no column is the same in every row.
      add(BEGINNING, dimension, 'not-assessed');
      continue;
    }
    const isLast = plan.ratings[dimension]?.column === plan.count - 1;
    const ends: readonly number[] = isLast ? [BYTE.lf, BYTE.cr] : [delimiter];
    for (let byte = 0; byte < 256; byte += 1) {
      const at = SHARES + dimension * SHARE_TABLE + byte * 16;
      // 0 stands for an empty cell.
      const rating = ends.includes(byte) ? byByte[0] : byte === 0 ? undefined : byByte[byte];
      if (rating === undefined) memory.setInt32(at + 8, NOT_A_RATING, true);
      else add(at, dimension, rating);
    }
  }
  return most * rubric.dimensions.length < MOST_SUM;
}

/** Writes which names take more than a copy: those that `formatCsvCell` changes, and those that may be no person's. */
export function writeNameTables(bytes: Uint8Array): void {
  const isChanged = (text: string) => formatCsvCell(text) !== text || text.trim() !== text;
  for (let byte = 0; byte < 0x80; byte += 1) {
    const sign = String.fromCharCode(byte);
    bytes[CARE_FIRST + byte] = isChanged(`${sign}x`) ? 1 : 0;
    bytes[CARE_LAST + byte] = isChanged(`x${sign}`) ? 1 : 0;
  }
  const { bits, mask } = FOLD;
  for (const outline of WORD_OUTLINES) {
    // As `outlineOf` makes it: one less than the length, and both ends in lower case.
    const [length, first, last] = [(outline >> 16) + 1, outline >> 8, outline];
    bytes[OUTLINES + (((first & mask) << (2 * bits)) | ((last & mask) << bits) | (length & mask))] = 1;
  }
}
