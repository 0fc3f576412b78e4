import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import type { DuckDBConnection } from '@duckdb/node-api';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { makeTemporaryFolder } from '../system/temporary-folder.js';

export type DuckdbPackage = typeof import('@duckdb/node-api');

/** A DuckDB in memory, which reads and writes no more than what its user names. */
export interface Duckdb {
  readonly package: DuckdbPackage;
  readonly connection: DuckDBConnection;
  /** Takes everything away, also what did not fit into memory. */
  close(): void;
}

const NAME = '@duckdb/node-api';

/** Nothing is fetched, and what doesn't fit into memory goes to a private folder. */
const settings = (folder: string) => ({
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  temp_directory: folder,
  memory_limit: '1GB',
});

/**
 * Opens DuckDB. It is no part of an install: whoever wants it, installs it beside this program or in the working folder.
 *
 * @throws ScorecardError where it isn't installed, or doesn't run on this machine
 */
export async function openDuckdb(cwd: string): Promise<Duckdb> {
  const found = loadDuckdb(cwd);
  const folder = makeTemporaryFolder();
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  // Work that is abandoned closes nothing any more.
  process.on('exit', remove);
  try {
    const instance = await found.DuckDBInstance.create(':memory:', settings(folder));
    const connection = await instance.connect();
    const close = () => {
      connection.closeSync();
      instance.closeSync();
      remove();
    };
    return { package: found, connection, close };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Beside this program first: what lies in a working folder may be anybody's. */
function loadDuckdb(cwd: string): DuckdbPackage {
  const places = [join(import.meta.dirname, 'package.json'), join(cwd, 'package.json')];
  for (const place of places) {
    const load = createRequire(place);
    let path: string;
    try {
      path = load.resolve(NAME);
    } catch {
      continue;
    }
    try {
      return load(path) as DuckdbPackage;
    } catch (error) {
      const [why = ''] = String(error instanceof Error ? error.message : error).split('\n');
      throw new ScorecardError(`${NAME} is installed and doesn't run here: ${why}`, {
        hint: say`leave out --engine duckdb, or install it again for this machine`,
      });
    }
  }
  throw new ScorecardError(`--engine duckdb needs the package ${NAME}, which is not installed`, {
    hint: say`run: npm install ${NAME} (with --global where scorecard was installed so); or leave out --engine duckdb`,
  });
}
