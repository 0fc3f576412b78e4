/**
 * The upper tail of the standard normal distribution: the share above `z`. To about 15 digits near the middle, and to as
 * many of its own digits far out.
 *
 * @example normalTail(1.96) // 0.02499…
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  // Near the middle by its series, further out by its continued fraction.
  return z < 3 ? 0.5 - density * series(z) : density / fraction(z);
}

/** z + z³/3 + z⁵/(3·5) + … (Abramowitz & Stegun 26.2.11). */
function series(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))) (Abramowitz & Stegun 26.2.14). */
function fraction(z: number): number {
  let value = z;
  for (let at = 200; at >= 1; at -= 1) value = z + at / value;
  return value;
}
