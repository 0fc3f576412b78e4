import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { isAlive } from './write-file.js';

const NAME = /^scorecard-(\d+)-\w{6}$/;

/** So long what was typed in an editor can still be fetched by hand after the program was killed. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** A new private folder for what is needed for a moment; what killed programs left in theirs is removed a day later. */
export function makeTemporaryFolder(): string {
  sweepTemporaryFolders();
  return mkdtempSync(join(tmpdir(), `scorecard-${process.pid}-`));
}

/**
 * Removes the user's own folders of programs that are gone and that were not touched for a day before `now`, by the
 * clock that files go by.
 */
export function sweepTemporaryFolders(now = Date.now()): void {
  for (const name of namesIn(tmpdir())) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      const path = join(tmpdir(), name);
      const stats = statSync(path);
      if (stats.uid === process.getuid?.() && now - lastTouched(path) > KEPT_FOR) rmSync(path, { recursive: true });
    } catch {
      // Gone meanwhile, or somebody else's.
    }
  }
}

/** @throws the system's error */
function lastTouched(folder: string): number {
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  return Math.max(...paths.map((path) => statSync(path).mtimeMs));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
