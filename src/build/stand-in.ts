import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Has one package import a file of ours in the place of another package. The file itself gets the package. */
export function standIn(
  name: string,
  { importer, file }: { readonly importer: RegExp; readonly file: string },
): Plugin {
  return {
    name: 'stand-in',
    resolveId: (source, from) =>
      source === name && from !== undefined && importer.test(from) ? join(import.meta.dirname, file) : null,
  };
}
