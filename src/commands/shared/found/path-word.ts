import { resolve } from 'node:path';
import { exists } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';

/** Whether a word on a command line means a file or a folder, and no person. */
export function isPathWord(word: string, { cwd }: Pick<Host, 'cwd'>): boolean {
  // No word would be the working folder.
  return (word !== '' && exists(resolve(cwd, word))) || /[\\/]|\.(json|md|ndjson)$/i.test(word);
}

/** Words that name files and folders, or standard input, and those that name people. */
export function splitWords(
  words: readonly string[],
  host: Pick<Host, 'cwd'>,
): { readonly paths: readonly string[]; readonly names: readonly string[] } {
  const isPath = (word: string) => word === '-' || isPathWord(word, host);
  return { paths: words.filter(isPath), names: words.filter((word) => !isPath(word)) };
}
