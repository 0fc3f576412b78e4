import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { HOME } from './fake-host.js';

/** The built program, as a shell would start it. */
export const SCORECARD = [process.execPath, join(HOME, 'bin/scorecard.js')] as const;

interface TerminalOptions {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A program in a real pseudo-terminal, its screen read by a terminal emulator. */
export interface Terminal {
  readonly pid: number;
  /** What stands on the screen now: one string, lines without the spaces at their ends. */
  screen(): string;
  /** Everything, what has scrolled off too. */
  scrollback(): string;
  /** All bytes that the program has written. */
  readonly bytes: string;
  /** Which screen and paste mode the program has left behind. */
  modes(): { isSecondScreen: boolean; isBracketedPaste: boolean; isCursorShown: boolean };
  /** The line and column of the cursor, from 0. */
  cursor(): { row: number; column: number };
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  kill(signal: string): void;
  /** Closes the terminal itself, as its window's button does; settles once the program has ended. */
  close(): Promise<void>;
  /** Settles once the screen satisfies it. @throws Error that shows the screen, after ten seconds */
  until(condition: string | RegExp | ((screen: string) => boolean)): Promise<string>;
  /** Settles with the exit code, or the number of the signal. */
  readonly ended: Promise<{ exitCode: number; signal: number | undefined }>;
}

/** Starts a command line in a terminal of its own, which ends with the test. */
export function openTerminal(command: readonly string[], options: TerminalOptions): Terminal {
  const { cwd, columns = 80, rows = 24, env = {} } = options;
  const [file = '', ...args] = command;
  const { NO_COLOR: _none, SCORECARD_STORE: _store, SCORECARD_RUBRICS: _rubrics, ...inherited } = process.env;
  const TERM = env.TERM ?? 'xterm-256color';
  const pty = spawn(file, args, {
    cwd,
    cols: columns,
    rows,
    name: TERM,
    env: { ...inherited, ...env, TERM },
  });
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  return connect(pty, emulator);
}

function connect(pty: IPty, emulator: xterm.Terminal): Terminal {
  let bytes = '';
  let isCursorShown = true;
  pty.onData((data) => {
    bytes += data;
    emulator.write(data);
  });
  for (const [final, isShown] of [
    ['h', true],
    ['l', false],
  ] as const) {
    emulator.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
      if (parameters.includes(25)) isCursorShown = isShown;
      return false;
    });
  }
  const ended = new Promise<{ exitCode: number; signal: number | undefined }>((resolve) => {
    pty.onExit(({ exitCode, signal }) => resolve({ exitCode, signal: signal || undefined }));
  });
  onTestFinished(() => {
    try {
      pty.kill('SIGKILL');
    } catch {
      // It has ended.
    }
    emulator.dispose();
  });
  const linesFrom = (first: number) => {
    const buffer = emulator.buffer.active;
    const lines = Array.from({ length: buffer.length - first }, (_, at) => buffer.getLine(first + at));
    return lines
      .map((line) => line?.translateToString(true) ?? '')
      .join('\n')
      .trimEnd();
  };
  const screen = () => linesFrom(emulator.buffer.active.baseY);
  return {
    pid: pty.pid,
    screen,
    scrollback: () => linesFrom(0),
    get bytes() {
      return bytes;
    },
    modes: () => ({
      isSecondScreen: emulator.buffer.active.type === 'alternate',
      isBracketedPaste: emulator.modes.bracketedPasteMode,
      isCursorShown,
    }),
    cursor: () => ({ row: emulator.buffer.active.cursorY, column: emulator.buffer.active.cursorX }),
    type: (keys) => pty.write(keys),
    resize: (columns, rows) => {
      emulator.resize(columns, rows);
      pty.resize(columns, rows);
    },
    kill: (signal) => process.kill(pty.pid, signal),
    close: async () => {
      // Not in the published type.
      (pty as unknown as { destroy(): void }).destroy();
      while (isAlive(pty.pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    until: async (condition) => {
      const isMet = typeof condition === 'function' ? condition : (text: string) => text.match(condition) !== null;
      const isThere = typeof condition === 'string' ? (text: string) => text.includes(condition) : isMet;
      for (let attempt = 0; attempt < 1000; attempt += 1) {
        const now = screen();
        if (isThere(now)) return now;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`the screen never showed ${String(condition)}; it shows:\n${screen()}\n(bytes: ${bytes.length})`);
    },
    ended,
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
