import { continuedFraction, logGamma } from './gamma.js';

/**
 * The regularised incomplete beta functions I_x(a, b) and 1 − I_x(a, b), for a and b above 0 and x from 0 to 1: the tails
 * of the beta distribution, to which those of F and t belong. `rest` is 1 − x, given apart since a small one has digits
 * that 1 − x has lost.
 *
 * @see NIST Digital Library of Mathematical Functions, 8.17.22, by Lentz's method
 */
export function incompleteBeta(
  a: number,
  b: number,
  x: number,
  rest = 1 - x,
): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (rest <= 0) return { lower: 1, upper: 0 };
  const factor = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest));
  // The fraction of the one tail converges quickly below the mean, that of the other above it.
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (factor / a) * fraction(a, b, x);
    return { lower, upper: 1 - lower };
  }
  const upper = (factor / b) * fraction(b, a, rest);
  return { lower: 1 - upper, upper };
}

function fraction(a: number, b: number, x: number): number {
  return continuedFraction(1, (n) => {
    const m = n >> 1;
    const numerator =
      n % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return { numerator, denominator: 1 };
  });
}
