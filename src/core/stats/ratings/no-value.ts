/**
 * Why there is no value. `no-ratings`: none at all. `no-pairs`: nobody was rated by two. `too-few-candidates`,
 * `too-few-interviewers`, `too-few-dimensions`: fewer than it takes, after what was left out. `all-identical`: without
 * any difference there is nothing to agree on. `no-candidate-variance`: the candidates' means don't differ, and the value
 * would be minus infinity. `missing-cells`:
 * it takes complete rows. `not-connected`: interviewers who share no candidate, not even through others. `not-estimable`:
 * the ratings don't tell the components apart, or what they tell of different candidates contradicts itself.
 */
export type NoValueReason =
  | 'no-ratings'
  | 'no-pairs'
  | 'too-few-candidates'
  | 'too-few-interviewers'
  | 'too-few-dimensions'
  | 'all-identical'
  | 'no-candidate-variance'
  | 'missing-cells'
  | 'not-connected'
  | 'not-estimable';

/** A number, or none with the reason; never NaN or infinite. */
export interface Estimate {
  readonly value: number | undefined;
  /** Only where there is no value. */
  readonly reason?: NoValueReason | undefined;
}

/** From and to. */
export type Interval = readonly [lower: number, upper: number];

export interface IntervalEstimate extends Estimate {
  /**
   * At the level asked for, 95% unless given; not cut off at −1, 0 or 1. `undefined` without a value, and where nothing
   * varies that it could be told from: three candidates on whom all agree make nobody certain.
   */
  readonly interval: Interval | undefined;
}

export function noValue(reason: NoValueReason): { readonly value: undefined; readonly reason: NoValueReason } {
  return { value: undefined, reason };
}

/** The interval so far to both sides; `undefined` where that is 0. */
export function around(value: number, deviation: number): Interval | undefined {
  return deviation > 0 ? [value - deviation, value + deviation] : undefined;
}

/** @throws RangeError when it isn't between 0 and 1 */
export function checkLevel(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`the level of an interval is between 0 and 1, not ${level}`);
  return level;
}
