import type { Fraction } from '../../core/numbers/fraction.js';
import { type Rational, toNumber } from '../../core/numbers/rational.js';
import type { RubricEdition } from '../../core/panel/edition.js';
import type { PanelSession } from '../../core/panel/joining/panel-sessions.js';
import { meanOf, type Panel, type PooledDimension, pooledOf } from '../../core/panel/panel.js';
import type { ErrorBasis, Ranked } from '../../core/panel/ranking.js';
import type { Person } from '../../core/person/person.js';

/** An edition as JSON: what the scores were computed with. */
export function editionJson(edition: RubricEdition) {
  const { role, version, variant, revision, title, scale, rules, dimensions, isWhole, sessions } = edition;
  return {
    id: role,
    version,
    variant,
    edition: revision > 1 ? revision : undefined,
    title,
    scale,
    recommendation: rules,
    dimensions: dimensions.map(({ id, name, weight, minimum }) => ({ id, name, weight, minimum })),
    isWhole: isWhole ? undefined : false,
    sessions,
  };
}

export function basisJson(basis: ErrorBasis) {
  const { type: from, degreesOfFreedom } = basis;
  return { from, degreesOfFreedom, deviation: basis.type === 'panels' ? basis.deviation : undefined };
}

/**
 * One candidate: what the table shows and everything that it was computed from, at full precision. Where scorecards are
 * of one session, `sessions` tells which are in; a dimension's ratings are of those who held it.
 */
export function panelJson({ panel, rank, standardError, next }: Ranked) {
  return {
    candidate: panel.candidate.name,
    candidateId: panel.candidate.id,
    rank,
    ...(next ? { aheadOfNext: { candidate: next.panel.shown, chance: next.chance } } : {}),
    score: panel.hundredths === undefined ? undefined : panel.hundredths / 100,
    exact: panel.exact && exactJson(panel.exact),
    standardError,
    coverage: panel.coveragePercent,
    recommendation: panel.recommendation,
    borderline: panel.isBorderline ? true : undefined,
    because: panel.because.map(({ text }) => text),
    spread: panel.spread && {
      lowest: fractionNumber(panel.spread.lowest),
      highest: fractionNumber(panel.spread.highest),
      standardDeviation: panel.spread.standardDeviation,
    },
    sessions: panel.sessions.length === 0 ? undefined : panel.sessions.map(sessionJson),
    interviewers: panel.members.map(({ interviewer, exact, verdict, verdicts, cards }) => ({
      ...interviewerJson(interviewer),
      score: exact && fractionNumber(exact),
      verdict,
      verdicts: verdicts.some(({ session }) => session !== undefined) ? verdicts : undefined,
      scorecards: cards.map(({ id, source }) => id ?? source),
    })),
    dimensions: panel.dimensions.map((pooled) => dimensionJson(pooled, panel)),
    redFlags: panel.flags.map(({ seen, ...flag }) => ({
      ...flag,
      seen: seen.map(({ interviewer, evidence }) => ({ ...interviewerJson(interviewer), evidence })),
    })),
  };
}

function sessionJson({ id, title, isPlanned, isIn, interviewers }: PanelSession) {
  return { id, title, isPlanned, isIn, interviewers: interviewers.map(interviewerJson) };
}

/** Keys of their own, so that what reads the name as text goes on. */
function interviewerJson(interviewer: Person | undefined) {
  return { interviewer: interviewer?.name, interviewerId: interviewer?.id };
}

function dimensionJson(pooled: PooledDimension, { members, edition }: Panel) {
  const mean = meanOf(pooled);
  return {
    id: pooled.dimension.id,
    state: pooled.state,
    mean: mean && toNumber(mean),
    exact: mean && exactJson(mean),
    pooled: pooledJson(pooled, edition),
    lowest: mean && pooled.lowest,
    highest: mean && pooled.highest,
    ratings: pooled.ratings.flatMap((rating, at) =>
      rating === 'not-held' ? [] : [{ ...interviewerJson(members[at]?.interviewer), rating }],
    ),
  };
}

/** The rating that the score is made of, where the rubric's rule is not the mean; `by` is what it came to. */
export function pooledJson(dimension: PooledDimension, { rules: { pool = 'mean' } }: RubricEdition) {
  const pooled = pooledOf(dimension);
  return pool === 'mean' || !pooled
    ? undefined
    : { by: dimension.by, value: toNumber(pooled), exact: exactJson(pooled) };
}

/** The number in lowest terms; a part too large for JSON's readers comes as text. */
export function exactJson({ numerator, denominator }: Rational) {
  return { numerator: wholeJson(numerator), denominator: wholeJson(denominator) };
}

function wholeJson(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function fractionNumber({ numerator, denominator }: Fraction): number {
  return numerator / denominator;
}
