import { spawnSync } from 'node:child_process';
import type { TerminalText } from '../../core/text/safe-text.js';
import type { Host } from './host.js';

/**
 * The command that shows long output: `$SCORECARD_PAGER`, else `$PAGER`, else less; `undefined` where none is wanted.
 */
export function pagerOf({ env }: Pick<Host, 'env'>): string | undefined {
  const pager = (env.SCORECARD_PAGER ?? env.PAGER ?? 'less -FRX').trim();
  return pager === '' || pager === 'cat' || env.TERM === 'dumb' ? undefined : pager;
}

/**
 * Shows a text page by page where it is longer than the terminal, and waits until it has been read. False where it was
 * not shown: there is no terminal, it fits, or the pager could not be started.
 */
export function showPaged(text: TerminalText, host: Pick<Host, 'env' | 'stdin' | 'stdout' | 'onSignal'>): boolean {
  const { stdout, env } = host;
  // Standard input last: to open it costs as much as a short command.
  if (!stdout.isTTY || host.stdin.isTTY !== true || text.split('\n').length <= stdout.rows) return false;
  const pager = pagerOf(host);
  if (pager === undefined) return false;
  // Ctrl-C belongs to the pager while it runs.
  const stopIgnoring = host.onSignal(() => {});
  try {
    const { status } = spawnSync('sh', ['-c', pager], {
      input: text,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { LESS: 'FRX', ...env } as NodeJS.ProcessEnv,
    });
    // 126 and 127: the shell could not start it.
    return status !== 126 && status !== 127 && status !== null;
  } finally {
    stopIgnoring();
  }
}
