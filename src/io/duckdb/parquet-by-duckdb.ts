import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { csvRecord } from '../parquet/csv-record.js';
import type { ParquetTable } from '../parquet/parquet-source.js';
import { type Duckdb, openDuckdb } from './load-duckdb.js';
import { literalPath } from './patterns.js';
import { valueText } from './value-text.js';

/**
 * A file of Parquet, read by DuckDB: any codec, and more cores than one. Its rows are those that are read without it.
 *
 * @throws ScorecardError when it is no Parquet that can be read, or DuckDB is not there
 */
export async function openParquetByDuckdb(
  path: string,
  { shown, cwd }: { readonly shown: string; readonly cwd: string },
): Promise<ParquetTable> {
  const duckdb = await openDuckdb(cwd);
  const progress = { rows: 0 };
  try {
    const [all = 1] = await readable(shown, () => numbersOf(duckdb, path));
    const result = await readable(shown, () =>
      duckdb.connection.stream('SELECT * FROM read_parquet(?, hive_partitioning = false)', [literalPath(path)]),
    );
    const { DuckDBTypeId } = duckdb.package;
    const texts = result.columnTypes().map((type) => valueText(DuckDBTypeId, type));
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      const encoder = new TextEncoder();
      yield encoder.encode(csvRecord(result.columnNames()));
      for (;;) {
        const chunk = await readable(shown, () => result.fetchChunk());
        if (!chunk || chunk.rowCount === 0) return;
        const columns = chunk.getColumns();
        let text = '';
        for (let row = 0; row < chunk.rowCount; row += 1)
          text += csvRecord(texts.map((toText, at) => toText(columns[at]?.[row])));
        progress.rows += chunk.rowCount;
        yield encoder.encode(text);
      }
    };
    return { chunks: chunks(), share: () => progress.rows / Math.max(1, all), end: duckdb.close };
  } catch (error) {
    duckdb.close();
    throw error;
  }
}

async function numbersOf({ connection }: Duckdb, path: string): Promise<readonly number[]> {
  const reader = await connection.runAndReadAll('SELECT num_rows::INTEGER FROM parquet_file_metadata(?)', [
    literalPath(path),
  ]);
  return reader.getRows().map(([rows]) => Number(rows));
}

/** What DuckDB finds wrong is said in its own terms: whoever has the file needs to write it again. */
async function readable<T>(shown: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new ScorecardError(`${shown} is damaged, or is Parquet of a kind that is not read`, {
      hint: say`write it again, not encrypted, or write a CSV`,
    });
  }
}
