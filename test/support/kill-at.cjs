// Loaded before the program: ends it, as a power cut would, just before its nth call that changes a file ($KILL_AT).
const fs = require('node:fs');

const last = Number(process.env.KILL_AT);
let calls = 0;

for (const name of ['openSync', 'writeSync', 'fsyncSync', 'linkSync', 'unlinkSync', 'renameSync', 'mkdirSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (name !== 'openSync' || (args[1] ?? 'r') !== 'r') calls += 1;
    if (calls === last) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
}
