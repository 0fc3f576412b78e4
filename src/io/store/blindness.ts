import { dirname, resolve } from 'node:path';
import { type LogEntry, sealsOf } from '../../core/log/entry.js';
import type { AuthoredDraft } from '../../core/panel/blindness.js';
import { joinKnown, type Known } from '../../core/person/people-file.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { behindLinks } from '../system/files.js';
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
  const files = paths.map((path) => resolve(host.cwd, path));
  // A link elsewhere shows no more than what it leads to.
  const around = [...files, ...files.map(behindLinks)].map((path) => dirname(path));
  return [openStore(host, given), ...[...around, ...folders].map((folder) => storeAt(folder, host))];
}

/** An open draft, and the store that holds it. */
export interface DraftInStore extends AuthoredDraft {
  readonly id: string;
  readonly store: Store;
  readonly isUnblinded: boolean;
}

export interface OpenDrafts {
  readonly drafts: readonly DraftInStore[];
  /** How many drafts cannot be read: nobody knows what they would hide. */
  readonly unreadable: number;
}

/** The open drafts in these stores that can be read, whosever they are. */
export function readOpenDrafts(stores: readonly Store[]): OpenDrafts {
  const lists = eachOnce(stores).map((store) => ({ store, ...store.listDrafts() }));
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
              candidate: open.candidate,
              interviewer: open.interviewer,
              role: open.rubric.id,
            }
          : [],
      ),
    ),
    unreadable: lists.reduce((sum, { unreadable }) => sum + unreadable.length, 0),
  };
}

/** What was said of who is who in these stores. @throws ScorecardError with every mistake of a file */
export function readKnown(stores: readonly Store[]): Known {
  return joinKnown(eachOnce(stores).map((store) => store.readPeople()));
}

function eachOnce(stores: readonly Store[]): readonly Store[] {
  return [...new Map(stores.map((store) => [store.location, store])).values()];
}

/**
 * Records that an interviewer looks at what others rated: in the log of each store with a draft that hid it, and in the
 * draft, whose scorecard will say so.
 *
 * @throws ScorecardError when that can't be logged, or a draft is open in another terminal, before anything was shown
 */
export function recordUnblinding(drafts: readonly DraftInStore[], digests: readonly (string | undefined)[]): void {
  const fresh = drafts.filter(({ isUnblinded }) => !isUnblinded);
  for (const { id, store } of fresh) store.checkNotOpen(id);
  const scorecards = sealsOf(digests);
  const lookers = new Map(drafts.map(({ store, interviewer }) => [store.location, { store, interviewer }]));
  for (const { store, interviewer } of lookers.values()) logLook(store, { by: interviewer, scorecards });
  for (const { id, store } of fresh) {
    const recorder = store.resume(id);
    recorder.record({ type: 'unblind' });
    recorder.close();
  }
}

function logLook(store: Store, look: Pick<LogEntry, 'by' | 'scorecards'>): void {
  try {
    store.log({ type: 'unblind', ...look });
  } catch (error) {
    if (!(error instanceof ScorecardError)) throw error;
    throw new ScorecardError(`--unblind cannot be logged: ${error.message}`, {
      hint: say`who looks is on record: make the log writable, or submit your own scorecard first`,
    });
  }
}
