import { readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';

/** Ships a file of declarations as the types of the package. It may import nothing: an install is one package. */
export function shipTypes(from: string, fileName: string): Plugin {
  return {
    name: 'ship-types',
    generateBundle() {
      const source = readFileSync(from, 'utf8');
      if (/^import\b/m.test(source)) throw new Error(`${from} imports something; users could not resolve it`);
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
