/** Mean interrater reliability of one interviewer's score, where each holds an interview of their own. */
export const SINGLE_RELIABILITY = 0.44;

/** With fewer degrees of freedom, what is estimated from own panels is too uncertain: its error is then above 22%. */
export const ENOUGH_DEGREES = 10;

/**
 * Standard deviation of interview scores between candidates, as a share of the scale's width: 0.8 of the 4 points from
 * 1 to 5.
 */
const DEVIATION_SHARE = 0.2;

/**
 * Standard error of a score that `raters` interviewers gave, from the published reliability of one: SD·√(1 − r), with r
 * by Spearman and Brown for that many. In points of the scale; `raters` may be a fraction (see `effectiveRaters`).
 *
 * @see Huffcutt, Culbertson & Weyhrauch (2013), Employment interview reliability, International Journal of Selection
 *   and Assessment 21 (.44 where each interviewer holds an interview of their own)
 * @throws RangeError when `raters` is not above 0
 * @example publishedError(1, { min: 1, max: 5 }) // 0.599…, and 0.437… for 3, 0.393… for 4
 */
export function publishedError(raters: number, scale: { readonly min: number; readonly max: number }): number {
  if (!(raters > 0)) throw new RangeError('a standard error needs at least a part of a rater');
  return errorOfReliability((raters * SINGLE_RELIABILITY) / (1 + (raters - 1) * SINGLE_RELIABILITY), scale);
}

/**
 * Standard error of a score of some reliability, in points of the scale: SD·√(1 − r), with the standard deviation that
 * interview scores usually have.
 *
 * @example errorOfReliability(0.44, { min: 1, max: 5 }) // 0.598…
 */
export function errorOfReliability(reliability: number, scale: { readonly min: number; readonly max: number }): number {
  return DEVIATION_SHARE * (scale.max - scale.min) * Math.sqrt(1 - reliability);
}

/**
 * How many raters a weighted mean rests on, where the parts were rated by different numbers: Σw over Σ(w/n), the
 * harmonic mean, since the variance of a part falls with 1/n. `undefined` when no part was rated.
 *
 * @example effectiveRaters([{ weight: 50, raters: 4 }, { weight: 50, raters: 1 }]) // 1.6
 */
export function effectiveRaters(
  parts: readonly { readonly weight: number; readonly raters: number }[],
): number | undefined {
  let weight = 0;
  let shares = 0;
  for (const part of parts) {
    if (part.raters === 0) continue;
    weight += part.weight;
    shares += part.weight / part.raters;
  }
  return shares === 0 ? undefined : weight / shares;
}
