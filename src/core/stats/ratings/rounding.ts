/** Less than this share of all variation is nothing but rounding. */
const SHARE = 1e-12;

/** The last bits of a double, as a share of it. */
const LAST_BITS = 1e-13;

/**
 * A sum of squares or a variance, exactly 0 where it is nothing but rounding: against all variation, `whole`, or against
 * the ratings, which are about as large as `size`, so that three ratings of 0.1 don't differ.
 */
export function withoutRounding(squares: number, whole: number, size: number): number {
  return Math.abs(squares) > SHARE * whole + (LAST_BITS * size) ** 2 ? squares : 0;
}
