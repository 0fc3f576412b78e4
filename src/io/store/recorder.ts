import type { OpenChange } from '../../core/interview/event.js';
import { applyEvent, createSession, replay, type Session } from '../../core/interview/session.js';
import { ScorecardError } from '../../errors.js';
import { makePrivateFolder, reason } from '../system/files.js';
import { type Host, timestamp } from '../system/host.js';
import { lockDraft, openElsewhere } from './draft-lock.js';
import { readDraft } from './drafts.js';
import { ids, isTaken } from './free-id.js';
import { continueJournal, createJournal, type Journal } from './journal.js';
import { draftPath, draftsFolder } from './layout.js';
import type { Opening, Recorder, Store } from './store.js';

/** Where a draft is written, and by which clock. */
interface Place {
  readonly store: Store;
  readonly folder: string;
  readonly host: Pick<Host, 'now'>;
}

/** Begins a draft under a name of its own, however many begin at once. @throws ScorecardError when it can't be written */
export function beginDraft(opening: Opening, place: Place): Recorder {
  const { folder, host } = place;
  makePrivateFolder(folder);
  makePrivateFolder(draftsFolder(folder));
  const at = timestamp(host.now());
  const { candidate, interviewer, rubric } = opening;
  for (const id of ids({ candidate, interviewer, role: rubric.id, startedAt: at })) {
    const begun = isTaken(folder, id) ? undefined : beginAs({ ...opening, id }, at, place);
    if (begun) return begun;
  }
  throw new ScorecardError(`${folder}: no name is free for the draft`);
}

/** `undefined` where another program was quicker to take the name. */
function beginAs(open: OpenChange, at: string, place: Place): Recorder | undefined {
  const path = draftPath(place.folder, open.id);
  const release = takeLock(path);
  if (!release) return undefined;
  try {
    // With the lock in hand once more: who had the name a moment ago may have used it.
    const event = { at, ...open };
    const journal = isTaken(place.folder, open.id) ? undefined : createJournal(path, event);
    if (journal) return createRecorder({ ...place, path, release, journal, session: createSession(event) });
  } catch (error) {
    release();
    throw error;
  }
  release();
  return undefined;
}

/** Resumes a draft. @throws ScorecardError when it cannot be read or is open elsewhere */
export function resumeDraft(id: string, place: Place): Recorder {
  const path = draftPath(place.folder, id);
  const release = lock(path, id);
  try {
    const read = readDraft(place.folder, id);
    const journal = continueJournal(path, read);
    const recorder = createRecorder({ ...place, path, release, journal, session: replay(read.events) });
    // What has been submitted only waits to be written.
    if (recorder.session.submission === undefined) recorder.record({ type: 'reopen' });
    return recorder;
  } catch (error) {
    release();
    throw error;
  }
}

function lock(path: string, id: string): () => void {
  const release = takeLock(path);
  if (release) return release;
  throw openElsewhere(id, path);
}

function takeLock(path: string): (() => void) | undefined {
  try {
    return lockDraft(path);
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}

interface Parts extends Place {
  readonly path: string;
  readonly release: () => void;
  readonly journal: Journal;
  readonly session: Session;
}

function createRecorder({ store, path, host, release, journal, session: first }: Parts): Recorder {
  let session = first;
  let failure: string | undefined;
  let isClosed = false;
  return {
    store,
    location: path,
    get session() {
      return session;
    },
    get failure() {
      return failure;
    },
    record: (change) => {
      const event = { at: timestamp(host.now()), ...change };
      failure = journal.append(event);
      session = applyEvent(session, event);
    },
    retry: () => {
      failure = journal.flush();
    },
    get unwritten() {
      return journal.pending;
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      journal.flush();
      journal.close();
      release();
    },
  };
}
