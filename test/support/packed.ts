import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from './fake-host.js';

export interface Packed {
  /** An empty project in which the package is installed, and nothing else. */
  readonly folder: string;
  /** The package in it. */
  readonly home: string;
  /** Paths in the tarball. */
  readonly files: readonly string[];
  readonly bytes: number;
  remove(): void;
}

/**
 * Packs what is built and installs the tarball in an empty folder, with a registry that can't be reached and an empty
 * cache.
 */
export function installPacked(): Packed {
  const root = mkdtempSync(join(tmpdir(), 'scorecard-packed-'));
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', [...args, '--cache', join(root, 'cache'), '--loglevel', 'error'], {
      cwd,
      encoding: 'utf8',
      // Closed to everyone: whoever asks for a package gets an error at once.
      env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/', NODE_OPTIONS: '' },
    });
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', root], HOME)) as {
    filename: string;
    size: number;
    files: { path: string }[];
  }[];
  const folder = mkdtempSync(join(root, 'project-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n');
  npm(['install', '--offline', '--no-audit', '--no-fund', join(root, packed.filename)], folder);
  return {
    folder,
    home: join(folder, 'node_modules/scorecard'),
    files: packed.files.map(({ path }) => path),
    bytes: packed.size,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
