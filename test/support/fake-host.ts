import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, onTestFinished } from 'vitest';
import { command } from '../../src/core/text/shell-words.js';
import type { Host, Output, Signal, SystemUser } from '../../src/io/system/host.js';

/** The folder that holds package.json. */
export const HOME = resolve(import.meta.dirname, '../..');

export interface FakeOutput extends Output {
  /** All that was written. */
  readonly text: string;
}

export interface FakeHost extends Host {
  readonly stdout: FakeOutput;
  readonly stderr: FakeOutput;
  /** Sends a signal to whoever listens. */
  signal(signal: Signal): void;
}

interface FakeHostOptions {
  /** Files to begin with, by path relative to the working folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Lines on standard input; it ends after them. */
  readonly lines?: readonly string[];
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  /** Standard output and error are a terminal with colours; standard input is not. */
  readonly isTerminal?: boolean;
  /** Who sits at the keyboard: R. Panel, unless it is said; `undefined` where nobody knows. */
  readonly userName?: string | undefined;
  readonly userId?: string;
  /** A folder of an earlier fake host, to go on in. */
  readonly cwd?: string;
  /** First reading of the clock; each reading is a second later. */
  readonly start?: string;
}

/**
 * A host in a temporary folder of its own, that is removed when the test ends. The clock begins at
 * 2026-11-20T14:00:00Z.
 */
export function createFakeHost(options: FakeHostOptions = {}): FakeHost {
  const cwd = options.cwd ?? temporaryFolder();
  for (const [path, contents] of Object.entries(options.files ?? {})) {
    const file = join(cwd, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  const stdin = options.stdin ?? (options.lines ?? []).map((line) => `${line}\n`).join('');
  const listeners = new Set<(signal: Signal) => void>();
  let time = Date.parse(options.start ?? '2026-11-20T14:00:00Z');
  return {
    stdin: Readable.from(stdin.length > 0 ? [Buffer.from(stdin)] : []),
    stdout: createFakeOutput(options),
    stderr: createFakeOutput(options),
    env: options.env ?? {},
    cwd,
    program: command`scorecard`,
    home: HOME,
    now: () => {
      time += 1000;
      return new Date(time);
    },
    user: async () => userOf(options),
    onSignal: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signal: (signal) => {
      for (const listener of listeners) listener(signal);
    },
  };
}

function userOf({ userId, ...options }: FakeHostOptions): SystemUser | undefined {
  const name = 'userName' in options ? options.userName : 'R. Panel';
  if (name === undefined) return undefined;
  return { person: { name, ...(userId === undefined ? {} : { id: userId }) }, from: 'git' };
}

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function createFakeOutput({ columns = 80, isTerminal = false }: FakeHostOptions): FakeOutput {
  let text = '';
  return {
    write: (more) => {
      text += more;
    },
    flush: async () => {},
    isTTY: isTerminal,
    hasColours: isTerminal,
    columns,
    rows: 24,
    stream: new Writable({
      write: (chunk, _encoding, done) => {
        text += String(chunk);
        done();
      },
    }),
    get text() {
      return text;
    },
  };
}

/** A folder that `prepare` fills once for all tests of a file, and that each of them gets a copy of. */
export function folderTemplate(prepare: (cwd: string) => Promise<void>): () => Promise<string> {
  let template: Promise<string> | undefined;
  afterAll(async () => {
    if (template) rmSync(await template, { recursive: true, force: true });
  });
  const make = async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
    await prepare(cwd);
    return cwd;
  };
  return async () => {
    template ??= make();
    const copy = temporaryFolder();
    copyFolder(await template, copy);
    return copy;
  };
}

/** With the modes of folders, which Node's own copy leaves out in some versions. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    chmodSync(join(to, name), statSync(join(from, name)).mode);
  }
}
