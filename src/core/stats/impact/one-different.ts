import type { Rational } from '../../numbers/rational.js';
import { fourFifths, impactRatio, type Selection } from './selection.js';

/** What the four-fifths rule would say if one selection had fallen on somebody else. */
export interface FlipTest {
  readonly group: Selection;
  readonly reference: Selection;
  /** `undefined` where nobody of the other group is left. */
  readonly ratio: Rational | undefined;
  /** Whether the rule would say the opposite. */
  readonly changes: boolean;
  /** Whether the order of the two would be turned round. */
  readonly turns: boolean;
}

/**
 * Whether the finding hangs on one person: a group below four fifths gets one selection from the other, a group that is
 * not gives it one. `undefined` where there is no ratio, or no selection to move.
 *
 * @see Uniform Guidelines, Questions and Answers (1979), 21: such numbers are too small to say anything
 * @example flipTest({ applicants: 10, selected: 1 }, { applicants: 20, selected: 3 }).ratio // 2: from 2/3 to 2
 */
export function flipTest(group: Selection, reference: Selection): FlipTest | undefined {
  const isBelow = fourFifths(group, reference);
  if (isBelow === undefined) return undefined;
  const step = isBelow ? 1 : -1;
  const moved = { ...group, selected: group.selected + step };
  const left = { ...reference, selected: reference.selected - step };
  const isPossible = [moved, left].every(({ applicants, selected }) => selected >= 0 && selected <= applicants);
  if (!isPossible) return undefined;
  const ratio = impactRatio(moved, left);
  return {
    group: moved,
    reference: left,
    ratio,
    changes: isBelow !== (fourFifths(moved, left) ?? false),
    turns: order(group, reference) * order(moved, left) < 0,
  };
}

/** Which of two was selected at the higher rate: below 0 the second, above 0 the first. */
function order(group: Selection, reference: Selection): number {
  return group.selected * reference.applicants - reference.selected * group.applicants;
}

export interface Shortfall {
  /** How many more of the group would have to be selected for four fifths of the other's rate. */
  readonly fourFifths: number;
  /** And for the same rate. */
  readonly parity: number;
}

/**
 * How many more selections of a group, all else as it is, would reach four fifths of the rate of another, and the same
 * rate; 0 where they are reached. `undefined` where a group is empty.
 *
 * @example shortfall({ applicants: 120, selected: 24 }, { applicants: 150, selected: 45 }) // { fourFifths: 5, parity: 12 }
 */
export function shortfall(group: Selection, reference: Selection): Shortfall | undefined {
  if (group.applicants === 0 || reference.applicants === 0) return undefined;
  const [applicants, selected] = [BigInt(group.applicants), BigInt(group.selected)];
  const [others, chosen] = [BigInt(reference.applicants), BigInt(reference.selected)];
  const missing = (part: bigint, whole: bigint) =>
    upwards(part * chosen * applicants - whole * selected * others, whole * others);
  return { fourFifths: missing(4n, 5n), parity: missing(1n, 1n) };
}

/** The whole number at or above a fraction, and at least 0. */
function upwards(numerator: bigint, denominator: bigint): number {
  return numerator <= 0n ? 0 : Number((numerator + denominator - 1n) / denominator);
}
