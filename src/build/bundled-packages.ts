import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputBundle } from 'rolldown';

/** A package with a line in the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly folder: string;
}

/** The packages that the bundle carries, by name. */
export function bundledPackages(bundle: OutputBundle): readonly BundledPackage[] {
  const folders = new Set<string>();
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue;
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
      if (folder !== undefined && renderedLength > 0) folders.add(folder);
    }
  }
  return [...folders].map(readPackage).sort((a, b) => (referenceOf(a) < referenceOf(b) ? -1 : 1));
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as BundledPackage;
  return { name, version, ...(license === undefined ? {} : { license }), folder };
}

export function referenceOf({ name, version }: Pick<BundledPackage, 'name' | 'version'>): string {
  return `${name}@${version}`;
}
