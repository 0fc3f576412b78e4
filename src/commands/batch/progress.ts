import { say } from '../../core/text/safe-text.js';
import type { Host } from '../../io/system/host.js';
import { type BatchCounts, renderBatchProgress } from '../../render/batch/batch-messages.js';

export interface Progress {
  show(counts: BatchCounts, share: number | undefined): void;
  /** Takes the line away, so that another can be written. */
  erase(): void;
}

/** Milliseconds before the line first appears, and then between two of them. */
const FIRST = 300;
const EVERY = 100;

/** A line on a terminal that says how far the work is; nothing anywhere else. */
export function createProgress({ stderr, now }: Pick<Host, 'stderr' | 'now'>): Progress {
  if (!stderr.isTTY) return { show: () => {}, erase: () => {} };
  let next = now().getTime() + FIRST;
  let isShown = false;
  return {
    show: (counts, share) => {
      const time = now().getTime();
      if (time < next) return;
      next = time + EVERY;
      isShown = true;
      stderr.write(say`\r\u001b[K${renderBatchProgress(counts, share)}`);
    },
    erase: () => {
      if (isShown) stderr.write(say`\r\u001b[K`);
      isShown = false;
    },
  };
}
