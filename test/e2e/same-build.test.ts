import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { HOME, temporaryFolder } from '../support/fake-host.js';

/** The files of a build by their SHA-256. */
async function build(env: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const folder = join(temporaryFolder(), 'dist');
  const rolldown = [join(HOME, 'node_modules/rolldown/bin/cli.mjs'), '-c', 'rolldown.config.ts', '--dir', folder];
  await promisify(execFile)(process.execPath, rolldown, { cwd: HOME, env: { ...process.env, ...env } });
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [relative(folder, path), sha256(path)]));
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

test('two builds are the same bytes, wherever and whenever they are made', async () => {
  const builds = [build({ TZ: 'Pacific/Auckland', LANG: 'C' }), build({ TZ: 'America/Lima', LANG: 'tr_TR.UTF-8' })];
  const [one = {}, other] = await Promise.all(builds);
  for (const file of ['main.cjs', 'index.js', 'sbom.cdx.json']) expect(Object.keys(one)).toContain(file);
  expect(other).toEqual(one);
}, 120_000);
