import { afterAll, beforeAll } from 'vitest';
import { startClickHouse } from './clickhouse.js';
import { startDuckDb } from './duckdb.js';
import type { Engine } from './engine.js';
import { startPostgreSql } from './postgresql.js';
import { startGoogleSql } from './zetasql.js';

const STARTERS = {
  DuckDB: startDuckDb,
  PostgreSQL: startPostgreSql,
  ClickHouse: startClickHouse,
  GoogleSQL: startGoogleSql,
};

/** The engines that are installed, for the tests of a file; those that are not are named in one line. */
export function useEngines(): readonly Engine[] {
  const engines: Engine[] = [];
  beforeAll(async () => {
    const started = await Promise.all(Object.values(STARTERS).map((start) => start()));
    engines.push(...started.filter((engine) => engine !== undefined));
    const missing = Object.keys(STARTERS).filter((name) => engines.every((engine) => engine.name !== name));
    if (missing.length > 0) process.stderr.write(`not installed, so without it: ${missing.join(', ')}\n`);
  }, 60_000);
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
  });
  return engines;
}
