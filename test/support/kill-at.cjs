// Loaded before the program: ends it at once just before its nth call that changes what is on disk ($KILL_AT).
const fs = require('node:fs');

const last = Number(process.env.KILL_AT);
let calls = 0;

for (const name of ['writeSync', 'linkSync', 'unlinkSync', 'renameSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    calls += 1;
    if (calls === last) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
}
