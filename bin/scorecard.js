#!/usr/bin/env node
// It does nothing but start, as CommonJS, which Node starts fastest. The version is told before anything is loaded.
'use strict';
const { writeSync } = require('node:fs');

if (Number(process.versions.node.split('.')[0]) < 20) {
  writeSync(2, `scorecard: needs Node 20.19 or later, and this is ${process.versions.node}\n`);
  process.exitCode = 2;
} else if (process.argv.length === 3 && /^(--version|-V)$/.test(process.argv[2])) {
  tellVersion(`${require('../package.json').version}\n`);
} else {
  require('../dist/main.cjs');
}

function tellVersion(version) {
  try {
    writeSync(1, version);
  } catch (error) {
    // A full pipe takes it later; a reader that has gone doesn't need it.
    if (error.code === 'EAGAIN') process.stdout.write(version);
    else if (error.code !== 'EPIPE') {
      writeSync(2, `scorecard: standard output: ${error.message}\n`);
      process.exitCode = 2;
    }
  }
}
