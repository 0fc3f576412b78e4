import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { HOME } from './fake-host.js';

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
  /** The folder that it was opened in. */
  readonly cwd: string;
  /** Types the line, with tabs, then Enter; returns the words that the command was given. */
  complete(line: string): Promise<readonly string[]>;
  /** Runs a line as it is; returns what it prints until the next prompt. */
  run(line: string): Promise<string>;
  /** Ends the shell and removes its folder. */
  end(): void;
}

/**
 * A real shell on a pseudo-terminal with the completion loaded, in a folder of its own that holds `files`. Opening one
 * costs a second, so the tests of a shell share one.
 */
export async function openShell(shell: Shell, files: Readonly<Record<string, string>> = {}): Promise<ShellSession> {
  const cwd = mkdtempSync(join(tmpdir(), 'scorecard-shell-'));
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
    end: () => {
      terminal.kill('SIGKILL');
      rmSync(cwd, { recursive: true, force: true });
    },
    complete: async (line) => {
      const from = screen.length();
      for (const part of line.split(/(?<=\t)/)) {
        const before = statSync(answered).size;
        const typed = screen.length();
        terminal.write(part);
        if (part.endsWith('\t')) await screen.settle(() => statSync(answered).size > before, typed);
      }
      terminal.write('\r');
      const shown = await screen.until(/((?:<[^<>]*>)+)<end>\r/, from);
      const words = /((?:<[^<>\r]*>)+)<end>\r/.exec(shown)?.[1] ?? '';
      return [...words.matchAll(/<([^<>]*)>/g)].map(([, word = '']) => word);
    },
  };
}

/** What a shell says when there is nothing to complete. */
const BELL = '\u0007';

function record(terminal: IPty) {
  let text = '';
  terminal.onData((data) => {
    text += data;
  });
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
  return {
    length: () => text.length,
    /**
     * Waits for the answer, or for the bell of a shell that asks for none. Keys typed after it wait until the shell is
     * done.
     */
    settle: async (isAnswered: () => boolean, from: number) => {
      const start = Date.now();
      while (!isAnswered() && !text.includes(BELL, from) && Date.now() - start < 3000) await pause(5);
    },
    until: async (pattern: RegExp, from: number) => {
      const start = Date.now();
      while (!pattern.test(text.slice(from))) {
        if (Date.now() - start > 10_000) throw new Error(`${pattern} never came:\n${text.slice(from)}`);
        await pause(5);
      }
      return text.slice(from);
    },
  };
}
