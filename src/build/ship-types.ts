import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Plugin } from 'rolldown';
import { isolatedDeclarationSync } from 'rolldown/experimental';

/** Which files a declaration needs beside it: what it takes from elsewhere. */
const FROM = /^(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]/gm;

/**
 * Ships a file of declarations as the types of the package, and the declarations of what it exports from other files at
 * the same places beside it. An install is one package: none may import another.
 */
export function shipTypes(from: string, fileName: string): Plugin {
  return {
    name: 'ship-types',
    generateBundle() {
      const source = readFileSync(from, 'utf8');
      if (/^import\b/m.test(source)) throw new Error(`${from} imports something; users could not resolve it`);
      this.emitFile({ type: 'asset', fileName, source });
      const root = posix.dirname(from);
      for (const [file, declarations] of declarationsOf(root, from, source)) {
        this.emitFile({ type: 'asset', fileName: file.replace(/\.ts$/, '.d.ts'), source: declarations });
      }
    },
  };
}

/** The declarations of each file that a source takes something from, and those take it from, by their paths below `root`. */
function declarationsOf(root: string, from: string, source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = namesIn(from, source);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = posix.relative(root, file);
    if (found.has(name)) continue;
    const { code, errors } = isolatedDeclarationSync(file, readFileSync(file, 'utf8'));
    if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join('; ')}`);
    found.set(name, code);
    waiting.push(...namesIn(file, code));
  }
  return found;
}

function namesIn(file: string, code: string): string[] {
  return [...code.matchAll(FROM)].map(([, name = '']) => {
    if (!name.startsWith('.')) throw new Error(`${file} takes types from ${name}; users could not resolve it`);
    return posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts');
  });
}
