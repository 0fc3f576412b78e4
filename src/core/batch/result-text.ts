import type { Rubric } from '../rubric/rubric.js';
import type { Rating } from '../rubric/scale.js';
import { takesAway } from '../scoring/caps.js';
import { bandOf } from '../scoring/recommendation.js';
import { BANDS, type Band, type CapRule, rulesOf } from '../scoring/rules.js';
import { contributionsOf } from '../scoring/scoring.js';
import { weightUnits } from '../scoring/weighted-sum.js';
import { type JsonText, jsonText } from '../text/safe-text.js';
import { type RowResult, rowResult } from './record.js';
import { bySession, createResultCache, type RatedRow, type ShortResult } from './result-cache.js';
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
 * that depends on the rating of its dimension. Where that isn't all, since a red flag was seen or the score is
 * borderline, the row is evaluated by itself.
 */
export function createResultText<Piece>(
  rubric: Rubric,
  make: (text: JsonText) => Piece,
): (reading: RatedRow) => ResultText<Piece> {
  const end = make(']}' as JsonText);
  const resultOf = createResultCache(rubric, (short): Known<Piece> => ({ short, beginning: undefined }));
  return bySession((session) => {
    const { rubric: part, positions } = partOf(rubric, session);
    const watchesFor = createWatches<Piece>(part);
    const units = weightUnits(part.dimensions);
    const row: { pieces: Piece[]; contributions: RowResult['contributions'] } = { pieces: [], contributions: [] };
    const alone = ({ result, contributions }: RowResult) => {
      row.pieces.push(make(jsonText(result)));
      row.contributions = contributions;
      return row;
    };
    return (reading) => {
      row.pieces.length = 0;
      const known = resultOf(reading);
      const { exact, hundredths, isBorderline, recommendation } = known.short;
      if (reading.flags.length > 0 || isBorderline) return alone(rowResult(rubric, reading));
      const ratings =
        session === undefined ? reading.ratings : positions.map((at) => reading.ratings[at] ?? 'not-assessed');
      const watches = watchesFor(known.short);
      const telling = recommendation === 'incomplete' ? 'wouldAct' : 'acts';
      let isKnown = known.beginning !== undefined;
      if (known.beginning !== undefined) row.pieces.push(known.beginning);
      for (const watch of watches) {
        const rating = ratings[watch.dimension] ?? 'not-assessed';
        if (!sees(watch, rating)) continue;
        const reason = watch[telling].get(rating);
        if (reason === undefined) isKnown = false;
        else row.pieces.push(reason);
      }
      if (!isKnown) {
        const fresh = rowResult(rubric, reading);
        const [first, ...reasons] = fresh.result.because;
        known.beginning = make(jsonText({ ...fresh.result, because: [first] }).slice(0, -2) as JsonText);
        const telltales = watches.filter((watch) => sees(watch, ratings[watch.dimension] ?? 'not-assessed'));
        telltales.forEach((watch, at) => {
          watch[telling].set(ratings[watch.dimension] ?? 'not-assessed', make(`,${jsonText(reasons[at])}` as JsonText));
        });
        row.pieces.length = 0;
        return alone(fresh);
      }
      row.pieces.push(end);
      row.contributions =
        exact === undefined || hundredths === undefined
          ? ratings.map(() => undefined)
          : contributionsOf(hundredths, { exact, units, ratings, scale: part.scale });
      return row;
    };
  });
}

interface Known<Piece> {
  readonly short: ShortResult;
  /** The result up to its first reason; `undefined` until a row had it. */
  beginning: Piece | undefined;
}

/** A cap, which ratings of its dimension it tells something of, and what. */
interface Watch<Piece> {
  readonly dimension: number;
  readonly below: number;
  readonly isAlsoUnrated: boolean;
  readonly acts: Map<Rating, Piece>;
  /** The same where too little is rated for a recommendation. */
  readonly wouldAct: Map<Rating, Piece>;
}

function sees({ below, isAlsoUnrated }: Watch<unknown>, rating: Rating): boolean {
  return typeof rating === 'number' ? rating < below : isAlsoUnrated;
}

/** The caps that may tell something of ratings, in their order, for what the score alone gives. */
function createWatches<Piece>(part: Rubric): (short: ShortResult) => readonly Watch<Piece>[] {
  const { caps, bands } = rulesOf(part);
  const all = caps.flatMap((cap): readonly { cap: CapRule; watch: Watch<Piece> }[] => {
    if (cap.type === 'stop') return [];
    const isMinimum = cap.type === 'minimum';
    const below = isMinimum ? cap.minimum : cap.needs;
    const reasons = { acts: new Map<Rating, Piece>(), wouldAct: new Map<Rating, Piece>() };
    return [{ cap, watch: { dimension: cap.dimension, below, isAlsoUnrated: isMinimum, ...reasons } }];
  });
  const tells = ({ type, atMost }: CapRule, band: Band | undefined) => type === 'minimum' || takesAway(atMost, band);
  const watchesFor = (band: Band | undefined) => all.filter(({ cap }) => tells(cap, band)).map(({ watch }) => watch);
  const byBand = new Map(BANDS.map((band) => [band, watchesFor(band)]));
  const ofNone = watchesFor(undefined);
  return ({ exact }) => (exact === undefined ? ofNone : (byBand.get(bandOf(exact, bands)) ?? ofNone));
}
