import { normalDistribution } from '../distributions/normal.js';
import { DEVIATE } from '../rank-range.js';
import type { Interval } from '../ratings/no-value.js';
import type { Selection } from './selection.js';

export interface ZTest {
  /** Standard deviations between the two rates; below 0 where the first is lower. */
  readonly z: number;
  /** Of a difference as large, in either direction. */
  readonly p: number;
}

/**
 * The z test of two proportions, with the pooled rate: the "standard deviations" of the courts. `undefined` where nobody
 * or everybody was selected, or a group is empty. For small groups Fisher's exact test is the better one.
 *
 * @see Hazelwood School District v. United States, 433 U.S. 299 (1977), note 17
 * @example zTest({ applicants: 48, selected: 26 }, { applicants: 259, selected: 206 }).z // -3.76…
 */
export function zTest(group: Selection, reference: Selection): ZTest | undefined {
  const applicants = group.applicants + reference.applicants;
  const pooled = (group.selected + reference.selected) / applicants;
  if (group.applicants === 0 || reference.applicants === 0 || pooled === 0 || pooled === 1) return undefined;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / group.applicants + 1 / reference.applicants));
  const z = (group.selected / group.applicants - reference.selected / reference.applicants) / error;
  return { z, p: 2 * normalDistribution.upper(Math.abs(z)) };
}

/**
 * A 95% interval of a share, by Wilson's score: it stays between 0 and 1, and serves small counts too. `undefined` where
 * there is nothing to take a share of.
 *
 * @see Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953
 * @example wilsonInterval(24, 120) // [0.138…, 0.280…]
 */
export function wilsonInterval(part: number, whole: number): Interval | undefined {
  if (whole === 0) return undefined;
  const share = part / whole;
  const squared = DEVIATE * DEVIATE;
  const middle = share + squared / (2 * whole);
  const half = DEVIATE * Math.sqrt((share * (1 - share)) / whole + squared / (4 * whole * whole));
  const scale = 1 + squared / whole;
  // Exactly 0 or 1 where the share is; what is computed may fall short of it by rounding.
  return [part === 0 ? 0 : (middle - half) / scale, part === whole ? 1 : (middle + half) / scale];
}

/**
 * A 95% interval of an impact ratio, on the scale of its logarithm. `undefined` where nobody of a group was selected, or
 * everybody of both.
 *
 * @see Katz, Baptista, Azen & Pike (1978), https://doi.org/10.2307/2530610
 */
export function ratioInterval(group: Selection, reference: Selection): Interval | undefined {
  if (group.selected === 0 || reference.selected === 0) return undefined;
  const ratio = (group.selected * reference.applicants) / (group.applicants * reference.selected);
  const missing = ({ applicants, selected }: Selection) => 1 / selected - 1 / applicants;
  const half = DEVIATE * Math.sqrt(missing(group) + missing(reference));
  return half > 0 ? [ratio * Math.exp(-half), ratio * Math.exp(half)] : undefined;
}
