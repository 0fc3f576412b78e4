import type { Person } from '../person/person.js';
import { type Checked, inFile, type Path, type Problem } from '../problem.js';
import { contentProblems, ratingProblems } from '../scorecard/check-contents.js';
import { sealProblem } from '../scorecard/check-seal.js';
import { isScorecard, isScoredRow } from '../scorecard/quick-check.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import type { ScoredRow } from '../scorecard/scored-row.js';
import type { StoredScorecard } from '../scorecard/stored-scorecard.js';
import { dayOf } from '../text/date.js';
import { type CardDetail, detailOf } from './card-detail.js';
import type { EditionRegistry, EditionSession, HeldRating, RubricEdition } from './edition.js';

/** What a panel needs of one scorecard, or of one row of a batch. */
export interface PanelCard {
  readonly edition: RubricEdition;
  /** The scorecard's id; a row of a batch has none. */
  readonly id: string | undefined;
  readonly candidate: Person;
  /** `undefined` where a batch has no such column. */
  readonly interviewer: Person | undefined;
  readonly isDraft: boolean;
  /** Whether it is of somebody who learns to interview: it never counts. */
  readonly isShadow: boolean;
  /** The part of the interview that it is about; `undefined`: all of it. */
  readonly session: string | undefined;
  /** What names the rubric that it was held with; a row of another program may not say. */
  readonly rubricSha256: string | undefined;
  readonly digest: string | undefined;
  /** The digest of the scorecard in whose place it stands. */
  readonly amends: string | undefined;
  /** When the interview was submitted, else begun, in ISO 8601; a row of a batch has neither. */
  readonly at: string | undefined;
  /** The day of the interview, where it is another. */
  readonly held: string | undefined;
  /** One for each of the edition's dimensions, in their order. */
  readonly ratings: readonly HeldRating[];
  /** What each rating rests on, in the same order; empty where it was not kept. */
  readonly evidence: readonly (readonly string[])[];
  readonly redFlags: readonly CardFlag[];
  readonly verdict: Scorecard['verdict'];
  /** The sessions that the candidate's plan has; absent without a plan. */
  readonly planned?: PlannedSessions | undefined;
  /** Whether a label stands in place of the interviewer's name: another candidate's same label is somebody else. */
  readonly isLabelled?: boolean;
  /** The letter of that label, if it has one. */
  readonly letter?: string | undefined;
  /** What a page tells of it, where that was kept. */
  readonly detail: CardDetail | undefined;
  /** Where the scorecard is, for messages: the file, and the place in it where it holds several. */
  readonly source: string;
  /** Where it stood in the table that it was taken from: the line of a row of a batch, the row of a scorecard. */
  readonly line: number | undefined;
}

/** The sessions that somebody holds by a plan. */
export interface PlannedSessions {
  readonly ids: readonly string[];
  /** Those that the rubric doesn't have. */
  readonly own: readonly EditionSession[];
  /** Who leads the meeting. */
  readonly lead: Person | undefined;
}

export interface CardFlag {
  readonly id: string;
  readonly flag: string;
  readonly severity: 'stop' | 'concern';
  /** What was seen, in one text; `undefined` where nothing was noted. */
  readonly evidence: string | undefined;
}

/** What was read as a scorecard; also where it can't count because it was changed after it was sealed. */
export type ReadCard = Checked<PanelCard> | AlteredCard;

interface AlteredCard {
  readonly ok: false;
  readonly problems: readonly Problem[];
  readonly altered: PanelCard;
}

/** How scorecards are read. */
export interface CardReading {
  readonly registry: EditionRegistry;
  /** Whether the evidence is kept; else the notes, which are most of a scorecard, are let go at once. */
  readonly keepsEvidence: boolean;
  /** Whether all that a page tells of it is kept too. */
  readonly keepsDetail?: boolean;
}

/**
 * Reads parsed JSON as a scorecard, or as a row of a batch where it has no status. `undefined` where it does not fit
 * the schema: `diagnosePanelCard` says why. Quick, since thousands of files are read through it.
 */
export function readPanelCard(data: unknown, source: string, reading: CardReading): ReadCard | undefined {
  if (hasStatus(data)) return isScorecard(data) ? panelCardOf(data, source, reading) : undefined;
  return isScoredRow(data) ? panelCardOf(data, source, reading) : undefined;
}

/** Whether the data is to be read as a scorecard: a row of a batch has no status. */
export function hasStatus(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'status' in data && data.status !== undefined;
}

/**
 * What a panel takes from a scorecard or row that fits its schema, where it is as it was sealed and its parts agree.
 */
export function panelCardOf(
  card: StoredScorecard | ScoredRow,
  source: string,
  { registry, keepsEvidence, keepsDetail }: CardReading,
): ReadCard {
  const { rubric, dimensions } = card;
  // Key by key: for thousands of cards, a spread shows.
  const life = lifeOf(card);
  const form = { dimensions, isWhole: life.session === undefined };
  const known = registry.find(rubric, form);
  // An edition that is known was found to be good.
  const problems = known ? ratingProblems(card) : contentProblems(card);
  if (problems.length > 0) return { ok: false, problems: inFile(problems, source) };
  const isSealed = isStored(card);
  const altered = sealProblem(card);
  const value: PanelCard = {
    edition: known ?? registry.add(rubric, form),
    id: isSealed ? card.id : undefined,
    candidate: personOf(card.candidate) ?? { name: '' },
    interviewer: personOf(card.interviewer),
    isDraft: isSealed && card.status === 'draft',
    isShadow: life.isShadow,
    session: life.session,
    rubricSha256: rubric.sha256,
    digest: life.digest,
    amends: life.amends,
    held: life.held,
    line: life.line,
    at: card.submittedAt ?? card.startedAt,
    ratings: dimensions.map(({ rating }) => rating),
    evidence: keepsEvidence ? dimensions.map(({ evidence }) => textsOf(evidence)) : NONE,
    redFlags: card.redFlags?.map(flagOf) ?? [],
    verdict: verdictOf(card.verdict),
    detail: keepsDetail ? detailOf(card) : undefined,
    source,
  };
  return altered ? { ok: false, problems: inFile([altered], source), altered: value } : { ok: true, value };
}

/** The day on which the interview was held, as far as it is known. */
export function dayOfCard({ held, at }: Pick<PanelCard, 'held' | 'at'>): string | undefined {
  return held ?? (at === undefined ? undefined : dayOf(at));
}

type Life = Pick<PanelCard, 'isShadow' | 'session' | 'digest' | 'amends' | 'held' | 'line'>;

/** What version 1 doesn't have, and what says where a scorecard stands among others of its interviewer. */
function lifeOf(card: StoredScorecard | ScoredRow): Life {
  if (!isStored(card)) {
    const { shadow, session, amends, held, line } = card;
    return { isShadow: shadow === true, session, digest: undefined, amends: amends?.digest, held, line };
  }
  const { digest } = card;
  if (card.schemaVersion === 1) {
    return { isShadow: false, session: undefined, digest, amends: undefined, held: undefined, line: undefined };
  }
  const { shadow, session, amends, held, source } = card;
  return { isShadow: shadow === true, session, digest, amends: amends?.digest, held, line: source?.row };
}

function isStored(card: StoredScorecard | ScoredRow): card is StoredScorecard {
  return hasStatus(card);
}

const NONE: readonly never[] = [];

/** `undefined` where nobody is named. */
function personOf(person: ScoredRow['interviewer']): Person | undefined {
  if (!person) return undefined;
  if (typeof person === 'string') return { name: person };
  return person.id ? { name: person.name, id: person.id } : { name: person.name };
}

/** Evidence of any version as texts. */
function textsOf(evidence: ScoredRow['dimensions'][number]['evidence']): readonly string[] {
  if (typeof evidence === 'string') return evidence === '' ? NONE : [evidence];
  return evidence?.map((one) => (typeof one === 'string' ? one : one.text)) ?? NONE;
}

/** The flag without the keys that this version does not know. */
function flagOf({ id, flag, severity, evidence }: NonNullable<ScoredRow['redFlags']>[number]): CardFlag {
  return { id, flag, severity, evidence: textsOf(evidence).join('; ') || undefined };
}

function verdictOf(verdict: ScoredRow['verdict']): Scorecard['verdict'] {
  if (verdict === undefined) return undefined;
  if (typeof verdict === 'string') return { is: verdict };
  return { is: verdict.is, ...(verdict.reason === undefined ? {} : { reason: verdict.reason }) };
}

/** One scorecard of a document, still to be checked. */
export interface CardRecord {
  readonly data: unknown;
  /** The document that holds it, with the place where the document holds several. */
  readonly source: string;
  /** The place of the scorecard from the top of the document. */
  readonly path: Path;
}

/** The records of a document: a scorecard is one, a list of them or a batch's results are as many as there are. */
export function recordsOf(data: unknown, source: string): readonly CardRecord[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (Array.isArray(data))
    return data.map((item, at) => ({ data: item, source: `${source} (item ${at + 1})`, path: [at] }));
  if (!('results' in data) || !Array.isArray(data.results)) return [{ data, source, path: [] }];
  const rubric = 'rubric' in data ? data.rubric : undefined;
  return data.results.map((item: unknown, at) => ({
    data: typeof item === 'object' && item !== null ? { rubric, ...item } : item,
    source: `${source} (result ${at + 1})`,
    path: ['results', at],
  }));
}

/** All cards of a document; `undefined` where it holds anything but good ones. */
export function readDocument(data: unknown, source: string, reading: CardReading): readonly PanelCard[] | undefined {
  const found: PanelCard[] = [];
  const records = recordsOf(data, source);
  for (const record of records ?? []) {
    const checked = readPanelCard(record.data, record.source, reading);
    if (!checked?.ok) return undefined;
    found.push(checked.value);
  }
  return records && found;
}
