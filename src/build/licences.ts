import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { type BundledPackage, bundledPackages } from './bundled-packages.js';

/** Licences that may be passed on inside a package under the MIT licence. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0']);

/**
 * Gathers the licence of every package with a line in the bundle; a licence that is missing or unknown ends the build.
 */
export function gatherLicences(fileName: string): Plugin {
  return {
    name: 'gather-licences',
    generateBundle(_options, bundle) {
      const texts = bundledPackages(bundle).map(licenceOf).sort();
      const head = 'scorecard contains the following packages, under the licences that stand below each name.\n';
      this.emitFile({ type: 'asset', fileName, source: [head, ...texts].join('\n') });
    },
  };
}

function licenceOf({ name, version, license, folder }: BundledPackage): string {
  if (license === undefined || !ALLOWED.has(license)) {
    throw new Error(`${name} ${version} is under ${license ?? 'no licence'}, which is not among those allowed`);
  }
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)([-.]|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} brings no licence text`);
  const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}
