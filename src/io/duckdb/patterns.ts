import { isAbsolute, join, relative } from 'node:path';
import { openDuckdb } from './load-duckdb.js';

/** Whether a name is a pattern of names. */
export function isPattern(name: string): boolean {
  return /[*?[]/.test(name);
}

/** A path in which nothing is a pattern. */
export function literalPath(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}

/** Files whose names fit a pattern, `**` for folders of any depth, as paths from the working folder, in order. */
export async function filesOf(pattern: string, cwd: string): Promise<readonly string[]> {
  const duckdb = await openDuckdb(cwd);
  try {
    const whole = isAbsolute(pattern) ? pattern : join(literalPath(cwd), pattern);
    const reader = await duckdb.connection.runAndReadAll('SELECT file FROM glob(?)', [whole]);
    const paths = reader.getRows().map(([file]) => String(file));
    return paths.map((path) => (isAbsolute(pattern) ? path : relative(cwd, path))).sort();
  } finally {
    duckdb.close();
  }
}
