import { basename } from 'node:path';
import type { SessionEvent, SessionEvents } from '../../core/interview/event.js';
import { applyEvent, replay, type Session } from '../../core/interview/session.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { attempt, ScorecardError } from '../../errors.js';
import { makePrivateFolder, reason } from '../system/files.js';
import { type Host, timestamp } from '../system/host.js';
import { lockDraft, openElsewhere } from './draft-lock.js';
import { isWritten, readDraft } from './drafts.js';
import { ids, isTaken } from './free-id.js';
import { hasLooked } from './history.js';
import { continueJournal, createJournal, type Journal } from './journal/journal.js';
import { journalPath, makePersonFolder, personSlug } from './journal/journal-files.js';
import { keepRubric } from './kept-rubrics.js';
import { draftFiles, draftPath, draftsFolder } from './layout.js';
import type { Beginning, Opening, Recorder, Store } from './store.js';

/** Where a draft is written, and by which clock. */
interface Place {
  readonly store: Store;
  readonly folder: string;
  readonly host: Pick<Host, 'now'>;
}

/**
 * Begins a draft under a name of its own, however many begin at once.
 *
 * @throws ScorecardError when it can't be written
 */
export function beginDraft(opening: Opening, { rubric: used, past }: Beginning, place: Place): Recorder {
  const { folder, host } = place;
  makePrivateFolder(folder);
  if (used) keepIfPossible(folder, used, opening.sha256);
  const at = past?.at ?? timestamp(host.now());
  const { candidate, interviewer, rubric, session } = opening;
  const own = makePersonFolder(draftsFolder(folder), personSlug(interviewer));
  // Where colleagues' drafts can't be seen, the folder's name tells two people of one name apart.
  const person = draftFiles(folder).isPartial ? basename(own) : undefined;
  const looked: readonly SessionEvent[] = hasLooked(folder, opening) ? [{ at, type: 'unblind' }] : [];
  for (const id of ids({ candidate, interviewer, role: rubric.id, session, startedAt: at }, person)) {
    const begun = isTaken(folder, id)
      ? undefined
      : beginAs([{ at, ...opening, id }, ...looked, ...(past?.events ?? [])], journalPath(own, id), place);
    if (begun) return begun;
  }
  throw new ScorecardError(`${folder}: no name is free for the draft`);
}

/** The journal has a copy: an interview is held all the same, and its submission tries again. */
function keepIfPossible(folder: string, rubric: Rubric, sha256: string): void {
  attempt(
    () => keepRubric(folder, rubric, sha256),
    () => undefined,
  );
}

/** `undefined` where another program was quicker to take the name. */
function beginAs(events: SessionEvents, path: string, place: Place): Recorder | undefined {
  const release = takeLock(path);
  if (!release) return undefined;
  try {
    // With the lock in hand once more: who had the name a moment ago may have used it.
    const journal = isTaken(place.folder, events[0].id) ? undefined : createJournal(path, events);
    if (journal) return createRecorder({ ...place, path, release, journal, session: replay(events) });
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
  const release = takeLock(path);
  if (!release) throw openElsewhere(id, path);
  try {
    const read = readDraft({ id, path });
    const journal = continueJournal(path, read);
    const recorder = createRecorder({ ...place, path, release, journal, session: replay(read.events) });
    // What has been submitted only waits to be written, or to be put away.
    const isSubmitted = recorder.session.submission !== undefined || isWritten(place.folder, { id, path });
    if (!isSubmitted) recorder.record({ type: 'reopen' });
    return recorder;
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * What releases the draft; `undefined` where another program has it open.
 *
 * @throws ScorecardError when it can't be locked
 */
export function takeLock(path: string): (() => void) | undefined {
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
