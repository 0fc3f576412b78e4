import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { SqlDialect } from '../../../src/core/sql/options.js';

export type Cell = string | null;

/** An engine that runs SQL, in a private folder that goes with it. */
export interface Engine {
  readonly name: string;
  /** What it runs beside the portable text, or in its place. */
  readonly dialect: SqlDialect;
  readonly takesPortable: boolean;
  /** A table of text, in place of one of the same name. */
  load(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void>;
  /** The rows of a SELECT, as text. */
  query(sql: string): Promise<readonly (readonly Cell[])[]>;
  run(sql: string): Promise<void>;
  stop(): Promise<void>;
}

/** Rows for an INSERT; the texts of tests have neither quotes nor backslashes. */
export function valuesOf(rows: readonly (readonly Cell[])[]): string {
  const literal = (cell: Cell) => (cell === null ? 'NULL' : `'${cell}'`);
  return rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n');
}

/** What a program writes; it is rejected with what it says where it fails. */
export function output(
  [program = '', ...given]: readonly string[],
  { input = '', ...options }: { readonly input?: string; readonly uid?: number; readonly gid?: number } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    let text = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (more) => {
      text += more;
    });
    child.stderr.setEncoding('utf8').on('data', (more) => {
      said += more;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(text);
      else reject(new Error(`${program}: ${said}${input.slice(0, 2000)}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Waits until something answers: a server that was started takes a second or four. */
export async function untilAnswers(ask: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Ports that nobody listens on. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => server.listening || once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
