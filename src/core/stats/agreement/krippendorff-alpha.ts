import { type Bootstrap, type BootstrapOptions, bootstrap } from '../bootstrap/bootstrap.js';
import { at, sumOf } from '../ratings/at.js';
import { codeRatings } from '../ratings/coded.js';
import { checkLevel, type IntervalEstimate, noValue } from '../ratings/no-value.js';
import { type Category, checkCategories, checkRatings, type DeclaredScale, type Ratings } from '../ratings/ratings.js';
import { addCoincidences, type Coincidences, coincidencesOf, noCoincidences } from './coincidences.js';
import { type Metric, weighDisagreement } from './metric.js';

export interface KrippendorffOptions {
  /** `ordinal` for a scale of anchors. */
  readonly metric: Metric;
  /** Only checked against: alpha knows the ratings that occur. It gives texts their order for `ordinal`. */
  readonly scale?: DeclaredScale | undefined;
  /** Asks for an interval. */
  readonly bootstrap?:
    | (BootstrapOptions & {
        /** For each row, whose it is: rows of one candidate (one for each dimension) are drawn together. */
        readonly clusters?: readonly Category[] | undefined;
      })
    | undefined;
  /** Of the interval; 0.95 unless given. */
  readonly level?: number | undefined;
}

export interface KrippendorffAlpha extends IntervalEstimate {
  /** Ratings of candidates whom two or more rated; the others can't be compared with any. */
  readonly pairable: number;
  /** Those candidates. */
  readonly candidates: number;
  readonly metric: Metric;
  /** How the interval came about, where one was asked for. */
  readonly bootstrap?: Omit<Bootstrap, 'interval'> | undefined;
}

/**
 * Krippendorff's alpha: 1 less the disagreement within candidates over the one among all ratings. Any number of
 * interviewers, any missing cells. 1 at best, 0 as by chance, below 0 for what is opposed.
 *
 * No value where nobody was rated by two, or all those ratings are the same. The interval is the percentile one over
 * candidates drawn again.
 *
 * @throws RangeError when rows differ in length, a rating isn't a finite number (or text, for `nominal` or where the
 *   scale has it), isn't on the scale, or is below 0 for `ratio`
 * @see Krippendorff (2019), Content Analysis, 4th ed., chapter 12; Krippendorff (2011), Computing Krippendorff's
 *   Alpha-Reliability, https://repository.upenn.edu/handle/20.500.14332/2089
 * @example krippendorffAlpha([[1, 1], [3, 4], [5, 5]], { metric: 'interval' }).value // 0.950…
 */
export function krippendorffAlpha(ratings: Ratings<Category>, options: KrippendorffOptions): KrippendorffAlpha {
  const { metric, scale, level = 0.95 } = options ?? {};
  checkLevel(level);
  const isByName = metric === 'nominal' || (metric === 'ordinal' && Array.isArray(scale));
  const { values, counts } = codeRatings(isByName ? checkCategories(ratings) : checkRatings(ratings as Ratings), scale);
  const disagreement = weighDisagreement(metric, values);
  const pairable = counts.map((count) => coincidencesOf(count));
  const all = noCoincidences(values.length);
  for (const own of pairable) if (own) addCoincidences(all, own, 1);
  const candidates = pairable.filter((own) => own !== undefined).length;
  const about = { pairable: sumOf([...all.margins]), candidates, metric };
  const value = alphaOf(all, disagreement);
  if (value === undefined) {
    const none = counts.every((count) => sumOf(count) === 0) ? 'no-ratings' : 'no-pairs';
    return { ...noValue(candidates === 0 ? none : 'all-identical'), interval: undefined, ...about };
  }
  if (!options.bootstrap) return { value, interval: undefined, ...about };

  const units = unitsOf(pairable, options.bootstrap.clusters, values.length);
  const resample = noCoincidences(values.length);
  const { interval, ...how } = bootstrap(units.length, level, options.bootstrap, (drawn) => {
    resample.margins.fill(0);
    resample.pairs.fill(0);
    units.forEach((unit, position) => {
      addCoincidences(resample, unit, at(drawn, position));
    });
    return alphaOf(resample, disagreement);
  });
  return { value, interval, ...about, bootstrap: how };
}

function alphaOf(
  { margins, pairs }: Coincidences,
  disagreement: (margins: Float64Array) => (a: number, b: number) => number,
): number | undefined {
  const distance = disagreement(margins);
  let total = 0;
  let observed = 0;
  let expected = 0;
  let pair = 0;
  for (let b = 0; b < margins.length; b += 1) {
    const second = at(margins, b);
    total += second;
    for (let a = 0; a < b; a += 1, pair += 1) {
      const first = at(margins, a);
      if (first === 0 || second === 0) continue;
      const apart = distance(a, b);
      observed += at(pairs, pair) * apart;
      expected += first * second * apart;
    }
  }
  return expected === 0 ? undefined : 1 - ((total - 1) * observed) / expected;
}

/** What is drawn as one: each pairable row, or all of a cluster. */
function unitsOf(
  rows: readonly (Coincidences | undefined)[],
  clusters: readonly Category[] | undefined,
  size: number,
): readonly Coincidences[] {
  if (clusters === undefined) return rows.filter((row) => row !== undefined);
  if (clusters.length !== rows.length) throw new RangeError('clusters name one candidate for each row');
  const units = new Map<Category, Coincidences>();
  rows.forEach((row, position) => {
    if (row === undefined) return;
    const cluster = at(clusters, position);
    const unit = units.get(cluster) ?? noCoincidences(size);
    units.set(cluster, unit);
    addCoincidences(unit, row, 1);
  });
  return [...units.values()];
}
