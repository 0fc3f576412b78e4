import type { LogEntry, Seal } from '../../../core/log/entry.js';
import type { Store } from '../../../io/store/store.js';

/** Logs what is done to scorecards, unless a run that was ended has logged the same of all of them. */
export function logOnce(store: Store, entry: Omit<LogEntry, 'at' | 'scorecards'>, scorecards: readonly Seal[]): void {
  const earlier = store.readLog().entries.filter(({ type }) => type === entry.type);
  const logged = new Set(earlier.flatMap((before) => before.scorecards.map(({ digest }) => digest)));
  const isAgain = scorecards.length > 0 && scorecards.every(({ digest }) => logged.has(digest));
  if (!isAgain) store.log({ ...entry, scorecards });
}
