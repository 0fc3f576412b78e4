import { dirname, resolve } from 'node:path';
import type { OwnDraft } from '../../core/panel/blindness.js';
import { openStore, type StoreHost, storeAt } from './folder-store.js';
import type { Store } from './store.js';

/** Where scorecards come from. */
export interface Sources {
  /** The paths of scorecard files. */
  readonly paths: readonly string[];
  /** Folders that are stores. */
  readonly folders?: readonly string[];
  /** The store that `--store` gives. */
  readonly given?: string | undefined;
}

/** The stores whose drafts may hide these scorecards: the user's own, and the folders that hold the files. */
export function storesAround(host: StoreHost, { paths, folders = [], given }: Sources): readonly Store[] {
  const around = [...paths.map((path) => dirname(resolve(host.cwd, path))), ...folders];
  return [openStore(host, given), ...around.map((folder) => storeAt(folder, host))];
}

/** A draft of the user at the keyboard, and the store that holds it. */
export interface DraftInStore extends OwnDraft {
  readonly id: string;
  readonly store: Store;
  readonly isUnblinded: boolean;
}

export interface OwnDrafts {
  readonly drafts: readonly DraftInStore[];
  /** How many drafts cannot be read: nobody knows what they would hide. */
  readonly unreadable: number;
}

/**
 * The user's own drafts in these stores. Drafts are private to a user (mode 0600): those that can be read are one's
 * own.
 */
export function readOwnDrafts(stores: readonly Store[]): OwnDrafts {
  const once = new Map(stores.map((store) => [store.location, store]));
  const lists = [...once.values()].map((store) => ({ store, ...store.listDrafts() }));
  return {
    drafts: lists.flatMap(({ store, drafts }) =>
      // What has been submitted can't be coloured any more.
      drafts.flatMap(({ id, session: { open, isUnblinded, submission } }) =>
        // Nor what amends a sealed scorecard: its interviewer has seen the others' already.
        submission === undefined && open.amends === undefined
          ? {
              id,
              store,
              isUnblinded,
              candidate: open.candidate.name,
              interviewer: open.interviewer.name,
              role: open.rubric.id,
            }
          : [],
      ),
    ),
    unreadable: lists.reduce((sum, { unreadable }) => sum + unreadable.length, 0),
  };
}

/**
 * Records in each draft that its interviewer looked at what others rated: their scorecards will say so.
 *
 * @throws ScorecardError when a draft is open in another terminal, before anything was shown
 */
export function recordUnblinding(drafts: readonly DraftInStore[]): void {
  for (const { id, store, isUnblinded } of drafts) {
    if (isUnblinded) continue;
    const recorder = store.resume(id);
    recorder.record({ type: 'unblind' });
    recorder.close();
  }
}
