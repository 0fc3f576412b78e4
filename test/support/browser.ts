import { existsSync } from 'node:fs';

/** Debian's Chromium, or another of its family; `undefined` where none is installed. */
export function findBrowser(): string | undefined {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
}
