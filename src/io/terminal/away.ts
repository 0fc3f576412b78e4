import type { Recorder } from '../store/store.js';
import { type Host, timestamp } from '../system/host.js';

/** Milliseconds without a look at the clock after which the program was not running: the machine slept, or it stopped. */
const LONGEST_GAP = 5000;

/** Milliseconds between two looks. */
export const EACH_SECOND = 1000;

export interface Watch {
  /** To be called every second, and before anything is recorded. */
  look(): void;
}

/** Keeps the time for which the program could not run out of the interview's. */
export function createWatch(recorder: Recorder, host: Pick<Host, 'now'>): Watch {
  let last = host.now();
  return {
    look: () => {
      const now = host.now();
      if (now.getTime() - last.getTime() > LONGEST_GAP) recorder.record({ type: 'away', since: timestamp(last) });
      last = now;
    },
  };
}
