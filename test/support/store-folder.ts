import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { run } from '../../src/cli.js';
import { createFakeHost, type FakeHost } from './fake-host.js';

export interface StoreFolder {
  /** The folder of the running test, in which `scorecards` is the store. */
  readonly cwd: string;
  inStore(path: string): string;
  /** Runs a command as somebody who looks after the store. */
  scorecard(...args: readonly string[]): Promise<{ code: number; out: string; told: string }>;
  /** Every file of the store with its text. */
  everything(): readonly (readonly [string, string])[];
}

/** To be called once at the top of a file of tests: each test gets a copy of the template. */
export function useStoreFolder(template: () => Promise<string>): StoreFolder {
  let first: FakeHost;
  beforeEach(async () => {
    first = createFakeHost({ cwd: await template() });
  });
  const inStore = (path: string) => join(first.cwd, 'scorecards', path);
  return {
    get cwd() {
      return first.cwd;
    },
    inStore,
    scorecard: async (...args) => {
      const host = createFakeHost({ cwd: first.cwd, userName: 'H. Resources', start: '2026-11-26T09:00:00Z' });
      const code = await run(args, host);
      return { code, out: host.stdout.text, told: host.stderr.text };
    },
    everything: () =>
      readdirSync(inStore('.'), { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(inStore(path)).isFile())
        .sort()
        .map((path) => [path, readFileSync(inStore(path), 'utf8')]),
  };
}
