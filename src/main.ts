// Where the bundle starts: settles colour before anything that asks for it is loaded, then runs the command line.
import { join } from 'node:path';
import { run } from './cli.js';
import { createNodeHost } from './io/system/host.js';
import { resolveColour } from './resolve-colour.js';

resolveColour(process.argv.slice(2), process.env);
// The bundle is `dist/main.cjs`, started by `bin/scorecard.js`.
const home = join(import.meta.dirname, '..');
run(process.argv.slice(2), createNodeHost(home)).then((code) => {
  process.exitCode = code;
});
