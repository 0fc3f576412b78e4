import { formatDecimal } from '../../core/numbers/decimal.js';
import type { Panel } from '../../core/panel/panel.js';
import { chanceAtLeast, type ErrorBasis, type Ranked } from '../../core/panel/ranking.js';
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

/** `9 in 10`: a chance from a half on, no finer than it is known. */
export function chanceInWords(chance: number): TerminalText {
  if (chance < 0.95) return say`${Math.round(chance * 10)} in 10`;
  return chance < 0.99 ? say`19 in 20` : say`99 in 100`;
}

/** How sure it is on which side of the edge of `yes` a score lies; empty where nothing was rated. */
export function sideInWords(panel: Panel, standardError: number | undefined): TerminalText {
  const { yes } = panel.edition.rules.bands;
  const chance = chanceAtLeast(yes, { panel, standardError });
  if (chance === undefined) return say``;
  const [side, shown] = chance >= 0.5 ? [say`at or above`, chance] : [say`below`, 1 - chance];
  return say`Chance that the score truly is ${side} ${yes}, where "yes" begins: ${chanceInWords(shown)}.`;
}

/** More of these nobody reads; the data has them all. */
const MOST_NEXT = 3;

/** For the first of those who may be the best, the chance to be truly ahead of the next; empty where one surely is. */
export function nextInWords(ranked: readonly Ranked[]): TerminalText {
  const first = ranked.filter(({ rank, next }) => rank?.best === 1 && next !== undefined && next.chance < 0.95);
  const all = first
    .slice(0, MOST_NEXT)
    .flatMap(({ panel, next }) =>
      next ? [say`${clean(panel.shown)} of ${clean(next.panel.shown)} ${chanceInWords(next.chance)}`] : [],
    );
  return all.length === 0 ? say`` : say`Chance to be truly ahead of the next, by the same error: ${all.join('; ')}.`;
}

export const AHEAD_IN_WORDS = say`AHEAD is the chance to be truly ahead of the next below.`;

/** Where the ranks have no room. */
export const TIED_IN_WORDS = say`At 95% confidence some can't be told apart; a wider window has room for the ranks.`;

export const RANGE_IN_WORDS = say`A RANK such as 1-3 is a tie: at 95% confidence the scores tell no closer place than from 1st to 3rd.`;
