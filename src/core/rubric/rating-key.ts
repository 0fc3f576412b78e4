/** A rating as a key writes it: `3`, `-2`, `2.5`. One spelling for each, so that no two keys mean the same rating. */
const RATING = '(?:0|-?0\\.5|-?[1-9][0-9]*(?:\\.5)?)';

export const RATING_KEY = new RegExp(`^${RATING}$`);
export const BORDER_KEY = new RegExp(`^(${RATING})-(${RATING})$`);

/** The two ratings that the key of a border names. */
export interface Border {
  readonly low: number;
  readonly high: number;
}

/**
 * Reads the key of a border: the hyphen between the two is the first one behind a digit, any other is a sign.
 * `undefined` for a text that is none. Whether the two are neighbours is the rubric's to say.
 *
 * @example parseBorder('-1-0') // { low: -1, high: 0 }; '-2--1' is -2 and -1, '2.5-3' is 2.5 and 3
 */
export function parseBorder(key: string): Border | undefined {
  const [, low, high] = BORDER_KEY.exec(key) ?? [];
  return low === undefined || high === undefined ? undefined : { low: Number(low), high: Number(high) };
}

/** A border as people read it: `3 or 4`. */
export function borderInWords(key: string, conjunction: 'or' | 'and'): string {
  const { low, high } = parseBorder(key) ?? {};
  return low === undefined ? key : `${low} ${conjunction} ${high}`;
}
