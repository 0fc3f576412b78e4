import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Plugin } from 'rolldown';

/**
 * Writes the source files of each chunk, by its file name, as JSON to `file`: for the tests, since a chunk does not
 * show them.
 */
export function listChunks(file: string): Plugin {
  return {
    name: 'list-chunks',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((chunk) => {
        if (chunk.type !== 'chunk') return [];
        const sources = Object.entries(chunk.modules)
          .filter(([id, { renderedLength }]) => renderedLength > 0 && !/[\\/]node_modules[\\/]/.test(id))
          .map(([id]) => relative('src', id).replaceAll('\\', '/'));
        return [[chunk.fileName, sources.sort()]];
      });
      const text = JSON.stringify(Object.fromEntries(chunks));
      // A test that builds must not take the file away under one that reads it.
      if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
  };
}
