import type { DuckDBBlobValue } from '@duckdb/node-api';
import type { SortedRows } from '../sorting/sorted-rows.js';
import { openDuckdb } from './load-duckdb.js';

/** How many rows DuckDB takes at once. */
const AT_ONCE = 2048;

/** Rows sorted by DuckDB, which puts what doesn't fit into memory into a private folder. */
export async function sortByDuckdb(cwd: string): Promise<SortedRows> {
  const { package: duckdb, connection, close } = await openDuckdb(cwd);
  const { DOUBLE, BLOB, DuckDBDataChunk, blobValue, UINTEGER } = duckdb;
  await connection.run('CREATE TABLE kept (worth DOUBLE, place UINTEGER, bytes BLOB)');
  const appender = await connection.createAppender('kept');
  let count = 0;
  let worths: (number | null)[] = [];
  let places: number[] = [];
  let bytes: DuckDBBlobValue[] = [];
  const hand = () => {
    const chunk = DuckDBDataChunk.create([DOUBLE, UINTEGER, BLOB], worths.length);
    chunk.setColumns([worths, places, bytes]);
    appender.appendDataChunk(chunk);
    [worths, places, bytes] = [[], [], []];
  };
  return {
    add: (worth, row) => {
      worths.push(worth ?? null);
      places.push(count);
      bytes.push(blobValue(row.slice()));
      count += 1;
      if (worths.length === AT_ONCE) hand();
    },
    best: async function* () {
      if (worths.length > 0) hand();
      appender.closeSync();
      const result = await connection.stream('SELECT worth, bytes FROM kept ORDER BY worth DESC NULLS LAST, place');
      for await (const chunk of result) {
        const [values = [], rows = []] = chunk.getColumns();
        for (let at = 0; at < chunk.rowCount; at += 1)
          yield { worth: (values[at] as number | null) ?? undefined, bytes: (rows[at] as DuckDBBlobValue).bytes };
      }
    },
    close,
  };
}
