// Loaded before the program: the disk has an error where a file is whose name ends in $UNREADABLE.
const fs = require('node:fs');

for (const name of ['openSync', 'readFileSync']) {
  const original = fs[name];
  fs[name] = (path, ...args) => {
    if (String(path).endsWith(process.env.UNREADABLE)) {
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO', syscall: 'read', path });
    }
    return original(path, ...args);
  };
}
