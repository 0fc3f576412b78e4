import { resolve } from 'node:path';
import { makePrivateFolder } from '../system/files.js';
import { type Host, timestamp } from '../system/host.js';
import { archiveDraft, archiveSubmitted, sweepFolders, tidyDrafts } from './archive.js';
import { checkNotOpen } from './draft-lock.js';
import { draftIds, findScorecard, listDrafts } from './drafts.js';
import { freeId } from './free-id.js';
import { readHistory } from './history.js';
import { lastSeal } from './last-seal.js';
import { storeFolder } from './layout.js';
import { appendToLog, readLog } from './log/log.js';
import { readNames } from './names.js';
import { forgetPeople, readPeople, recordHold, recordPeople, releaseHolds } from './people.js';
import { listFiles, searchFiles } from './personal/inventory.js';
import { removeFiles, removeRows } from './personal/remove.js';
import { beginDraft, resumeDraft } from './recorder.js';
import type { Store } from './store.js';
import { writeScorecard } from './write-scorecard.js';

/** What a store needs of the outside world. */
export type StoreHost = Pick<Host, 'cwd' | 'env' | 'now'>;

/**
 * The store in which the user works: the one given, else `$SCORECARD_STORE`, else `./scorecards`. No folder is made
 * yet.
 */
export function openStore(host: StoreHost, given: string | undefined): Store {
  const folder = storeFolder(host, given);
  return createFolderStore({ path: folder, shown: folder }, host);
}

/** The folder of a store, and how messages name it. */
export interface StoreFolder {
  readonly path: string;
  readonly shown: string;
}

/** A store in a folder: a file for each scorecard, with its report beside it, and hidden folders for journals. */
export function createFolderStore(folder: StoreFolder, host: Pick<Host, 'now'>): Store {
  const { path, shown } = folder;
  const store: Store = {
    location: shown,
    draftIds: () => draftIds(path),
    listDrafts: () => listDrafts(folder),
    findScorecard: (id) => findScorecard(path, id),
    freeId: (naming) => freeId(path, naming),
    lastSeal: (interviewer) => lastSeal(path, interviewer),
    readHistory: (id) => readHistory(path, id),
    readNames: () => readNames(path),
    readLog: () => readLog(path),
    readPeople: () => readPeople(folder),
    recordPeople: (more) => recordPeople(folder, more),
    recordHold: (hold) => recordHold(folder, hold),
    releaseHolds: (isTheirs) => releaseHolds(folder, isTheirs),
    forgetPeople: (isGone) => forgetPeople(folder, isGone),
    listFiles: () => listFiles(path),
    searchFiles: (files, isFound) => searchFiles(path, files, isFound),
    removeFiles: (files) => removeFiles(path, files),
    removeRows: (file, isTheirs) => removeRows(path, file.path, isTheirs),
    sweep: () => sweepFolders(path),
    prepare: () => makePrivateFolder(path),
    begin: (opening) => beginDraft(opening, { store, folder: path, host }),
    resume: (id) => resumeDraft(id, { store, folder: path, host }),
    checkNotOpen: (id) => checkNotOpen(path, id),
    archive: (id) => archiveDraft(path, id),
    tidyDrafts: () => tidyDrafts(path),
    log: (done) => appendToLog(path, { at: timestamp(host.now()), ...done }),
    submit: (recorder, scorecard) => {
      const location = writeScorecard(path, scorecard);
      recorder.close();
      return { location, warning: archiveSubmitted(path, scorecard.card.id) };
    },
    writeScorecard: (scorecard) => writeScorecard(path, scorecard),
  };
  return store;
}

/** The store in a folder, given as an absolute path or from the working folder. */
export function storeAt(folder: string, host: StoreHost): Store {
  const path = resolve(host.cwd, folder);
  return createFolderStore({ path, shown: path }, host);
}
