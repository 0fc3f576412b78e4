/**
 * Kendall's rank correlation, tau-b: how far two orders of the same things agree.
 *
 * 1 is the same order, −1 the opposite one, 0 no relation; pairs that are level in one order count half against it.
 * `undefined` when in one of them everything is level, where tau is 0 divided by 0. Compares by order alone, so ranks
 * and scores serve alike.
 *
 * @throws RangeError when the lists differ in length
 * @see Kendall (1945), https://doi.org/10.1093/biomet/33.3.239
 * @example kendallTau([1, 2, 3], [1, 3, 2]) // 0.333…
 */
export function kendallTau(a: readonly number[], b: readonly number[]): number | undefined {
  if (a.length !== b.length) throw new RangeError('two orders of the same things are needed');
  let agreement = 0;
  let unlikeInA = 0;
  let unlikeInB = 0;
  for (const [at, first] of a.entries()) {
    for (let other = 0; other < at; other += 1) {
      const inA = Math.sign(first - (a[other] ?? 0));
      const inB = Math.sign((b[at] ?? 0) - (b[other] ?? 0));
      agreement += inA * inB;
      unlikeInA += Math.abs(inA);
      unlikeInB += Math.abs(inB);
    }
  }
  return unlikeInA === 0 || unlikeInB === 0 ? undefined : agreement / Math.sqrt(unlikeInA * unlikeInB);
}
