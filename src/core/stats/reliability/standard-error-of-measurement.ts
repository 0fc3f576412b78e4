/**
 * How far a score lies from what a candidate would get on average: SD·√(1 − r), in points. With ICC(2,k) as the
 * reliability it is the one of a panel's mean; a reliability below 0 counts as none.
 *
 * @throws RangeError when the standard deviation is below 0 or the reliability above 1
 * @see Harvill (1991), https://doi.org/10.1111/j.1745-3992.1991.tb00195.x
 * @example standardErrorOfMeasurement(0.8, 0.75) // 0.4
 */
export function standardErrorOfMeasurement(standardDeviation: number, reliability: number): number {
  if (!(standardDeviation >= 0 && standardDeviation < Infinity)) {
    throw new RangeError(`a standard deviation is 0 or more, not ${standardDeviation}`);
  }
  if (!(reliability <= 1)) throw new RangeError(`a reliability is at most 1, not ${reliability}`);
  return standardDeviation * Math.sqrt(1 - Math.max(0, reliability));
}
