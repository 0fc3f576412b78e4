import { formatDecimal, formatHundredths } from '../../core/numbers/decimal.js';
import type { Fraction } from '../../core/numbers/fraction.js';
import { roundHalfUp } from '../../core/numbers/rational.js';
import type { RubricEdition } from '../../core/panel/edition.js';
import { type Panel, type PooledDimension, pooledOf } from '../../core/panel/panel.js';
import type { Ranked } from '../../core/panel/ranking.js';
import type { PoolRule } from '../../core/scoring/pool.js';
import { shownHundredths } from '../../core/scoring/shown-score.js';
import { VERDICTS, type VerdictWord, verdictDiffers } from '../../core/scoring/verdict.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { NOT_APPLICABLE, NOT_ASSESSED, NOT_HELD, profile } from '../text/profile.js';
import { count } from '../text/text.js';
import { DIFFERS, inWords } from '../text/words.js';

/** What stands where there is no number. */
export const ABSENT = say`–`;

/** `1`, or `1-3` where the place is not more certain than that. */
export function rankInWords({ rank }: Pick<Ranked, 'rank'>): TerminalText {
  if (!rank) return ABSENT;
  return rank.best === rank.worst ? say`${rank.best}` : say`${rank.best}-${rank.worst}`;
}

export function scoreInWords({ hundredths }: Pick<Panel, 'hundredths'>): TerminalText {
  return hundredths === undefined ? ABSENT : say`${formatHundredths(hundredths)}`;
}

/** `3.40-4.20`: the lowest and highest score that an interviewer gave; empty for a single one. */
export function spreadInWords({ spread, edition }: Pick<Panel, 'spread' | 'edition'>): TerminalText {
  return spread ? rangeInWords(shownScore(spread.lowest, edition), shownScore(spread.highest, edition)) : say``;
}

/** `3-5`; `-2 to 1` where a hyphen would read as a sign. */
function rangeInWords(lowest: TerminalText, highest: TerminalText): TerminalText {
  return lowest.startsWith('-') ? say`${lowest} to ${highest}` : say`${lowest}-${highest}`;
}

/** The standard deviation of the interviewers' scores, with two decimals; empty for fewer than three. */
export function deviationInWords({ spread }: Pick<Panel, 'spread'>): TerminalText {
  const deviation = spread?.standardDeviation;
  return deviation === undefined ? say`` : say`${formatDecimal(deviation)}`;
}

/** A score by this edition's rules, with two decimals. */
export function shownScore(exact: Fraction<number | bigint>, { rules }: Pick<RubricEdition, 'rules'>): TerminalText {
  return say`${formatHundredths(shownHundredths(exact, rules.bands))}`;
}

type Judgement = Pick<Panel, 'members' | 'recommendation'>;

/** How many gave each verdict, the strongest objection first. Whoever held several sessions counts once for each word. */
export function verdictCounts({ members }: Pick<Panel, 'members'>): readonly { word: VerdictWord; times: number }[] {
  return VERDICTS.flatMap((word) => {
    const times = members.filter(({ verdicts }) => verdicts.some(({ is }) => is === word)).length;
    return times === 0 ? [] : [{ word, times }];
  });
}

/**
 * How many gave each verdict: `1 strong no (!)`, `2 yes`; the bare word for one interviewer. Marked where it points
 * elsewhere than the recommendation. `format` says the word.
 */
export function verdictList(
  panel: Judgement,
  format: (word: VerdictWord) => TerminalText = inWords,
): readonly TerminalText[] {
  return verdictCounts(panel).map(({ word, times }) => {
    const number = panel.members.length === 1 ? say`` : say`${times} `;
    return say`${number}${format(word)}${differs(panel, word) ? DIFFERS : say``}`;
  });
}

/** Whether it was given on the whole interview and differs: a session's is a call on what was heard there. */
function differs({ members, recommendation }: Judgement, word: VerdictWord): boolean {
  return members.some(({ verdicts }) =>
    verdicts.some(({ session, is }) => session === undefined && is === word && verdictDiffers(is, recommendation)),
  );
}

/** `1 stop`, `2 concerns`; empty without flags. */
export function flagList({ flags }: Pick<Panel, 'flags'>): readonly TerminalText[] {
  const stops = flags.filter(({ severity }) => severity === 'stop').length;
  const concerns = flags.length - stops;
  return [...(stops > 0 ? [count(stops, 'stop')] : []), ...(concerns > 0 ? [count(concerns, 'concern')] : [])];
}

/** One bar for each dimension, in the rubric's order: its pooled rating between the lowest and the highest of the scale. */
export function profileOf({ dimensions, edition }: Pick<Panel, 'dimensions' | 'edition'>): TerminalText {
  const ratings = dimensions.map(({ state, kept }) => (state === 'rated' ? kept.sum / kept.count : state));
  return profile(ratings, edition.scale);
}

/**
 * `lead-infra 1.0.0`, with the variant, with the revision where the version occurs with other weights or rules too, and
 * with how ratings are pooled where it is not by their mean.
 */
export function editionInWords({ role, version, variant, revision, rules }: RubricEdition): TerminalText {
  const parts = [clean(role), clean(version)];
  if (variant !== undefined) parts.push(say`(${clean(variant)})`);
  if (revision > 1) parts.push(say`(other weights or rules, edition ${revision})`);
  if (rules.pool !== undefined && rules.pool !== 'mean') parts.push(say`(pooled by ${POOL_NAMES[rules.pool]})`);
  return parts.join(' ');
}

/** What pooled ratings are called. */
export const POOL_NAMES = { mean: 'mean', median: 'median', trimmed: 'trimmed mean' } as const satisfies Record<
  PoolRule,
  string
>;

/** The name of an interviewer, `unnamed` where a batch has none. */
export function interviewerInWords(interviewer: string | undefined): TerminalText {
  return interviewer === undefined ? say`unnamed` : clean(interviewer);
}

const UNRATED = {
  rated: ABSENT,
  'not-applicable': NOT_APPLICABLE,
  'not-assessed': NOT_ASSESSED,
  'not-held': NOT_HELD,
} as const;

/** `4.33`: the pooled rating of a dimension, or the sign for why it has none. */
export function pooledInWords(dimension: PooledDimension): TerminalText {
  const pooled = pooledOf(dimension);
  if (!pooled) return UNRATED[dimension.state];
  return dimension.count === 1 ? say`${dimension.sum}` : say`${formatHundredths(Number(roundHalfUp(pooled, 2)))}`;
}

/** `3-5`: the lowest and highest rating of a dimension; empty where they do not differ. */
export function ratingRange({ lowest, highest }: PooledDimension): TerminalText {
  return lowest === highest ? say`` : rangeInWords(say`${lowest}`, say`${highest}`);
}
