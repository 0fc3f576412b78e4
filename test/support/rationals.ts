import { decimalPlaces } from '../../src/core/numbers/decimal.js';
import { type Rational, rational } from '../../src/core/numbers/rational.js';

/** The decimal that a finite number prints as, exactly: 0.1 is one tenth. */
export function fromDecimal(value: number): Rational {
  const places = decimalPlaces(value);
  return rational(BigInt(Math.round(value * 10 ** places)), 10n ** BigInt(places));
}
