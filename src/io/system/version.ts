import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in `package.json`. */
export function readVersion(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}
