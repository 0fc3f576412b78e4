import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Licences that may be passed on inside a package under the MIT licence. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0']);

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * Gathers the licence of every package with a line in the bundle; a licence that is missing or unknown ends the build.
 */
export function gatherLicences(fileName: string): Plugin {
  return {
    name: 'gather-licences',
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
          if (folder !== undefined && renderedLength > 0) folders.add(folder);
        }
      }
      const texts = [...folders].map(licenceOf).sort();
      const head = 'scorecard contains the following packages, under the licences that stand below each name.\n';
      this.emitFile({ type: 'asset', fileName, source: [head, ...texts].join('\n') });
    },
  };
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  if (license === undefined || !ALLOWED.has(license)) {
    throw new Error(`${name} ${version} is under ${license ?? 'no licence'}, which is not among those allowed`);
  }
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)([-.]|$)/i.test(entry));
  if (file === undefined || !existsSync(join(folder, file)))
    throw new Error(`${name} ${version} brings no licence text`);
  const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}
