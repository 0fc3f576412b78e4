import { type ImportSystem, sourceIdIn } from '../../core/ats/source.js';
import { newestOf } from '../../core/scorecard/chain/newest.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { parseScorecardFile } from '../../io/cards/scorecard-file.js';
import type { Store } from '../../io/store/store.js';
import { isReadable, readRegularFile } from '../../io/system/files.js';

/** How a scorecard of another system is known again. */
interface Origin {
  readonly system: ImportSystem;
  readonly id: string | undefined;
  /** Of the record, for one that has no id. */
  readonly sha256: string;
  /** The rubric's id: the same scorecard may be read by two. */
  readonly role: string;
}

/** The scorecards of a store that were taken from other systems. */
export interface KnownScorecards {
  /** The newest of those that were taken from there; `undefined` for a scorecard that is new. */
  find(origin: Origin): Scorecard | undefined;
  add(card: Scorecard): void;
}

/** Looks through a store once. What can't be read is passed over. */
export function knownScorecards(store: Store, system: ImportSystem): KnownScorecards {
  const byKey = new Map<string, Scorecard>();
  const add = (card: Scorecard) => {
    const { source, rubric } = card;
    if (source?.system !== system || source.rowSha256 === undefined) return;
    byKey.set(keyOf({ system, id: sourceIdIn(card, system), sha256: source.rowSha256, role: rubric.id }), card);
  };
  for (const card of newestOf(cardsIn(store), (one) => one)) add(card);
  return { find: (origin) => byKey.get(keyOf(origin)), add };
}

function keyOf({ system, id, sha256, role }: Origin): string {
  return JSON.stringify([system, role, id ?? sha256, id === undefined]);
}

function cardsIn(store: Store): readonly Scorecard[] {
  return store.scorecardFiles().flatMap((path) => {
    const bytes = isReadable(path) ? readRegularFile(path) : undefined;
    const checked = bytes && parseScorecardFile(bytes, path);
    return checked?.ok ? [checked.value.card] : [];
  });
}
