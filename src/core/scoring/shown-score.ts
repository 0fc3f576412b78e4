import { hundredthsHalfUp, MAX_DECIMALS, toUnits } from '../numbers/decimal.js';
import { type Fraction, isAtLeast } from '../numbers/fraction.js';
import { roundHalfUp } from '../numbers/rational.js';
import type { Bands } from './rules.js';

/** Ten-thousandths, in which the edge of a band is whole, in a hundredth. */
const PARTS = 10 ** (MAX_DECIMALS - 2);

/**
 * A score as it is shown, in hundredths of a point: rounded half up, which is upwards below 0 too (-0.125 is -0.12),
 * but never up to the edge of a band that it does not reach. The only place where a score is rounded. Without `bands`,
 * half up alone.
 *
 * @example shownHundredths({ numerator: 719, denominator: 240 }, { 'strong-yes': 4.2, yes: 3, no: 2 }) // 299
 */
export function shownHundredths(exact: Fraction<number | bigint>, bands: Bands | undefined): number {
  const rounded = roundedHundredths(exact);
  const above = bands && [bands.no, bands.yes, bands['strong-yes']].find((edge) => !isAtLeast(exact, edge));
  if (above === undefined) return rounded;
  return Math.min(rounded, lastHundredthBelow(above));
}

/** What is shown at most, in hundredths, of a score that misses the edge of a band. */
export function lastHundredthBelow(edge: number): number {
  return Math.ceil(toUnits(edge, MAX_DECIMALS) / PARTS) - 1;
}

function roundedHundredths({ numerator, denominator }: Fraction<number | bigint>): number {
  return typeof numerator === 'number' && typeof denominator === 'number'
    ? hundredthsHalfUp(numerator, denominator)
    : Number(roundHalfUp({ numerator: BigInt(numerator), denominator: BigInt(denominator) }, 2));
}
