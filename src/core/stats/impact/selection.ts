import { compareRational, divide, type Rational, rational } from '../../numbers/rational.js';

/** How many of a group applied, and how many of them were selected: whole numbers from 0. */
export interface Selection {
  readonly applicants: number;
  readonly selected: number;
}

/**
 * The share of a group that was selected, exactly; `undefined` where nobody applied.
 *
 * @throws RangeError for counts that are not whole, are below 0, or say that more were selected than applied
 */
export function selectionRate({ applicants, selected }: Selection): Rational | undefined {
  if (!Number.isSafeInteger(applicants) || !Number.isSafeInteger(selected) || selected < 0 || selected > applicants) {
    throw new RangeError('whole numbers are needed, and no more selected than applied');
  }
  return applicants === 0 ? undefined : rational(BigInt(selected), BigInt(applicants));
}

/**
 * The impact ratio: the selection rate of a group over that of another, exactly. `undefined` where one of them has no
 * rate, or nobody of the other was selected.
 *
 * @see 29 CFR 1607.4D; 6 RCNY 5-300 (New York City)
 * @example impactRatio({ applicants: 120, selected: 24 }, { applicants: 150, selected: 45 }) // 2/3
 */
export function impactRatio(group: Selection, reference: Selection): Rational | undefined {
  const rate = selectionRate(group);
  const of = selectionRate(reference);
  return rate === undefined || of === undefined || of.numerator === 0n ? undefined : divide(rate, of);
}

/**
 * Position of the group that was selected at the highest rate, the first of several; `undefined` where none has a rate.
 */
export function mostSelected(groups: readonly Selection[]): number | undefined {
  const rates = groups.map(selectionRate);
  return rates.reduce<number | undefined>((best, rate, at) => {
    if (rate === undefined) return best;
    const highest = best === undefined ? undefined : rates[best];
    return highest === undefined || compareRational(rate, highest) > 0 ? at : best;
  }, undefined);
}

/** Of the highest rate: what the rule of thumb asks for. */
export const FOUR_FIFTHS: Rational = rational(4n, 5n);

/**
 * The four-fifths rule: whether a group was selected at less than four fifths of the rate of another. Compared as whole
 * numbers: exactly four fifths is not less, though (2/3)/(5/6) in floating point is 0.7999999999999999. `undefined` where
 * there is no ratio.
 *
 * @see 29 CFR 1607.4D
 * @example fourFifths({ applicants: 3, selected: 2 }, { applicants: 6, selected: 5 }) // false
 */
export function fourFifths(group: Selection, reference: Selection): boolean | undefined {
  const ratio = impactRatio(group, reference);
  return ratio === undefined ? undefined : compareRational(ratio, FOUR_FIFTHS) < 0;
}
