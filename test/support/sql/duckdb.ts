import type { Engine } from './engine.js';
import { valuesOf } from './engine.js';

/** DuckDB in this process, in memory; `undefined` where it is not installed. */
export async function startDuckDb(): Promise<Engine | undefined> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => ({ DuckDBInstance: undefined }));
  if (!DuckDBInstance) return undefined;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  return {
    name: 'DuckDB',
    // Which isn't its own, but MOD it takes as well.
    dialect: 'bigquery',
    takesPortable: true,
    run,
    load: async (table, columns, rows) => {
      await run(`CREATE OR REPLACE TABLE ${table} (${columns.map((column) => `${column} VARCHAR`).join(', ')})`);
      await run(`INSERT INTO ${table} VALUES ${valuesOf(rows)}`);
    },
    query: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
    },
    stop: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
