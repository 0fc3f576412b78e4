#!/usr/bin/env node
// Settles colour before anything that asks for it is loaded, then starts.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { settleColour } from '../dist/settle-colour.js';

settleColour(process.argv.slice(2), process.env);
const { createNodeHost } = await import('../dist/io/host.js');
const { run } = await import('../dist/cli.js');
process.exitCode = await run(process.argv.slice(2), createNodeHost(fileURLToPath(new URL('..', import.meta.url))));
