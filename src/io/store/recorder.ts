import type { OpenChange, SessionChange } from '../../core/interview/event.js';
import { applyEvent, createSession, replay, type Session } from '../../core/interview/session.js';
import { ScorecardError } from '../../errors.js';
import { type Host, timestamp } from '../system/host.js';
import { lockDraft } from './draft-lock.js';
import { continueJournal, createJournal, type Journal } from './journal.js';
import { readJournal } from './read-journal.js';
import { journalPath, prepareStore } from './store.js';

/** An interview being held: each change is on disk before anything else happens. */
export interface Recorder {
  readonly store: string;
  readonly session: Session;
  /** Why the last write failed; what was entered is kept and written with the next. `undefined` while all is on disk. */
  readonly failure: string | undefined;
  record(change: SessionChange): void;
  /** Tries once more to write what could not be written. */
  retry(): void;
  /** The journal's lines that are not on disk, if any. */
  readonly unwritten: string;
  /** Lets go of the draft; it stays where it is. A second call does nothing. */
  close(): void;
}

/** Begins a draft. @throws ScorecardError when it can't be written */
export function beginDraft(store: string, open: OpenChange, host: Pick<Host, 'now'>): Recorder {
  prepareStore(store);
  const path = journalPath(store, open.id);
  const release = lock(path, open.id);
  const event = { at: timestamp(host.now()), ...open };
  const journal = createJournal(path, event);
  return createRecorder({ store, host, release, journal, session: createSession(event) });
}

/** Goes on with a draft. @throws ScorecardError when it can't be read or is open elsewhere */
export function resumeDraft(store: string, id: string, host: Pick<Host, 'now'>): Recorder {
  const path = journalPath(store, id);
  const release = lock(path, id);
  try {
    const read = readJournal(path);
    const journal = continueJournal(path, read);
    const recorder = createRecorder({ store, host, release, journal, session: replay(read.events) });
    recorder.record({ type: 'reopen' });
    return recorder;
  } catch (error) {
    release();
    throw error;
  }
}

function lock(path: string, id: string): () => void {
  const release = lockDraft(path);
  if (release) return release;
  throw openElsewhere(id, path);
}

/** Two programs must not write one draft. */
export function openElsewhere(id: string, path: string): ScorecardError {
  return new ScorecardError(`the draft ${id} is open in another terminal`, {
    hint: `go on there, or close it first; if no terminal has it open, remove ${path}.lock`,
  });
}

interface Parts {
  readonly store: string;
  readonly host: Pick<Host, 'now'>;
  readonly release: () => void;
  readonly journal: Journal;
  readonly session: Session;
}

function createRecorder({ store, host, release, journal, session: first }: Parts): Recorder {
  let session = first;
  let failure: string | undefined;
  let isClosed = false;
  return {
    store,
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
