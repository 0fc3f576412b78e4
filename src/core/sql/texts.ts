/**
 * What a cell of text may say, spelt out: no two engines agree on how a text becomes a number, and all agree on whether
 * two texts are equal. Each means here what a batch reads it as; any other text is not a rating, and is counted.
 */
const spellings = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((word) => [word, word.toUpperCase(), word.slice(0, 1).toUpperCase() + word.slice(1)])),
];

export const NOT_ASSESSED: readonly string[] = [
  ...['', '-', 'NaN'],
  ...spellings(['na', 'nan', 'null', 'none', 'not assessed', 'not-assessed', 'not_assessed']),
];

/** Not applicable where a dimension is optional; elsewhere it was not assessed. */
export const NOT_ANSWERED: readonly string[] = spellings(['n/a']);

/** Not applicable where a dimension is optional; elsewhere it is a mistake. */
export const NOT_APPLICABLE: readonly string[] = spellings(['not applicable', 'not-applicable', 'not_applicable']);

export const SEEN: readonly string[] = [...spellings(['yes', 'y', 'true', 'x']), '1'];
export const NOT_SEEN: readonly string[] = [
  ...['', '-', 'NaN', '0'],
  ...spellings(['no', 'n', 'false', 'na', 'nan', 'null', 'none', 'n/a']),
];

/** A rating as it is written: `4` and `4.0`, `3.5`. */
export function textsOf(rating: number): readonly string[] {
  return Number.isInteger(rating) ? [String(rating), `${rating}.0`] : [String(rating)];
}

/** What a dimension's column becomes: the steps from the lowest rating up, or one of these, all below 0. */
export const CODE = { notAssessed: -1, notApplicable: -2, invalid: -3 } as const;
