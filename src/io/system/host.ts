import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import type { Person } from '../../core/person/person.js';
import type { ShellText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import type { Signal } from '../../errors.js';
import { createOutput, type Output } from './output.js';

export type { Signal } from '../../errors.js';
export type { Output } from './output.js';

/** Everything outside the program: streams, environment, clock. Tests hand in one of their own. */
export interface Host {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /**
   * How this program was started, to be typed again: `scorecard`, or `node bin/scorecard.js` where it is not installed.
   */
  readonly program: ShellText;
  /** The folder with the program's own files: rubrics, package.json. */
  readonly home: string;
  now(): Date;
  /**
   * The person at the keyboard: git's `user.name`, else the login name, with git's `user.email` as their id;
   * `undefined` where no name is known.
   */
  user(): Promise<SystemUser | undefined>;
  /** Calls `listener` on SIGINT, SIGTERM and SIGHUP, until the returned function is called. */
  onSignal(listener: (signal: Signal) => void): () => void;
}

/**
 * Whether somebody sits there who can be asked: the question is seen, and keys come in. Standard input is looked at last,
 * since to open it takes as long as a short command.
 */
export function canAsk(host: Pick<Host, 'stdin' | 'stderr'>): boolean {
  return host.stderr.isTTY && host.stdin.isTTY === true;
}

/** Who the system says sits at the keyboard, and what of it says the name. */
export interface SystemUser {
  readonly person: Person;
  readonly from: 'git' | 'login';
}

/** The real host. `home` is the folder that holds `package.json`. */
export function createNodeHost(home: string): Host {
  return {
    // Opened only when it is asked for: it costs as much as a short command.
    get stdin() {
      return process.stdin;
    },
    stdout: createOutput(1),
    stderr: createOutput(2),
    env: process.env,
    cwd: process.cwd(),
    // What quotes it is loaded where it is said.
    get program() {
      return programName(process.argv[1] ?? '', process.cwd());
    },
    home,
    now: () => new Date(),
    user,
    onSignal,
  };
}

function programName(path: string, cwd: string): ShellText {
  if (basename(path) !== 'scorecard.js') return command`scorecard`;
  const near = relative(cwd, path);
  return command`node ${near.startsWith('..') ? path : near}`;
}

function user(): Promise<SystemUser | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['config', '--get-regexp', '^user\\.(name|email)$'], { timeout: 2000 }, (error, stdout) => {
      const lines = error ? [] : stdout.split('\n');
      // The last of several is the nearest.
      const value = (key: string) =>
        lines
          .findLast((line) => line.startsWith(`${key} `))
          ?.slice(key.length)
          .trim();
      const inGit = value('user.name');
      const name = inGit || loginName();
      const id = value('user.email');
      const person = name === undefined ? undefined : { name, ...(id ? { id } : {}) };
      resolve(person && { person, from: inGit ? 'git' : 'login' });
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

/** ISO 8601 with seconds and the offset of the local time zone: `2026-11-20T14:03:11+01:00`. */
export function timestamp(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 23);
  const pad = (number: number) => String(Math.trunc(Math.abs(number))).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${pad(offset / 60)}:${pad(offset % 60)}`;
}

/** What a scorecard says that it was sealed with. */
export function programOf({ home }: Pick<Host, 'home'>): { readonly name: string; readonly version: string } {
  return { name: 'scorecard', version: readVersion(home) };
}

/** The version in `package.json`. */
export function readVersion(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}
