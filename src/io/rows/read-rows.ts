import type { Host } from '../system/host.js';
import { openTable } from '../table/table-input.js';

/**
 * A whole table as texts, its header first: for tables that people write by hand, such as a career ladder.
 *
 * @throws ScorecardError when it cannot be read, is empty, or is not CSV
 */
export async function readRows(file: string, host: Host): Promise<readonly (readonly string[])[]> {
  const { reader, close } = await openTable(file, {}, host);
  const rows: string[][] = [];
  try {
    while (await reader.fill()) {
      while (reader.next()) {
        const { record } = reader;
        rows.push(Array.from({ length: record.count }, (_cell, at) => record.text(at)));
      }
    }
  } finally {
    await close();
  }
  return rows;
}
