import { ENOUGH_DEGREES, type ErrorBasis, type Ranked } from '../../core/panel/ranking.js';
import { SINGLE_RELIABILITY } from '../../core/stats/score-error.js';
import { count } from '../text/text.js';

/** What the standard errors of a ranking rest on, in a sentence. */
export function basisInWords(basis: ErrorBasis, ranked: readonly Pick<Ranked, 'standardError'>[]): string {
  const errors = ranked.flatMap(({ standardError }) => standardError ?? []);
  if (errors.length === 0) return '';
  const [least, most] = [Math.min(...range(errors)), Math.max(...range(errors))].map((error) => error.toFixed(2));
  const size = least === most ? `${least}` : `${least} to ${most}`;
  return `The standard error of a score is ${size} here, from ${sourceInWords(basis)}.`;
}

function sourceInWords(basis: ErrorBasis): string {
  const degrees = count(basis.degreesOfFreedom, 'degree', 'degrees');
  if (basis.type === 'panels') {
    return `the panels' own spread: interviewers of one candidate differ by a standard deviation of ${basis.deviation.toFixed(2)} (${degrees} of freedom)`;
  }
  const published = `the published reliability of a single interviewer, ${String(SINGLE_RELIABILITY).replace(/^0/, '')}`;
  if (basis.degreesOfFreedom === 0) return `${published}, since no two interviewers rated enough of the same candidate`;
  if (basis.degreesOfFreedom >= ENOUGH_DEGREES) return `${published}, since all interviewers gave the same scores`;
  return `${published}, since the panels' own spread has only ${degrees} of freedom and would need ${ENOUGH_DEGREES}`;
}

/** Lowest and highest, without spreading thousands of arguments. */
function range(values: readonly number[]): readonly [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

export const RANGE_IN_WORDS =
  'A RANK such as 1-3 is a tie: at 95% confidence the scores tell no closer place than from 1st to 3rd.';
