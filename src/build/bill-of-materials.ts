import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { type BundledPackage, bundledPackages, referenceOf } from './bundled-packages.js';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

/**
 * Writes down what the bundle is made of, as CycloneDX: `npm sbom` lists all that is installed to build it, and knows
 * nothing of a bundle. Without the time and the random number that are allowed there, so that a build can be repeated.
 */
export function billOfMaterials(fileName: string, root: string): Plugin {
  return {
    name: 'bill-of-materials',
    generateBundle(_options, bundle) {
      const lock = readJson(join(root, 'package-lock.json')) as Lock;
      const own = readJson(join(root, 'package.json')) as BundledPackage & { readonly description: string };
      const components = bundledPackages(bundle).map((one) => ({
        ...componentOf(one),
        hashes: [{ alg: 'SHA-512', content: sha512Of(one, lock) }],
      }));
      const bill = {
        $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.5',
        version: 1,
        metadata: {
          lifecycles: [{ phase: 'build' }],
          component: { ...componentOf(own), type: 'application', description: own.description },
        },
        components,
        dependencies: [
          { ref: referenceOf(own), dependsOn: components.map((component) => component['bom-ref']) },
          ...components.map((component) => ({ ref: component['bom-ref'] })),
        ],
        compositions: [{ aggregate: 'complete', assemblies: [referenceOf(own)] }],
      };
      this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(bill, undefined, 2)}\n` });
    },
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function componentOf(one: Pick<BundledPackage, 'name' | 'version' | 'license'>) {
  return {
    'bom-ref': referenceOf(one),
    type: 'library',
    name: one.name,
    version: one.version,
    scope: 'required',
    purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
    licenses: [{ license: { id: one.license } }],
  };
}

/** What the registry's archive of the package has, in hexadecimal digits. */
function sha512Of({ name, version }: BundledPackage, { packages }: Lock): string {
  const entry = Object.entries(packages).find(
    ([path, locked]) => path.endsWith(`node_modules/${name}`) && locked.version === version,
  )?.[1];
  const base64 = /^sha512-(\S+)$/.exec(entry?.integrity ?? '')?.[1];
  if (base64 === undefined) throw new Error(`${name} ${version} has no sha512 in package-lock.json`);
  return Buffer.from(base64, 'base64').toString('hex');
}
