import { formatDecimal } from '../../core/numbers/decimal.js';
import type { ErrorBasis, Ranked } from '../../core/panel/ranking.js';
import type { RulesCopy } from '../../core/scoring/rules.js';
import { ENOUGH_DEGREES, SINGLE_RELIABILITY } from '../../core/stats/score-error.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { count } from '../text/text.js';

/** What the standard errors of a ranking rest on, in a sentence. */
export function basisInWords(
  basis: ErrorBasis,
  ranked: readonly Pick<Ranked, 'standardError'>[],
  { pool = 'mean' }: Pick<RulesCopy, 'pool'>,
): TerminalText {
  const errors = ranked.flatMap(({ standardError }) => standardError ?? []);
  if (errors.length === 0) return say``;
  const [lowest, highest] = range(errors);
  const [least, most] = [formatDecimal(lowest), formatDecimal(highest)];
  const size = least === most ? say`${least}` : say`${least} to ${most}`;
  return say`The standard error of a score is ${size} here, from ${sourceInWords(basis)}.${OTHER_ERROR[pool]}`;
}

/** The formula is that of a mean. With normal errors the median of many has 1.25 times its error, of three 1.16 times. */
const OTHER_ERROR = {
  mean: say``,
  median: say` It is computed as for means; that of medians is up to a quarter larger, so ranks are less certain than they look.`,
  trimmed: say` It is computed as for plain means; that of trimmed means is up to a tenth larger.`,
};

function sourceInWords(basis: ErrorBasis): TerminalText {
  const degrees = count(basis.degreesOfFreedom, 'degree', 'degrees');
  if (basis.type === 'panels') {
    return say`the panels' own spread: interviewers of one candidate differ by a standard deviation of ${formatDecimal(basis.deviation)} (${degrees} of freedom)`;
  }
  const published = say`the published reliability of a single interviewer, ${clean(String(SINGLE_RELIABILITY).replace(/^0/, say``))}`;
  if (basis.degreesOfFreedom === 0)
    return say`${published}, since no two interviewers rated enough of the same candidate`;
  if (basis.degreesOfFreedom >= ENOUGH_DEGREES) return say`${published}, since all interviewers gave the same scores`;
  return say`${published}, since the panels' own spread has only ${degrees} of freedom and would need ${ENOUGH_DEGREES}`;
}

/** Lowest and highest, without spreading thousands of arguments. */
function range(values: readonly number[]): readonly [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

export const RANGE_IN_WORDS = say`A RANK such as 1-3 is a tie: at 95% confidence the scores tell no closer place than from 1st to 3rd.`;
