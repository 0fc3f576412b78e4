import { join, resolve } from 'node:path';
import { exists, makePrivateFolder } from '../system/files.js';
import { type Host, timestamp } from '../system/host.js';
import { checkNotOpen } from './draft-lock.js';
import { draftIds, findScorecard, listDrafts, submittedIds } from './drafts.js';
import { freeId } from './free-id.js';
import { openHistories, readHistory } from './history.js';
import { readKeptRubric } from './kept-rubrics.js';
import { logPath, storeFolder } from './layout.js';
import { appendToLog, readLog } from './log/log.js';
import { readNames } from './names.js';
import { forgetPeople, readPeople, recordHold, recordPeople, releaseHolds } from './people.js';
import { listFiles, readRecords, searchFiles } from './personal/inventory.js';
import { removeFiles, removeRows } from './personal/remove.js';
import { listDecided } from './plans/decided.js';
import { createPlan, listPlans } from './plans/plans.js';
import { beginDraft, resumeDraft } from './recorder.js';
import { readSeals, scorecardFiles, sealedBy, sealedParts } from './sealed-by.js';
import type { Store } from './store.js';
import { archiveDraft, finishSubmission, submitDraft, sweepStore } from './submission.js';
import { writeMissingReport, writeReport, writeScorecard } from './write-scorecard.js';

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
    submittedIds: () => submittedIds(path),
    listDrafts: () => listDrafts(folder),
    findScorecard: (id) => findScorecard(path, id),
    freeId: (naming) => freeId(path, naming),
    sealedBy: (interviewer) => sealedBy(path, interviewer),
    sealedParts: () => sealedParts(path),
    readSeals: () => readSeals(path),
    scorecardFiles: () => scorecardFiles(path).map((name) => join(path, name)),
    histories: () => openHistories(path),
    readRubric: (sha256) => readKeptRubric(path, sha256),
    readHistory: (id) => readHistory(path, id),
    readNames: () => readNames(path),
    readLog: () => readLog(path),
    hasLog: () => exists(logPath(path)),
    readPeople: () => readPeople(folder),
    listPlans: () => listPlans(folder),
    listDecided: () => listDecided(path),
    createPlan: (plan) => createPlan(folder, plan),
    recordPeople: (more) => recordPeople(folder, more),
    recordHold: (hold) => recordHold(folder, hold),
    releaseHolds: (isTheirs) => releaseHolds(folder, isTheirs),
    forgetPeople: (names) => forgetPeople(folder, names),
    listFiles: () => listFiles(path),
    readRecords: (file) => readRecords(path, file),
    searchFiles: (files, isFound) => searchFiles(path, files, isFound),
    removeFiles: (files) => removeFiles(path, files),
    removeRows: (file, isTheirs) => removeRows(path, file.path, isTheirs),
    prepare: () => makePrivateFolder(path),
    begin: (opening, from) => beginDraft(opening, from ?? {}, { store, folder: path, host }),
    resume: (id) => resumeDraft(id, { store, folder: path, host }),
    checkNotOpen: (id) => checkNotOpen(path, id),
    archive: (id) => archiveDraft(path, id),
    log: (done) => appendToLog(path, { at: timestamp(host.now()), ...done }),
    sweep: () => sweepStore(path),
    submit: (recorder, sealing) => submitDraft(path, recorder, sealing),
    finish: (id, sealing) => finishSubmission(path, id, sealing),
    writeScorecard: (scorecard) => {
      const location = writeScorecard(path, scorecard);
      writeReport(path, scorecard);
      return location;
    },
    writeMissingReport: (location, render) => writeMissingReport(location, render),
  };
  return store;
}

/** The store in a folder, given as an absolute path or from the working folder. */
export function storeAt(folder: string, host: StoreHost): Store {
  const path = resolve(host.cwd, folder);
  return createFolderStore({ path, shown: path }, host);
}
