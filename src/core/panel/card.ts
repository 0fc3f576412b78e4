import { type Checked, inFile, type Path } from '../problem.js';
import type { Rating } from '../rubric/scale.js';
import { contentProblems, ratingProblems } from '../scorecard/check-contents.js';
import { sealProblem } from '../scorecard/check-seal.js';
import { isScorecard, isScoredRow } from '../scorecard/quick-check.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import type { ScoredRow } from '../scorecard/scored-row.js';
import type { StoredScorecard } from '../scorecard/stored-scorecard.js';
import type { EditionRegistry, RubricEdition } from './edition.js';

/** What a panel needs of one scorecard, or of one row of a batch. */
export interface PanelCard {
  readonly edition: RubricEdition;
  /** The scorecard's id; a row of a batch has none. */
  readonly id: string | undefined;
  readonly candidate: string;
  /** `undefined` where a batch has no such column. */
  readonly interviewer: string | undefined;
  readonly isDraft: boolean;
  /** Its seal; a draft has none, nor has a row of a batch. */
  readonly digest: string | undefined;
  /** When the interview was submitted, else begun, in ISO 8601; a row of a batch has neither. */
  readonly at: string | undefined;
  /** One for each of the edition's dimensions, in their order. */
  readonly ratings: readonly Rating[];
  /** What each rating rests on, in the same order; empty where it was not kept. */
  readonly evidence: readonly (readonly string[])[];
  readonly redFlags: readonly CardFlag[];
  readonly verdict: Scorecard['verdict'];
  /** Where the scorecard is, for messages: the file, and the place in it where it holds several. */
  readonly source: string;
  /** The line of the CSV, for a row of a batch. */
  readonly line: number | undefined;
}

export interface CardFlag {
  readonly id: string;
  readonly flag: string;
  readonly severity: 'stop' | 'concern';
  /** What was seen, in one text; `undefined` where nothing was noted. */
  readonly evidence: string | undefined;
}

/** How scorecards are read. */
export interface CardReading {
  readonly registry: EditionRegistry;
  /** Whether the evidence is kept; else the notes, which are most of a scorecard, are let go at once. */
  readonly keepsEvidence: boolean;
}

/**
 * Reads parsed JSON as a scorecard, or as a row of a batch where it has no status. `undefined` where it does not fit
 * the schema: `diagnosePanelCard` says why. Quick, since thousands of files are read through it.
 */
export function readPanelCard(data: unknown, source: string, reading: CardReading): Checked<PanelCard> | undefined {
  if (hasStatus(data)) return isScorecard(data) ? panelCardOf(data, source, reading) : undefined;
  return isScoredRow(data) ? panelCardOf(data, source, reading) : undefined;
}

/** Whether the data is to be read as a scorecard: a row of a batch has no status. */
export function hasStatus(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'status' in data && data.status !== undefined;
}

/** What a panel takes from a scorecard or row that fits its schema, where it is as it was sealed and its parts agree. */
export function panelCardOf(
  card: StoredScorecard | ScoredRow,
  source: string,
  { registry, keepsEvidence }: CardReading,
): Checked<PanelCard> {
  const { rubric, dimensions } = card;
  const known = registry.find(rubric, dimensions);
  // An edition that is known was found to be good.
  const problems = known ? ratingProblems(card) : contentProblems(card);
  const altered = problems.length === 0 ? sealProblem(card) : undefined;
  if (altered) return { ok: false, problems: inFile([altered], source) };
  if (problems.length > 0) return { ok: false, problems: inFile(problems, source) };
  const stored = isStored(card)
    ? { id: card.id, isDraft: card.status === 'draft', digest: card.digest }
    : { id: undefined, isDraft: false, digest: undefined };
  return {
    ok: true,
    value: {
      edition: known ?? registry.add(rubric, dimensions),
      ...stored,
      candidate: nameOf(card.candidate) ?? '',
      interviewer: nameOf(card.interviewer),
      at: card.submittedAt ?? card.startedAt,
      ratings: dimensions.map(({ rating }) => rating),
      evidence: keepsEvidence ? dimensions.map(({ evidence }) => textsOf(evidence)) : NONE,
      redFlags: card.redFlags?.map(flagOf) ?? [],
      verdict: verdictOf(card.verdict),
      source,
      line: isStored(card) ? undefined : card.line,
    },
  };
}

function isStored(card: StoredScorecard | ScoredRow): card is StoredScorecard {
  return hasStatus(card);
}

const NONE: readonly never[] = [];

function nameOf(person: ScoredRow['interviewer']): string | undefined {
  return (typeof person === 'object' ? person?.name : person) || undefined;
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
