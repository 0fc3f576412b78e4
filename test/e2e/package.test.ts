import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { HOME } from '../support/fake-host.js';
import { installPacked } from '../support/packed.js';

const packed = installPacked();
afterAll(() => packed.remove());

interface Bill {
  readonly metadata: { readonly component: { readonly purl: string } };
  readonly components: readonly { readonly 'bom-ref': string }[];
}

/** The installed command in the empty project, on the Node that runs the tests. */
function scorecard(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(packed.home, 'bin/scorecard.js'), ...args], {
    cwd: packed.folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the packed package', () => {
  test('is one package: it brings no other with it', () => {
    expect(readdirSync(join(packed.folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'scorecard',
    ]);
    const manifest = JSON.parse(readFileSync(join(packed.home, 'package.json'), 'utf8')) as object;
    expect(manifest).not.toHaveProperty('dependencies');
  });

  test('holds no source, no test and no development file', () => {
    const folders = new Set(packed.files.map((path) => path.split('/')[0]));
    expect([...folders].filter((name) => !/^(bin|dist|rubrics|.*\.md|LICENSE|package\.json)$/.test(name))).toEqual([]);
  });

  test('opens no connection: nothing in it knows how to', () => {
    const code = packed.files.filter((path) => /\.c?js$/.test(path));
    expect(code.length).toBeGreaterThan(50);
    const network =
      /(?:require\(|from )["'`](?:node:)?(?:net|tls|dns|dgram|https?|http2|inspector)["'`/]|\b(?:fetch|WebSocket|EventSource)\(/;
    expect(code.filter((path) => network.test(readFileSync(join(packed.home, path), 'utf8')))).toEqual([]);
  });

  test('tells its version', () => {
    const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { version: string };
    expect(scorecard('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('is on the path of the project as a command', () => {
    const help = execFileSync(join(packed.folder, 'node_modules/.bin/scorecard'), ['--help'], { encoding: 'utf8' });
    expect(help).toContain('Usage: scorecard');
  });

  test('lists and shows the built-in rubrics', () => {
    const { rubrics } = JSON.parse(scorecard('rubric', 'list', '-f', 'json').stdout) as { rubrics: { id: string }[] };
    expect(rubrics.length).toBeGreaterThan(0);
    for (const { id } of rubrics)
      expect(scorecard('rubric', 'show', id).stdout).toMatch(/^Dimensions(?: and weights|, of equal weight)$/m);
  });

  test('writes a scorecard from an answers file and verifies it', () => {
    writeFileSync(join(packed.folder, 'ada.yaml'), 'candidate: Ada Example\ninterviewer: R. Panel\nratings: {}\n');
    const written = scorecard('interview', '--role', 'lead-devops', '--answers', 'ada.yaml', '-f', 'json');
    expect({ status: written.status, stderr: written.stderr }).toMatchObject({ status: 0 });
    const { id } = JSON.parse(written.stdout) as { id: string };
    expect(scorecard('verify', `scorecards/${id}.json`)).toMatchObject({ status: 0 });
  });

  test('gives the licence of every package that is in the bundle', () => {
    const licences = readFileSync(join(packed.home, 'dist/third-party-licences.txt'), 'utf8');
    for (const name of ['commander', 'yaml', 'zod', 'chalk', 'cli-table3', '@inquirer/core']) {
      expect(licences).toMatch(new RegExp(`^${name.replace('/', '\\/')} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC)\\)$`, 'm'));
    }
    const copyrights = licences.match(/copyright/gi) ?? [];
    expect(copyrights.length).toBeGreaterThan(10);
  });

  test('lists what is in the bundle as npm would, and all of it', () => {
    const bill = JSON.parse(readFileSync(join(packed.home, 'dist/sbom.cdx.json'), 'utf8')) as Bill;
    const npm = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
    const installed = JSON.parse(execFileSync('npm', npm, { cwd: HOME, encoding: 'utf8' })) as Bill;
    expect(bill.metadata.component).toMatchObject({ name: 'scorecard', purl: installed.metadata.component.purl });
    for (const component of bill.components) {
      const known = installed.components.find((other) => other['bom-ref'] === component['bom-ref']);
      expect({ ...known, ...component }).toEqual({ ...known, scope: 'required' });
    }
    const licences = readFileSync(join(packed.home, 'dist/third-party-licences.txt'), 'utf8');
    const licensed = [...licences.matchAll(/^-{80}\n(\S+) (\S+) \(/gm)].map(
      ([, name, version]) => `${name}@${version}`,
    );
    expect(bill.components.map((component) => component['bom-ref']).sort()).toEqual(licensed.sort());
  });
});
