// node test/support/check.mjs lint typecheck build: runs scripts of package.json side by side, and fails when one fails.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What a script printed, in the order in which it did, and whether it failed. */
function run(name) {
  return new Promise((resolve) => {
    const child = spawn(scripts[name], { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
    child.on('close', (code) => resolve({ name, hasFailed: code !== 0, output: Buffer.concat(parts).toString() }));
  });
}

const results = await Promise.all(process.argv.slice(2).map(run));
for (const { name, output } of results) process.stdout.write(`> ${name}: ${scripts[name]}\n${output}\n`);
const failed = results.filter(({ hasFailed }) => hasFailed).map(({ name }) => name);
if (failed.length > 0) process.stderr.write(`failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
