/** A continuous probability distribution, by its two tails and its quantiles. */
export interface Distribution {
  /** The probability of a value of at most `x`. */
  lower(x: number): number;
  /** The probability of a value above `x`: not 1 − `lower`, so that a tail of 1e-30 keeps its digits. */
  upper(x: number): number;
  /**
   * The value that the share `probability` lies below.
   *
   * @throws RangeError when `probability` isn't from 0 to 1; at 0 and 1 it is an end of the range, which can be infinite
   */
  quantile(probability: number): number;
}

/**
 * The distribution of something that is never below 0, with its quantiles found by halving, to the last bits of a
 * double. The tail in which the quantile lies is the one that is compared, since the other has no digits left there.
 */
export function fromTails(lower: (x: number) => number, upper: (x: number) => number): Distribution {
  return {
    lower: (x) => (x <= 0 ? 0 : lower(x)),
    upper: (x) => (x <= 0 ? 1 : upper(x)),
    quantile: (probability) => {
      checkProbability(probability);
      if (probability === 0) return 0;
      if (probability === 1) return Infinity;
      if (probability <= 0.5) return leastBeyond((x) => lower(x) >= probability);
      return leastBeyond((x) => upper(x) <= 1 - probability);
    },
  };
}

/** @throws RangeError when it isn't from 0 to 1 */
export function checkProbability(probability: number): void {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability is from 0 to 1, not ${probability}`);
}

/** @throws RangeError when they aren't above 0 and finite */
export function checkDegreesOfFreedom(degrees: number): void {
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError(`degrees of freedom are above 0, not ${degrees}`);
}

/** The smallest x above 0 of which it is true, where it is true of all above. */
export function leastBeyond(isBeyond: (x: number) => boolean): number {
  let high = 1;
  while (!isBeyond(high) && high < 1e300) high *= 2;
  let low = high / 2;
  while (low > 0 && isBeyond(low)) [low, high] = [low / 2, low];
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (isBeyond(middle)) high = middle;
    else low = middle;
  }
  return high;
}
