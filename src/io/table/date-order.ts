import { type ColumnOrder, orderOf, readDay } from '../../core/text/read-day.js';
import type { TableInput } from './table-input.js';

/** How a day begins that is written in numbers, the year last: no other tells an order. */
const NUMBERS = /^\D{0,3}\d{1,2} ?[-/.]/;

/**
 * Reads a whole table for how the days below a header are written, together with what was found `before` in another file;
 * the table is closed afterwards.
 */
export async function findDateOrder(table: TableInput, header: string, before?: ColumnOrder): Promise<ColumnOrder> {
  const { reader } = table;
  const { record } = reader;
  let column: number | undefined;
  let order = before;
  const columnOfHeader = () => {
    for (let at = 0; at < record.count; at += 1) if (record.text(at).trim() === header) return at;
    return undefined;
  };
  try {
    while (await reader.fill()) {
      while (reader.next()) {
        if (record.damage) continue;
        if (column === undefined) column = columnOfHeader();
        else {
          const text = record.text(column);
          const written = NUMBERS.test(text) ? readDay(text) : undefined;
          if (written) order = orderOf(written, order);
        }
      }
    }
  } finally {
    await table.close();
  }
  return order;
}
