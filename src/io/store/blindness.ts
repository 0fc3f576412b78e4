import { dirname, resolve } from 'node:path';
import { type LogEntry, sealsOf } from '../../core/log/entry.js';
import type { AuthoredDraft, PlanInForce } from '../../core/panel/blindness.js';
import { joinKnown, type Known } from '../../core/person/people-file.js';
import type { Person } from '../../core/person/person.js';
import type { SealedPart } from '../../core/plan/seats.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { behindLinks } from '../system/files.js';
import { openStore, type StoreHost, storeAt } from './folder-store.js';
import { planStem } from './plans/plans.js';
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

/** A plan, and the store that holds it. */
export interface PlanInStore extends PlanInForce {
  readonly location: string;
  readonly store: Store;
}

export interface OpenPlans {
  readonly plans: readonly PlanInStore[];
  /** What is sealed where there are plans. */
  readonly sealed: readonly SealedPart[];
  /** How many plans cannot be read, not even whom they are about: nobody knows what they would hide. */
  readonly unreadable: number;
}

/**
 * The plans in these stores. One with mistakes is in force too, for whom it is about: by what it says, else by the name
 * of its file.
 */
export function readPlans(stores: readonly Store[]): OpenPlans {
  const stored = eachOnce(stores).flatMap((store) => store.listPlans().map((plan) => ({ store, plan })));
  if (stored.length === 0) return { plans: [], sealed: [], unreadable: 0 };
  const sealed = eachOnce(stores).flatMap((store) => store.sealedParts());
  const found = stored.map(({ store, plan: { location, stem, subject, read } }): readonly PlanInStore[] => {
    const subjects = subject ? [subject] : subjectsNamed(stem, sealed);
    const plan = read.ok ? read.value : undefined;
    return subjects.map(({ candidate, role }) => ({ candidate, role, location, store, plan }));
  });
  return { plans: found.flat(), sealed, unreadable: found.filter(({ length }) => length === 0).length };
}

/** Whom the name of a plan's file means, among those of whom something is sealed. */
function subjectsNamed(stem: string, sealed: readonly SealedPart[]): readonly SealedPart[] {
  const named = new Map(sealed.map((part) => [JSON.stringify([part.candidate, part.role]), part]));
  return [...named.values()].filter((part) => stem.replace(/-\d+$/, '') === planStem(part) || stem === planStem(part));
}

/** What was said of who is who in these stores. @throws ScorecardError with every mistake of a file */
export function readKnown(stores: readonly Store[]): Known {
  return joinKnown(eachOnce(stores).map((store) => store.readPeople()));
}

function eachOnce(stores: readonly Store[]): readonly Store[] {
  return [...new Map(stores.map((store) => [store.location, store])).values()];
}

/** What hides others' ratings from an interviewer, and who that is. */
export interface Hiding {
  readonly drafts: readonly DraftInStore[];
  readonly plans: readonly PlanInStore[];
  readonly me: Person | undefined;
}

/**
 * Records that an interviewer looks at what others rated: in the log of each store with a draft or a plan that hid it,
 * and in the draft, whose scorecard will say so; without one, the next draft about the same takes it from the log.
 *
 * @throws ScorecardError when that can't be logged, or a draft is open in another terminal, before anything was shown
 */
export function recordUnblinding({ drafts, plans, me }: Hiding, digests: readonly (string | undefined)[]): void {
  const fresh = drafts.filter(({ isUnblinded }) => !isUnblinded);
  for (const { id, store } of fresh) store.checkNotOpen(id);
  const scorecards = sealsOf(digests);
  const lookers = new Map(drafts.map(({ store, interviewer }) => [store.location, { store, by: interviewer }]));
  for (const { store } of plans)
    if (!lookers.has(store.location)) lookers.set(store.location, { store, by: known(me) });
  for (const { store, by } of lookers.values()) logLook(store, { by, scorecards });
  for (const { id, store } of fresh) {
    const recorder = store.resume(id);
    recorder.record({ type: 'unblind' });
    recorder.close();
  }
}

function known(me: Person | undefined): Person {
  if (me) return me;
  throw new ScorecardError('--unblind is on record, and who you are is not known', { hint: say`pass --as NAME` });
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
