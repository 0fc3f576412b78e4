/** Coefficients for g = 607/128, after the first one, which is 1 but for the last bits. */
const LANCZOS = [
  57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 0.00003399464998481189,
  0.00004652362892704858, -0.00009837447530487956, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 0.00008441822398385275, -0.000026190838401581408,
  0.0000036899182659531625,
];
const LANCZOS_G = 607 / 128;

/** Below this a term no longer changes a sum of about 1. */
const EPSILON = 2 ** -53;
const MOST_TERMS = 100_000;
/** Stands for 0 where a continued fraction would divide by it. */
const TINY = 1e-300;

/**
 * The natural logarithm of the gamma function, for x above 0: by the approximation of Lanczos (1964) with the
 * coefficients of Godfrey (2001), to about 1e-15 of its size.
 */
export function logGamma(x: number): number {
  const base = x + LANCZOS_G - 0.5;
  const sum = LANCZOS.reduce((total, coefficient, at) => total + coefficient / (x + at), 0.9999999999999971);
  return (x - 0.5) * Math.log(base) - base + Math.log(Math.sqrt(2 * Math.PI) * sum);
}

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), for a above 0 and x from 0: by its
 * series where x is below a + 1, else by its continued fraction, so that the smaller one keeps its digits.
 *
 * @see Abramowitz & Stegun (1964), 6.5.29 and 6.5.31
 */
export function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = factor * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = factor * fraction(a, x);
  return { lower: 1 - upper, upper };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * EPSILON; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  return continuedFraction(x + 1 - a, (n) => ({ numerator: -n * (n - a), denominator: x + 2 * n + 1 - a }));
}

/**
 * 1 over a continued fraction that begins with `first`, and goes on with what `part` gives for 1, 2 …, by the method of
 * Lentz (1976).
 */
export function continuedFraction(
  first: number,
  part: (n: number) => { readonly numerator: number; readonly denominator: number },
): number {
  let c = 1 / TINY;
  let d = 1 / (first || TINY);
  let value = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const { numerator, denominator } = part(n);
    d = 1 / (denominator + numerator * d || TINY);
    c = denominator + numerator / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) <= 2 * EPSILON) break;
  }
  return value;
}
