import { decimalPlaces, MAX_DECIMALS } from '../numbers/decimal.js';
import { type Checked, createProblem, type Path } from '../problem.js';
import { isOnScale, isRated, type Rating } from '../rubric/scale.js';
import {
  type Fields,
  fields,
  list,
  Mistake,
  name,
  number,
  oneOf,
  optionalText,
  text,
  whole,
} from '../schema/json-fields.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { VERDICTS } from '../scoring/verdict.js';
import type { CardDimension, CardRubric, EditionRegistry, RubricEdition } from './edition.js';

/** What a panel needs of one scorecard, or of one row of a batch. */
export interface PanelCard {
  readonly edition: RubricEdition;
  /** The scorecard's; a row of a batch has none. */
  readonly id: string | undefined;
  readonly candidate: string;
  /** `undefined` where a batch had no such column. */
  readonly interviewer: string | undefined;
  readonly isDraft: boolean;
  /** ISO 8601: when it was submitted, else begun; a row of a batch has neither. */
  readonly at: string | undefined;
  /** In the order of the form's dimensions. */
  readonly ratings: readonly Rating[];
  /** In the same order; empty where it wasn't kept. */
  readonly evidence: readonly (readonly string[])[];
  readonly redFlags: Scorecard['redFlags'];
  readonly verdict: Scorecard['verdict'];
  /** Where it stands, for messages: the file, and the place in it where it holds several. */
  readonly source: string;
  /** Of the CSV, for a row of a batch. */
  readonly line: number | undefined;
}

/** How scorecards are read. */
export interface CardReading {
  readonly registry: EditionRegistry;
  /** false: the notes, which are most of a scorecard, are let go at once. */
  readonly keepsEvidence: boolean;
}

/**
 * Reads parsed JSON as a scorecard or a batch's record. Checks by hand what a panel needs and nothing else, so that
 * thousands of files are read quickly: whatever `parseScorecard` accepts with ratings on the scale is accepted here.
 * Of several mistakes the first is told.
 */
export function readPanelCard(data: unknown, source: string, reading: CardReading): Checked<PanelCard> {
  try {
    return { ok: true, value: panelCardOf(data, source, reading) };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { ok: false, problems: [{ ...createProblem('no-scorecard', error.message, error.path), file: source }] };
  }
}

function panelCardOf(data: unknown, source: string, { registry, keepsEvidence }: CardReading): PanelCard {
  const card = fields(data, []);
  if (card.schemaVersion !== undefined && card.schemaVersion !== 1) {
    throw new Mistake(`schemaVersion ${String(card.schemaVersion)} is not known to this version`, ['schemaVersion']);
  }
  const rubric = rubricOf(card.rubric);
  const dimensions = list(card.dimensions, ['dimensions']);
  if (dimensions.length === 0) throw new Mistake('"dimensions" needs at least 1 item', ['dimensions']);
  const isRecord = card.status === undefined;
  return {
    edition: registry.editionOf(rubric, dimensions.map(dimensionOf)),
    id: isRecord ? undefined : name(card.id, ['id']),
    candidate: name(card.candidate, ['candidate']),
    interviewer: isRecord && isBlank(card.interviewer) ? undefined : name(card.interviewer, ['interviewer']),
    isDraft: !isRecord && oneOf(card.status, ['draft', 'submitted'], ['status']) === 'draft',
    at: optionalText(card.submittedAt, ['submittedAt']) ?? optionalText(card.startedAt, ['startedAt']),
    ratings: dimensions.map((dimension, at) => ratingOf(dimension as Fields, at, rubric)),
    evidence: keepsEvidence ? dimensions.map((dimension, at) => evidenceOf((dimension as Fields).evidence, at)) : [],
    redFlags: list(card.redFlags ?? [], ['redFlags']).map(flagOf),
    verdict: verdictOf(card.verdict),
    source,
    line: typeof card.line === 'number' ? card.line : undefined,
  };
}

function ratingOf({ rating, id }: Fields, at: number, { scale }: CardRubric): Rating {
  if (rating === 'not-assessed' || rating === 'not-applicable') return rating;
  const path = ['dimensions', at, 'rating'];
  if (typeof rating !== 'number') {
    throw new Mistake(`${String(id)}: the rating must be a number, "not-assessed" or "not-applicable"`, path);
  }
  if (isRated(rating) && !isOnScale(rating, scale)) {
    throw new Mistake(`${String(id)}: rating ${rating} is outside the scale ${scale.min} to ${scale.max}`, path);
  }
  return rating;
}

const NONE: readonly string[] = [];

/** A batch may hold one text where a scorecard holds a list. */
function evidenceOf(data: unknown, at: number): readonly string[] {
  if (data === undefined) return NONE;
  if (typeof data === 'string') return data === '' ? NONE : [data];
  const path = ['dimensions', at, 'evidence'];
  return list(data, path).map((item, position) => text(item, [...path, position]));
}

function flagOf(data: unknown, at: number): Scorecard['redFlags'][number] {
  const flag = fields(data, ['redFlags', at]);
  const evidence = optionalText(flag.evidence, ['redFlags', at, 'evidence']);
  return {
    id: text(flag.id, ['redFlags', at, 'id']),
    flag: text(flag.flag, ['redFlags', at, 'flag']),
    severity: oneOf(flag.severity, ['stop', 'concern'], ['redFlags', at, 'severity']),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function verdictOf(data: unknown): Scorecard['verdict'] {
  if (data === undefined) return undefined;
  // A batch may hold the bare word.
  const verdict = typeof data === 'string' ? { is: data } : fields(data, ['verdict']);
  const reason = optionalText((verdict as Fields).reason, ['verdict', 'reason']);
  return { is: oneOf(verdict.is, VERDICTS, ['verdict', 'is']), ...(reason === undefined ? {} : { reason }) };
}

function isBlank(data: unknown): boolean {
  return data === undefined || data === null || data === '';
}

/** The rubric's copy in a scorecard. */
export function rubricOf(data: unknown): CardRubric {
  const rubric = fields(data, ['rubric']);
  const scale = fields(rubric.scale, ['rubric', 'scale']);
  const rules = fields(rubric.recommendation, ['rubric', 'recommendation']);
  const bands = fields(rules.bands, ['rubric', 'recommendation', 'bands']);
  const band = (key: string) => number(bands[key], ['rubric', 'recommendation', 'bands', key]);
  return {
    id: text(rubric.id, ['rubric', 'id']),
    version: text(rubric.version, ['rubric', 'version']),
    variant: optionalText(rubric.variant, ['rubric', 'variant']),
    title: text(rubric.title, ['rubric', 'title']),
    scale: { min: step(scale.min, ['rubric', 'scale', 'min']), max: step(scale.max, ['rubric', 'scale', 'max']) },
    recommendation: {
      coverageAtLeast: number(rules.coverageAtLeast, ['rubric', 'recommendation', 'coverageAtLeast']),
      bands: { 'strong-yes': band('strong-yes'), yes: band('yes'), no: band('no') },
    },
  };
}

/** Of a scale: small enough that no sum of ratings loses a digit. */
function step(data: unknown, path: Path): number {
  const value = whole(data, path);
  if (Math.abs(value) <= 1000) return value;
  throw new Mistake(`"${String(path.at(-1))}" must be from -1000 to 1000`, path);
}

/** The dimension at position `at` of the list. */
export function dimensionOf(data: unknown, at: number): CardDimension {
  const dimension = fields(data, ['dimensions', at]);
  const weight = number(dimension.weight, ['dimensions', at, 'weight']);
  if (!(weight > 0 && weight <= 100 && decimalPlaces(weight) <= MAX_DECIMALS)) {
    const message = `"weight" must be more than 0, at most 100, with no more than ${MAX_DECIMALS} decimals`;
    throw new Mistake(message, ['dimensions', at, 'weight']);
  }
  const { minimum, optional } = dimension;
  return {
    id: text(dimension.id, ['dimensions', at, 'id']),
    name: text(dimension.name, ['dimensions', at, 'name']),
    weight,
    minimum: minimum === undefined ? undefined : whole(minimum, ['dimensions', at, 'minimum']),
    optional: optional === true,
  };
}

/** One scorecard of a document, still to be checked. */
export interface CardRecord {
  readonly data: unknown;
  /** The document, and the place in it where it holds several. */
  readonly source: string;
}

/** The records of a document: a scorecard is one, a list of them or a batch's results are as many as there are. */
export function recordsOf(data: unknown, source: string): readonly CardRecord[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (Array.isArray(data)) return data.map((item, at) => ({ data: item, source: `${source} (item ${at + 1})` }));
  if (!('results' in data) || !Array.isArray(data.results)) return [{ data, source }];
  const rubric = 'rubric' in data ? data.rubric : undefined;
  return data.results.map((item: unknown, at) => ({
    data: typeof item === 'object' && item !== null ? { rubric, ...item } : item,
    source: `${source} (result ${at + 1})`,
  }));
}
