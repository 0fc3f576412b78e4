import type { LogEntry, Seal } from '../../../core/log/entry.js';
import type { StoreFile } from '../../../core/personal/contents.js';
import type { Store } from '../../../io/store/store.js';

type Entry = Omit<LogEntry, 'at' | 'scorecards' | 'decisions'>;

/** What is gone, by its seals. */
interface Gone {
  readonly scorecards: readonly Seal[];
  /** The digests of decisions. */
  readonly decisions: readonly string[];
}

/** What of these files was sealed. */
export function sealsAmong(files: Iterable<StoreFile>): Gone {
  const sealed = [...files].flatMap(({ kind, seal }) => (seal ? [{ kind, seal }] : []));
  return {
    scorecards: sealed.flatMap(({ kind, seal }) => (kind === 'scorecard' ? [seal] : [])),
    decisions: sealed.flatMap(({ kind, seal }) => (kind === 'decision' ? [seal.digest] : [])),
  };
}

/** Logs what is done to scorecards and decisions, unless a run that was ended has logged the same of all of them. */
export function logOnce(store: Store, entry: Entry, { scorecards, decisions }: Gone): void {
  const earlier = store.readLog().entries.filter(({ type }) => type === entry.type);
  const logged = new Set(
    earlier.flatMap((before) => [...before.scorecards.map(({ digest }) => digest), ...(before.decisions ?? [])]),
  );
  const digests = [...scorecards.map(({ digest }) => digest), ...decisions];
  const isAgain = digests.length > 0 && digests.every((digest) => logged.has(digest));
  if (!isAgain) store.log({ ...entry, scorecards, ...(decisions.length === 0 ? {} : { decisions }) });
}
