import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { reason } from '../system/files.js';
import type { Host } from '../system/host.js';

/** Where the rows of a batch stand. */
export interface TableFiles {
  /** As messages name them; `-` is standard input. */
  readonly files: readonly string[];
  /** Whether rows say in which file they stand: those of a folder and of a pattern do, also where there is one. */
  readonly isInFiles: boolean;
  /** What lies in the folder and is not a table by its name. */
  readonly others: readonly string[];
}

const TABLE = /\.(csv|tsv|tab|txt|parquet|pq)(\.gz)?$/i;

/**
 * The file, the tables of the folder, or the files whose names fit the pattern.
 *
 * @throws ScorecardError where there is none
 */
export async function findTables(
  file: string,
  { hasPatterns }: { readonly hasPatterns: boolean },
  host: Host,
): Promise<TableFiles> {
  const path = resolve(host.cwd, file);
  const alone = { files: [file], isInFiles: false, others: [] };
  if (file === '-') return alone;
  if (existsSync(path)) return statSync(path).isDirectory() ? tablesIn(file, path) : alone;
  const { filesOf, isPattern } = await import('../duckdb/patterns.js');
  if (!isPattern(file)) return alone;
  if (!hasPatterns)
    throw new ScorecardError(`${file}: there is no such file or folder`, {
      hint: say`patterns of names are taken with --engine duckdb; a folder is read without it`,
    });
  const files = await filesOf(file, host.cwd);
  if (files.length === 0) throw new ScorecardError(`no file fits ${file}`);
  return { files, isInFiles: true, others: [] };
}

function tablesIn(folder: string, path: string): TableFiles {
  const names = namesIn(folder, path);
  const files = names.filter((name) => TABLE.test(name)).map((name) => join(folder, name));
  const others = names.filter((name) => !TABLE.test(name)).map((name) => join(folder, name));
  if (files.length > 0) return { files, isInFiles: true, others };
  throw new ScorecardError(`no table is in ${folder}`, {
    hint: say`a table ends in .csv, .tsv, .txt or .parquet, those with text also in .gz`,
  });
}

/** What isn't hidden, in order. */
function namesIn(folder: string, path: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    throw new ScorecardError(`${folder}: ${reason(error)}`);
  }
}
