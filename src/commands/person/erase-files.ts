import type { LogEntry } from '../../core/log/entry.js';
import type { Subject } from '../../core/personal/subject.js';
import type { Trace } from '../../core/personal/traces.js';
import type { Store } from '../../io/store/store.js';
import { logOnce, sealsAmong } from '../shared/log/log-once.js';

interface Erasure {
  readonly store: Store;
  readonly subject: Subject;
  readonly traces: readonly Trace[];
  /** What the log says of it. */
  readonly entry: Omit<LogEntry, 'at' | 'scorecards' | 'decisions'>;
}

interface Erased {
  readonly files: number;
  readonly seals: number;
}

/**
 * Logs that a candidate is erased, then does it: the files about them, their rows among others', last their names
 * among the people of the store, by which the same is found again when something ends the program in between.
 */
export function eraseFiles({ store, subject, traces, entry }: Erasure): Erased {
  const goes = traces.filter(({ role }) => role === 'candidate').map(({ file }) => file);
  const gone = sealsAmong(goes);
  logOnce(store, entry, gone);
  store.sweep();
  store.removeFiles(goes);
  for (const { role, file } of traces) {
    if (role === 'row') store.removeRows(file, (candidate) => subject.is(candidate) === 'yes');
  }
  store.forgetPeople([...subject.spellings, ...subject.slugs]);
  return {
    files: traces.filter(({ role }) => role !== 'interviewer' && role !== 'mentioned').length,
    seals: gone.scorecards.length,
  };
}
