const DIGITS = '(?:\\d+(?:\\.\\d*|,\\d+)?|[.,]\\d+)';
/** `3`, `-2`, `2.5`, `2,5`, `4.`, `4.00E+00`. */
const NUMBER = `[+-]?${DIGITS}(?:e[+-]?\\d{1,2})?`;
/** `3 1/2`, and `1⁄2` with the stroke of fractions, which is what ½ becomes. */
const MIXED = '(?:(\\d+) )?(\\d+)\\u2044(\\d+)|(\\d+) (\\d+)/(\\d+)';
const OUT_OF = '\\s*(?:/|\\b(?:out )?of\\b)\\s*(\\d+)(?:[.,]0+)?';
const LABEL = '(?:\\s*(?:[-\\u2013\\u2014:.)=]\\s*|\\s|\\()(.+?)\\)?)';
const RATING = new RegExp(`^(?:${MIXED}|(${NUMBER}))(?:${OUT_OF})?${LABEL}?$`, 'i');

/** A number at the front of a cell, and what stands behind it. */
export interface RatingNumber {
  readonly value: number;
  /** `4/5`, `4 out of 5`: the 5. */
  readonly outOf: number | undefined;
  /** `4 - Above the bar`: what is said of it. */
  readonly label: string | undefined;
}

/** Reads the number with which a plain cell begins (see `plainCell`), exactly; `undefined` where there is none. */
export function readRatingNumber(plain: string): RatingNumber | undefined {
  const found = RATING.exec(plain);
  if (!found) return undefined;
  const [, ones, over, under, otherOnes, otherOver, otherUnder, number, outOf, label] = found;
  const value =
    number === undefined
      ? Number(ones ?? otherOnes ?? 0) + Number(over ?? otherOver) / Number(under ?? otherUnder)
      : // Adding 0 makes 0 of -0.
        Number(number.replace(',', '.')) + 0;
  if (!Number.isFinite(value)) return undefined;
  return { value, outOf: outOf === undefined ? undefined : Number(outOf), label };
}

/** `★★★★☆`: how many are filled, of how many; `undefined` for any other text. */
export function readStars(plain: string): { readonly filled: number; readonly all: number } | undefined {
  const [, filled] = /^([\u2605\u2b50\u{1f31f}]*)[\u2606\u2729]*$/u.exec(plain) ?? [];
  return filled === undefined || plain === '' ? undefined : { filled: [...filled].length, all: [...plain].length };
}
