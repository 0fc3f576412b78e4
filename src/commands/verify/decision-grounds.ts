import type { DecisionRecord } from '../../core/decision/decision.js';
import { type KnownThen, knownThen } from '../../core/decision/known-then.js';
import { meetingOf } from '../../core/meeting/meeting.js';
import type { PanelCard } from '../../core/panel/card.js';
import { createEditionRegistry } from '../../core/panel/edition.js';
import { poolPanel } from '../../core/panel/panel.js';
import { whoIsWho } from '../../core/panel/who.js';
import { readPanelCards } from '../../io/cards/read-cards.js';
import type { Store } from '../../io/store/store.js';
import { isReadable } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { joinWithRubrics } from '../shared/gathering/join-sessions.js';

/** The scorecards of a store, for the decisions that rest on some of them. */
export interface Grounds {
  readonly store: Store;
  /** As they were sealed, by digest. */
  readonly good: ReadonlyMap<string, PanelCard>;
  /** The digests of those that were changed since. */
  readonly altered: ReadonlySet<string>;
  /** Whether there are some that this user may not read. */
  readonly isPartial: boolean;
  /** What a decision would keep of its scorecards today; `undefined` where the rubric that joins them isn't at hand. */
  recompute(record: DecisionRecord): KnownThen | undefined;
}

export async function readGrounds(store: Store, host: Host): Promise<Grounds> {
  const registry = createEditionRegistry();
  const reading = { registry, keepsEvidence: false, keepsDetail: true };
  const read = await readPanelCards(store.scorecardFiles(), reading, host);
  const good = new Map(read.cards.flatMap((card) => (card.digest === undefined ? [] : [[card.digest, card] as const])));
  const who = whoIsWho(read.cards, store.readPeople().same);
  return {
    store,
    good,
    altered: new Set(read.altered.flatMap(({ digest }) => digest ?? [])),
    isPartial: store.scorecardFiles().some((path) => !isReadable(path)),
    recompute: ({ scorecards, rubric }) => {
      // Which edition that was depends on what else the store held.
      if (rubric.acrossVersions === true) return undefined;
      const own = scorecards.flatMap(({ digest = '' }) => good.get(digest) ?? []);
      const isOfSessions = own.some(({ session }) => session !== undefined);
      const cards = isOfSessions
        ? joinWithRubrics(own, { stores: [store], registry, rubrics: undefined }, host).cards
        : own;
      const [first] = cards;
      const isOne = cards.every(({ edition }) => edition === first?.edition);
      if (!first || !isOne || (isOfSessions && first.edition.sessions === undefined)) return undefined;
      const panel = poolPanel(first.edition, cards, who);
      const basis = { type: 'published', degreesOfFreedom: 0 } as const;
      const meeting = meetingOf({ panel, basis, standardError: undefined, repeats: [], who, hasTalked: true });
      return knownThen({ meeting, repeats: [], isAcrossVersions: false });
    },
  };
}
