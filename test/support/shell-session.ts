import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { HOME, temporaryFolder } from './fake-host.js';

export type Shell = 'bash' | 'zsh' | 'fish';

/** Whether the shell is installed; where not, one line says which tests are left out. */
export function hasShell(shell: Shell): boolean {
  try {
    execFileSync(shell, ['-c', 'exit 0']);
    return true;
  } catch {
    process.stderr.write(`${shell} is not installed: its completion is not tested\n`);
    return false;
  }
}

const START: Readonly<Record<Shell, { args: readonly string[]; load: string; show: string }>> = {
  bash: {
    args: ['--norc', '--noprofile', '-i'],
    load: 'source <(command scorecard completion bash)',
    show: `scorecard() { printf '<%s>' "$@"; echo '<end>'; }`,
  },
  zsh: {
    args: ['-f', '-i'],
    load: 'source <(command scorecard completion zsh)',
    show: `scorecard() { printf '<%s>' "$@"; echo '<end>'; }`,
  },
  fish: {
    args: ['--no-config', '-i'],
    load: 'command scorecard completion fish | source',
    show: `function scorecard; printf '<%s>' $argv; echo '<end>'; end`,
  },
};

export interface ShellSession {
  readonly cwd: string;
  /** Types the line, with tabs, then Enter; returns the words that the command was given. */
  complete(line: string): Promise<readonly string[]>;
  /** Runs a line as it is; returns what it prints until the next prompt. */
  run(line: string): Promise<string>;
}

/** A real shell on a pseudo-terminal with the completion loaded, in a folder of its own that holds `files`. */
export async function openShell(shell: Shell, files: Readonly<Record<string, string>> = {}): Promise<ShellSession> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'bin'));
  const bin = join(cwd, 'bin/scorecard');
  const answered = join(cwd, 'bin/answered');
  writeFileSync(answered, '');
  writeFileSync(
    bin,
    `#!/bin/sh\n'${process.execPath}' '${join(HOME, 'bin/scorecard.js')}' "$@"\necho >>'${answered}'\n`,
  );
  chmodSync(bin, 0o755);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const { args, load, show } = START[shell];
  const terminal = spawn(shell, [...args], {
    cwd,
    cols: 200,
    rows: 50,
    env: {
      PATH: `${join(cwd, 'bin')}:${process.env.PATH}`,
      HOME: cwd,
      TERM: 'xterm',
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      PS1: '',
    },
  });
  onTestFinished(() => terminal.kill('SIGKILL'));
  const screen = record(terminal);
  let count = 0;
  const run = async (line: string): Promise<string> => {
    count += 1;
    const from = screen.length();
    terminal.write(`${line}; echo do''ne ${count}\r`);
    return (await screen.until(new RegExp(`done ${count}\\r`), from)).replace(/done \d+\r[\s\S]*/, '');
  };
  await run(load);
  await run(load);
  await run(show);
  return {
    cwd,
    run,
    complete: async (line) => {
      const from = screen.length();
      for (const part of line.split(/(?<=\t)/)) {
        const before = statSync(answered).size;
        terminal.write(part);
        if (part.endsWith('\t')) await screen.settle(() => statSync(answered).size > before);
      }
      terminal.write('\r');
      const shown = await screen.until(/((?:<[^<>]*>)+)<end>\r/, from);
      const words = /((?:<[^<>\r]*>)+)<end>\r/.exec(shown)?.[1] ?? '';
      return [...words.matchAll(/<([^<>]*)>/g)].map(([, word = '']) => word);
    },
  };
}

function record(terminal: IPty) {
  let text = '';
  let changed = Date.now();
  terminal.onData((data) => {
    text += data;
    changed = Date.now();
  });
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
  return {
    length: () => text.length,
    /** Waits for the answer, then until the shell has written it and says nothing more. */
    settle: async (isAnswered: () => boolean) => {
      const start = Date.now();
      while (!isAnswered() && Date.now() - start < 3000) await pause(10);
      const from = Date.now();
      while (Date.now() - Math.max(from, changed) < 100) await pause(10);
    },
    until: async (pattern: RegExp, from: number) => {
      const start = Date.now();
      while (!pattern.test(text.slice(from))) {
        if (Date.now() - start > 10_000) throw new Error(`${pattern} never came:\n${text.slice(from)}`);
        await pause(20);
      }
      return text.slice(from);
    },
  };
}
