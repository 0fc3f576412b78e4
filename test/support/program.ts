import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { HOME } from './fake-host.js';

export const BIN = join(HOME, 'bin/scorecard.js');

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** Settles when stderr holds the text. */
  says(text: string): Promise<void>;
  /** Settles when it handles signals itself; where the system doesn't tell, once any machine would have begun. */
  handlesSignals(): Promise<void>;
}

/** The built program as a process of its own, its streams as pipes. */
export function startProgram(
  args: readonly string[],
  { cwd, env = {}, bin = BIN }: { cwd: string; env?: Record<string, string>; bin?: string },
): Program {
  const { SCORECARD_STORE: _store, SCORECARD_RUBRICS: _rubrics, ...outer } = process.env;
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...outer, ...env } });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  // A child that has gone takes no more input.
  child.stdin.on('error', () => {});
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    child,
    ended,
    says: async (text) => {
      for (let waited = 0; !stderr.includes(text); waited += 10) {
        if (waited > 20_000) throw new Error(`never said ${text}; but:\n${stderr}`);
        await pause(10);
      }
    },
    handlesSignals: async () => {
      for (let waited = 0; waited < 1500 && !catchesHangup(child.pid); waited += 10) await pause(10);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Node catches Ctrl-C from its start, SIGHUP only when the program asks for it. False where the system is not Linux.
 */
function catchesHangup(pid: number | undefined): boolean {
  try {
    const caught = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    return ((BigInt(`0x${caught}`) >> BigInt(constants.signals.SIGHUP - 1)) & 1n) === 1n;
  } catch {
    return false;
  }
}
