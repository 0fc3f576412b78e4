import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import process from 'node:process';
import type { Readable } from 'node:stream';

/** A place to write to, and what is known of it. */
export interface Output {
  write(text: string): void;
  /** Settles when everything written so far has left the process, or the reader has gone. */
  flush(): Promise<void>;
  readonly isTTY: boolean;
  /** Whether colours may be used on it. */
  readonly hasColours: boolean;
  /** Cells in a line; 80 where it is no terminal. */
  readonly columns: number;
  readonly rows: number;
  /** The stream itself, for what draws on a terminal. */
  readonly stream: NodeJS.WritableStream;
}

/** Everything outside the program: streams, environment, clock. Tests hand in one of their own. */
export interface Host {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Where the program's own files are: rubrics, package.json. */
  readonly home: string;
  now(): Date;
  /** The name of the person at the keyboard: git's `user.name`, else the login name; `undefined` where neither is known. */
  userName(): Promise<string | undefined>;
  /** Calls `listener` on SIGINT, SIGTERM and SIGHUP until the returned function is called. */
  onSignal(listener: (signal: Signal) => void): () => void;
}

export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** The real host. `home` is the folder that holds `package.json`. */
export function createNodeHost(home: string): Host {
  return {
    stdin: process.stdin,
    stdout: createOutput(process.stdout),
    stderr: createOutput(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    home,
    now: () => new Date(),
    userName,
    onSignal,
  };
}

function createOutput(stream: NodeJS.WriteStream): Output {
  // A reader that has gone (`scorecard … | head`, a closed terminal) is no error of ours: what follows is dropped.
  let isGone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    isGone = true;
  });
  return {
    write: (text) => {
      if (!isGone && text !== '') stream.write(text);
    },
    flush: () => (isGone ? Promise.resolve() : new Promise((resolve) => stream.write('', () => resolve()))),
    isTTY: stream.isTTY === true,
    get hasColours() {
      return hasColours(stream, process.env);
    },
    get columns() {
      return stream.columns > 0 ? stream.columns : Number(process.env.COLUMNS) || 80;
    },
    get rows() {
      return stream.rows > 0 ? stream.rows : 24;
    },
    stream,
  };
}

/** NO_COLOR, then FORCE_COLOR, then TERM=dumb, then whether the stream is a terminal. */
function hasColours(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return env.TERM !== 'dumb' && stream.isTTY === true;
}

function userName(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['config', '--get', 'user.name'], { timeout: 2000 }, (error, stdout) => {
      resolve((error ? undefined : stdout.trim() || undefined) ?? loginName());
    });
  });
}

function loginName(): string | undefined {
  try {
    return userInfo().username || undefined;
  } catch {
    return undefined;
  }
}

function onSignal(listener: (signal: Signal) => void): () => void {
  const signals: readonly Signal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}
