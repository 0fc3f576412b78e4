import type { OpenChange, SessionChange, SessionEvent, SessionEvents } from '../../core/interview/event.js';
import type { Session } from '../../core/interview/session.js';
import type { Log, LogEntry } from '../../core/log/entry.js';
import type { Hold, Known } from '../../core/person/people-file.js';
import type { Person } from '../../core/person/person.js';
import type { StoreFile } from '../../core/personal/contents.js';
import type { PlanSubject, RubricOfPlan } from '../../core/plan/parse-plan.js';
import type { Plan } from '../../core/plan/plan.js';
import type { SealedPart } from '../../core/plan/seats.js';
import type { Checked } from '../../core/problem.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { SealedBrief } from '../../core/scorecard/sealed-brief.js';
import type { StoredScorecard } from '../../core/scorecard/stored-scorecard.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import type { ScorecardError } from '../../errors.js';

/**
 * Where scorecards and drafts are kept; how, only the implementation knows. Locations are text, for messages and to be
 * typed again. Methods that read leave everything as it was; every method may throw a ScorecardError.
 */
export interface Store {
  readonly location: string;

  /** The names of the open drafts, whether they can be read or not. */
  draftIds(): readonly string[];
  /** The names of the drafts whose scorecards stand: the program ended before it had put them away. */
  submittedIds(): readonly string[];
  listDrafts(): DraftList;
  /** Where the scorecard of this name is; `undefined` while there is none. */
  findScorecard(id: string): string | undefined;
  /** A name that no scorecard and no draft has: `2026-11-20-ada-example-head-infra-r-panel`, then `…-2`. */
  freeId(naming: Naming): string;
  /** What this interviewer has sealed here; whether it still is as it was sealed is not looked at. */
  sealedBy(interviewer: Person): readonly SealedScorecard[];
  /** What is sealed here, as far as plans look at it. */
  sealedParts(): readonly SealedPart[];
  /** What is sealed here until now, read once however much is asked of it. */
  readSeals(): StoreSeals;
  /** The files that are its scorecards, as they are by their names. */
  scorecardFiles(): readonly string[];
  /** The journals, for whoever asks for many of them. */
  histories(): Histories;
  /** A rubric that was used here, by the SHA-256 of its file, whatever has become of the file. */
  readRubric(sha256: string): Rubric | undefined;
  /** How the scorecard of this name came about. Never throws: a journal may be private to a colleague. */
  readHistory(id: string): History;
  /** Never throws: what cannot be read is left out. */
  readNames(): StoreNames;
  /** What was done to scorecards, and by whom. */
  readLog(): Log;
  /** Whether anything was logged here: a folder with copies of scorecards has no log. */
  hasLog(): boolean;
  /** What was said of who is who. @throws ScorecardError with every mistake of the file */
  readPeople(): Known;

  /** The plans of panels, those with mistakes too; nothing is held against rubrics. */
  listPlans(): readonly StoredPlan[];
  /** Whom the decisions are about, and for which roles. */
  listDecided(): readonly PlanSubject[];
  /** Writes a plan under a name that no other has. Returns where it is. */
  createPlan(plan: Plan): string;

  /** Adds what was said of who is who. */
  recordPeople(more: Partial<Omit<Known, 'holds'>>): void;
  /** Writes down that somebody's data is kept, whatever asks for it to be deleted. */
  recordHold(hold: Hold): void;
  releaseHolds(isTheirs: (person: string) => boolean): void;
  /** Takes names and ids out of what is written down of people. */
  forgetPeople(names: readonly string[]): void;

  /**
   * Every file that may hold something about people, with what can be told of it: drafts, history and leftovers too.
   */
  listFiles(): readonly StoreFile[];
  /** The records of one of them, as data that nobody checked. */
  readRecords(file: StoreFile): readonly unknown[];
  /** The paths of the files in which a text satisfies the search. */
  searchFiles(files: readonly StoreFile[], isFound: (text: string) => boolean): ReadonlySet<string>;
  /** Removes files, a record after what stands beside it: ended in between, the same again finds the rest. */
  removeFiles(files: readonly StoreFile[]): void;
  /** Takes the rows about a candidate out of a file that holds others' too. */
  removeRows(file: StoreFile, isTheirs: (candidate: Person) => boolean): void;

  /** Makes the place for scorecards, private to the user. */
  prepare(): void;
  /**
   * Begins a draft under a free name, even where others begin one at the same moment. What `from` gives is in
   * it from the beginning. Who looked at others' ratings in an earlier draft of the same is on record in this one too.
   */
  begin(opening: Opening, from?: Beginning): Recorder;
  /** Goes on with a draft, unless it is open elsewhere. */
  resume(id: string): Recorder;
  /** @throws ScorecardError where another program has the draft open */
  checkNotOpen(id: string): void;
  /** Takes a draft out of the drafts and keeps it as history. Returns where it is now. */
  archive(id: string): string;
  /** Writes into the log what is done now. */
  log(done: Omit<LogEntry, 'at'>): void;
  /** Removes what killed programs left half-written. */
  sweep(): void;
  /**
   * Writes the scorecard of an interview whose `submit` is recorded, its signature and its report, logs it, then puts
   * the draft away. Whatever ends the program in between, the same again goes on from there and writes the same bytes.
   */
  submit(recorder: Recorder, sealing: Sealing): Submission;
  /**
   * Does what is left to do for a draft whose scorecard stands, unless it is open elsewhere. Returns in words what
   * could not be done.
   */
  finish(id: string, sealing: Sealing): readonly string[];
  /**
   * Writes the scorecard and its report, each whole or not at all and never over an existing one. Returns where it is.
   */
  writeScorecard(scorecard: WrittenScorecard): string;
  /** Writes the report of the scorecard at this location, where a program ended before it had. */
  writeMissingReport(location: string, render: (card: Scorecard) => MarkdownText): void;
}

/** A running interview: each change is on disk before anything else happens. */
export interface Recorder {
  readonly store: Store;
  /** Where the draft is. */
  readonly location: string;
  readonly session: Session;
  /**
   * Why the last write failed; what was entered is kept and written with the next. `undefined` while all is on disk.
   */
  readonly failure: string | undefined;
  record(change: SessionChange): void;
  retry(): void;
  /** The journal's lines that are not on disk; empty when all are. */
  readonly unwritten: string;
  /** Releases the draft, which stays where it is. A second call does nothing. */
  close(): void;
}

export interface DraftList {
  /** The open drafts, oldest first. */
  readonly drafts: readonly Draft[];
  readonly unreadable: readonly UnreadableDraft[];
  /** The names of the drafts whose scorecards stand. */
  readonly submitted: readonly string[];
  /** Why the user can have no drafts in this store, which is a team's; `undefined` where they can. */
  readonly shut: ScorecardError | undefined;
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

/** A scorecard in the store. */
export interface SealedScorecard {
  readonly location: string;
  /** As the file has it: what its digest is over. */
  readonly stored: StoredScorecard;
  readonly card: Scorecard;
}

/** What is sealed in a store. */
export interface StoreSeals {
  /** Every scorecard that may count, in brief. */
  readonly cards: readonly (SealedBrief & { readonly location: string })[];
  /**
   * The digest of the last scorecard that an interviewer has sealed; `undefined` where there is none of version 2. Of
   * several (sealed at once, or on two machines) the latest.
   */
  last(interviewer: Person): string | undefined;
}

/** What an interview begins with, but for the name that the store gives it. */
export type Opening = Omit<OpenChange, 'id'>;

/** Where a draft comes from. */
export interface Beginning {
  /** What the opening's rubric was made from: it is kept beside the scorecards. */
  readonly rubric?: Rubric;
  readonly past?: Past;
}

/** What a draft goes on from. */
export interface Past {
  /** When the interview began, in ISO 8601. */
  readonly at: string;
  readonly events: readonly SessionEvent[];
}

/** The journal behind a scorecard. `none`: of a batch, or the scorecard was copied here without it. */
export type History =
  | { readonly type: 'found'; readonly events: SessionEvents }
  | { readonly type: 'none' }
  | { readonly type: 'unreadable'; readonly why: string };

export interface Histories {
  /** How the scorecard of this name came about. Never throws. */
  read(id: string): History;
  /** Whether there are journals of interviews that this person held and ended. */
  hasJournalsOf(person: Person): boolean;
  /** The journals of what was sealed, where no scorecard of that name is there; what can't be read is left out. */
  sealedWithout(isThere: (id: string) => boolean): readonly SealedJournal[];
}

export interface SealedJournal {
  /** Of the scorecard. */
  readonly id: string;
  readonly location: string;
  readonly events: SessionEvents;
}

/** What a name is made of. */
export interface Naming {
  readonly candidate: Person;
  readonly interviewer: Person;
  readonly role: string;
  readonly session?: string | undefined;
  /** ISO 8601; the name begins with its date. */
  readonly startedAt: string;
}

export interface WrittenScorecard {
  readonly card: Scorecard;
  /** The report for people, kept beside the scorecard. */
  readonly markdown: MarkdownText;
}

/** What makes the files of a submission. */
export interface Sealing {
  /** The same for the same session, whenever it is asked. */
  write(session: Session): WrittenScorecard;
  /** Signs the file of a scorecard. Returns why it could not; `undefined` where it is signed, or nothing is to be. */
  sign(path: string): string | undefined;
}

export interface Submission extends WrittenScorecard {
  /** Where the scorecard is. */
  readonly location: string;
  /** What could not be done beside it, in words; the scorecard stands all the same. */
  readonly warnings: readonly string[];
}

export interface StoreNames {
  /** In the order of their names; each spelling is one of its own. */
  readonly candidates: readonly NamedPerson[];
  readonly interviewers: readonly NamedPerson[];
  /** Locations of scorecards, newest first. */
  readonly scorecards: readonly string[];
  readonly drafts: readonly string[];
}

/** A file that plans a panel. */
export interface StoredPlan {
  readonly location: string;
  /** The name of its file without the ending: `ada-example-head-infra`. */
  readonly stem: string;
  /** Whom it is about and for which role, where that can be read. */
  readonly subject: PlanSubject | undefined;
  /** The plan, with nothing held against its rubric; or every mistake of the file with its place. */
  readonly read: Checked<Plan>;
  /** The same, held against its rubric. */
  check(rubric: RubricOfPlan): Checked<Plan>;
}

export interface NamedPerson extends Person {
  /** How many scorecards and drafts name the person so. */
  readonly times: number;
}
