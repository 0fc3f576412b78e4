import type { OpenChange, SessionChange } from '../../core/interview/event.js';
import type { Session } from '../../core/interview/session.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { ScorecardError } from '../../errors.js';

/**
 * Where scorecards and drafts are kept: everything that is known of how. Locations are text, for messages and to be
 * typed again. What is only read is left as it was; every method may throw a ScorecardError.
 */
export interface Store {
  readonly location: string;

  /** The names of the open drafts, whether they can be read or not. */
  draftIds(): readonly string[];
  listDrafts(): DraftList;
  /** Where the scorecard of this name is; `undefined` while there is none. */
  findScorecard(id: string): string | undefined;
  /** A name that no scorecard and no draft has: `2026-11-20-ada-example-head-infra-r-panel`, then `…-2`. */
  freeId(naming: Naming): string;
  /** Never throws: what can't be read isn't there. */
  readNames(): StoreNames;

  /** Makes the place for scorecards, private to the user. */
  prepare(): void;
  /** Begins a draft under a free name, even where others begin one at the same moment. */
  begin(opening: Opening): Recorder;
  /** Goes on with a draft, unless it is open elsewhere. */
  resume(id: string): Recorder;
  /** Throws where another program has the draft open. */
  checkNotOpen(id: string): void;
  /** Takes a draft out of the drafts and keeps it as history. Returns where it is now. */
  archive(id: string): string;
  /** Puts away the drafts whose scorecards stand. Returns what could not be, in words. */
  tidyDrafts(): readonly string[];
  /**
   * Writes the scorecard of an interview whose `submit` is recorded, then puts its draft away. Whatever ends the program in
   * between, the same again goes on from there and writes the same bytes.
   */
  submit(recorder: Recorder, scorecard: WrittenScorecard): Submission;
  /** Writes the scorecard and its report, each whole or not at all and never over another. Returns where it is. */
  writeScorecard(scorecard: WrittenScorecard): string;
}

/** An interview being held: each change is on disk before anything else happens. */
export interface Recorder {
  readonly store: Store;
  /** Where the draft is. */
  readonly location: string;
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

export interface DraftList {
  /** Oldest first. */
  readonly drafts: readonly Draft[];
  readonly unreadable: readonly UnreadableDraft[];
  /** Names of drafts whose scorecards stand: the program ended before it could put them away. */
  readonly submitted: readonly string[];
}

export interface Draft {
  readonly id: string;
  readonly location: string;
  readonly session: Session;
}

export interface UnreadableDraft {
  readonly id: string;
  readonly location: string;
  readonly error: ScorecardError;
}

/** What an interview begins with, but for the name that the store gives it. */
export type Opening = Omit<OpenChange, 'id'>;

/** What a name is made of. */
export interface Naming {
  readonly candidate: string;
  readonly interviewer: string;
  readonly role: string;
  /** ISO 8601; its date begins the name. */
  readonly startedAt: string;
}

export interface WrittenScorecard {
  readonly card: Scorecard;
  /** What is kept beside it for people. */
  readonly markdown: string;
}

export interface Submission {
  /** Of the scorecard. */
  readonly location: string;
  /** Why its draft could not be put away; the scorecard stands all the same. */
  readonly warning: string | undefined;
}

export interface StoreNames {
  readonly candidates: readonly string[];
  readonly interviewers: readonly string[];
  /** Locations of scorecards, newest first. */
  readonly scorecards: readonly string[];
  readonly drafts: readonly string[];
}
