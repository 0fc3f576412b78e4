import type { Rubric } from '../rubric/rubric.js';
import { type Rating, ratingsOf } from '../rubric/scale.js';
import { plannedSessions } from '../rubric/session.js';
import { becauseOf } from '../scoring/because.js';
import { capReasons } from '../scoring/caps.js';
import { resultOf } from '../scoring/evaluate.js';
import { bandOf, borderlineReason, firstReason } from '../scoring/recommendation.js';
import { type Band, rulesOf } from '../scoring/rules.js';
import { contributionsOf } from '../scoring/scoring.js';
import { turningStep, turnsByAStep } from '../scoring/turning-step.js';
import { weightUnits } from '../scoring/weighted-sum.js';
import { type JsonText, jsonText } from '../text/safe-text.js';
import { type RowResult, rowResult } from './record.js';
import { bySession, createSessionCache, type RatedRow, type ShortResult } from './result-cache.js';
import { partOf } from './session-part.js';

/** A row's result as JSON in pieces, which follow one another. Overwritten by the next row. */
export interface ResultText<Piece> {
  readonly pieces: readonly Piece[];
  readonly contributions: RowResult['contributions'];
}

/**
 * Makes the JSON of a row's result, `make` once for each different piece of it.
 *
 * Up to its first reason a result depends on the weighted sum and the lowest cap alone; each cap that acts adds a reason
 * that depends on the rating of its dimension. A borderline score has one more, with the dimensions of which a step
 * would turn it: each is one of them or not by its rating. Where a red flag was seen, the row is evaluated by itself.
 */
export function createResultText<Piece>(
  rubric: Rubric,
  make: (text: JsonText) => Piece,
): (reading: RatedRow) => ResultText<Piece> {
  const end = make(']}' as JsonText);
  return bySession((session) => {
    const { rubric: part, positions } = partOf(rubric, session);
    const { scale } = part;
    const units = weightUnits(part.dimensions);
    const beginningOf = createBeginnings(part, session);
    const watchesOf = createWatches(part, make);
    const borderlineOf = createBorderlineText(part, make);
    const knownOf = createSessionCache(rubric, session, (short) => ({
      short,
      beginning: make(beginningOf(short)),
      watches: watchesOf(short),
      borderline: short.isBorderline ? borderlineOf(short) : undefined,
    }));
    const row: { pieces: Piece[]; contributions: RowResult['contributions'] } = { pieces: [], contributions: [] };
    return (reading) => {
      row.pieces.length = 0;
      if (reading.flags.length > 0) {
        const { result, contributions } = rowResult(rubric, reading);
        row.pieces.push(make(jsonText(result)));
        row.contributions = contributions;
        return row;
      }
      const { short, beginning, watches, borderline } = knownOf(reading);
      const ratings =
        session === undefined ? reading.ratings : positions.map((at) => reading.ratings[at] ?? 'not-assessed');
      row.pieces.push(beginning);
      for (const { dimension, reasons } of watches) {
        const reason = reasons.get(ratings[dimension] ?? 'not-assessed');
        if (reason !== undefined) row.pieces.push(reason);
      }
      if (borderline) row.pieces.push(borderline(ratings));
      row.pieces.push(end);
      const { exact, hundredths } = short;
      row.contributions =
        exact === undefined || hundredths === undefined
          ? ratings.map(() => undefined)
          : contributionsOf(hundredths, { exact, units, ratings, scale });
      return row;
    };
  });
}

/** The JSON of results up to their first reason. */
function createBeginnings(part: Rubric, session: string | undefined): (short: ShortResult) => JsonText {
  const rules = rulesOf(part);
  const held = session === undefined ? undefined : { of: plannedSessions(part) };
  return (short) => {
    const score = { ...short, coverage: short.covered };
    const first = becauseOf(firstReason(score, rules, held), short.recommendation === 'incomplete');
    return jsonText(resultOf(score, short, [first])).slice(0, -2) as JsonText;
  };
}

/** What one cap tells, by the rating of its dimension. */
interface Watch<Piece> {
  readonly dimension: number;
  readonly reasons: ReadonlyMap<Rating, Piece>;
}

/** The caps that may tell something of ratings, in their order, for what the score alone gives. */
function createWatches<Piece>(
  { dimensions, scale, ...part }: Rubric,
  make: (text: JsonText) => Piece,
): (short: ShortResult) => readonly Watch<Piece>[] {
  const { caps, bands } = rulesOf({ dimensions, ...part });
  const ratings: readonly Rating[] = [...ratingsOf(scale), 'not-assessed', 'not-applicable'];
  const watchesFor = (band: Band | undefined, isIncomplete: boolean): readonly Watch<Piece>[] =>
    caps.flatMap((cap) => {
      if (cap.type === 'stop') return [];
      const reasons = ratings.flatMap((rating) => {
        const judged = { dimensions: dimensions.map((dimension) => ({ ...dimension, rating })), redFlags: [] };
        return capReasons([cap], judged, band).map(
          (reason) => [rating, make(`,${jsonText(becauseOf(reason, isIncomplete))}` as JsonText)] as const,
        );
      });
      return reasons.length === 0 ? [] : [{ dimension: cap.dimension, reasons: new Map(reasons) }];
    });
  const known = new Map<string, readonly Watch<Piece>[]>();
  return ({ exact, recommendation }) => {
    const band = exact && bandOf(exact, bands);
    const isIncomplete = recommendation === 'incomplete';
    const key = `${band} ${isIncomplete}`;
    const watches = known.get(key) ?? watchesFor(band, isIncomplete);
    known.set(key, watches);
    return watches;
  };
}

/** How many reasons of borderline scores are remembered: some megabytes. */
const MOST_REASONS = 10_000;

/** The reason of borderline scores by the dimensions that a step turns: `make` once for each different one. */
function createBorderlineText<Piece>(part: Rubric, make: (text: JsonText) => Piece) {
  const { dimensions, scale, recommendation } = part;
  const rules = rulesOf(part);
  const units = weightUnits(dimensions);
  const pieces = new Map<string, Piece>();
  /** The reason of one such score, by the ratings that come to it. */
  return ({ exact, covered }: ShortResult): ((ratings: readonly Rating[]) => Piece) => {
    const rule = rules.borderline;
    if (!exact || !rule) throw new Error('a score is borderline without a rule for it');
    const weights = { units, rated: covered.numerator };
    const borderline = { exact, weights, scale, pool: recommendation.pool, rules, edge: rule.edge };
    const step = turningStep(borderline);
    const turns = dimensions.map((dimension, at) => {
      const byRating = new Map<Rating, boolean>();
      return (rating: Rating): boolean => {
        const isTurning = byRating.get(rating) ?? turnsByAStep({ ...dimension, rating }, at, borderline);
        byRating.set(rating, isTurning);
        return isTurning;
      };
    });
    return (ratings) => {
      const turning = dimensions.filter((_dimension, at) => turns[at]?.(ratings[at] ?? 'not-assessed'));
      const key = [step, ...turning.map(({ id }) => id)].join(' ');
      const known = pieces.get(key);
      if (known !== undefined) return known;
      const reason = becauseOf(borderlineReason(rule, { step, turning, isOfPanel: false }), false);
      const piece = make(`,${jsonText(reason)}` as JsonText);
      if (pieces.size < MOST_REASONS) pieces.set(key, piece);
      return piece;
    };
  };
}
