import type { CardReading, PanelCard } from '../../core/panel/card.js';
import type { Problem } from '../../core/problem.js';
import type { FoundFile } from '../../io/cards/card-files.js';
import { readDraftCards } from '../../io/cards/draft-cards.js';
import { createFolderStore } from '../../io/store/folder-store.js';
import type { Host } from '../../io/system/host.js';

export interface DraftQuery {
  readonly reading: CardReading;
  /** Only how many there are is asked for. */
  readonly isCounting: boolean;
  readonly host: Host;
}

export interface GatheredDrafts {
  readonly cards: readonly PanelCard[];
  /** One for each draft that can't be read. */
  readonly problems: readonly Problem[];
  /** Drafts that were counted only. */
  readonly unread: number;
}

/** The open drafts of these stores, as cards. */
export function gatherDrafts(folders: readonly FoundFile[], { reading, isCounting, host }: DraftQuery): GatheredDrafts {
  const stores = folders.map((folder) => createFolderStore(folder, host));
  if (isCounting) {
    return { cards: [], problems: [], unread: stores.reduce((sum, store) => sum + store.draftIds().length, 0) };
  }
  const read = stores.flatMap((store) => readDraftCards(store, reading));
  return {
    cards: read.flatMap((checked) => (checked.ok ? [checked.value] : [])),
    problems: read.flatMap((checked) => (checked.ok ? [] : checked.problems)),
    unread: 0,
  };
}
