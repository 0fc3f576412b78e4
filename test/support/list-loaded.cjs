// Preloaded with `node -r`: tells at the end which chunks of the bundle and which of Node's own modules were loaded.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const chunks = Object.keys(require.cache).flatMap((file) => /[\\/]dist[\\/](.+)\.cjs$/.exec(file)?.[1] ?? []);
  const builtIn = process.moduleLoadList.flatMap((name) => /^NativeModule ([a-z_/]+)$/.exec(name)?.[1] ?? []);
  writeFileSync(process.env.LIST_LOADED, JSON.stringify({ chunks, builtIn }));
});
