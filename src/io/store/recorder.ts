import type { OpenChange } from '../../core/interview/event.js';
import { applyEvent, createSession, replay, type Session } from '../../core/interview/session.js';
import { ScorecardError } from '../../errors.js';
import { makePrivateFolder, reason } from '../system/files.js';
import { type Host, timestamp } from '../system/host.js';
import { lockDraft, openElsewhere } from './draft-lock.js';
import { readDraft } from './drafts.js';
import { continueJournal, createJournal, type Journal } from './journal.js';
import { draftPath, draftsFolder } from './layout.js';
import type { Recorder, Store } from './store.js';

/** Where a draft is written, and by which clock. */
interface Place {
  readonly store: Store;
  readonly folder: string;
  readonly host: Pick<Host, 'now'>;
}

/** Begins a draft. @throws ScorecardError when it can't be written */
export function beginDraft(open: OpenChange, place: Place): Recorder {
  const { folder, host } = place;
  makePrivateFolder(folder);
  makePrivateFolder(draftsFolder(folder));
  const path = draftPath(folder, open.id);
  const release = lock(path, open.id);
  const event = { at: timestamp(host.now()), ...open };
  const journal = createJournal(path, event);
  return createRecorder({ ...place, path, release, journal, session: createSession(event) });
}

/** Goes on with a draft. @throws ScorecardError when it can't be read or is open elsewhere */
export function resumeDraft(id: string, place: Place): Recorder {
  const path = draftPath(place.folder, id);
  const release = lock(path, id);
  try {
    const read = readDraft(place.folder, id);
    const journal = continueJournal(path, read);
    const recorder = createRecorder({ ...place, path, release, journal, session: replay(read.events) });
    recorder.record({ type: 'reopen' });
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
