import type { Fraction } from '../../core/numbers/fraction.js';
import { type Rational, toNumber } from '../../core/numbers/rational.js';
import type { RubricEdition } from '../../core/panel/edition.js';
import { meanOf, type Panel, type PooledDimension } from '../../core/panel/panel.js';
import type { ErrorBasis, Ranked } from '../../core/panel/ranking.js';
import type { Person } from '../../core/person/person.js';

/** An edition as JSON: what the scores were computed with. */
export function editionJson({ role, version, variant, revision, title, scale, rules, dimensions }: RubricEdition) {
  return {
    id: role,
    version,
    variant,
    edition: revision > 1 ? revision : undefined,
    title,
    scale,
    recommendation: rules,
    dimensions: dimensions.map(({ id, name, weight, minimum }) => ({ id, name, weight, minimum })),
  };
}

export function basisJson(basis: ErrorBasis) {
  const { type: from, degreesOfFreedom } = basis;
  return { from, degreesOfFreedom, deviation: basis.type === 'panels' ? basis.deviation : undefined };
}

/** One candidate: what the table shows and everything that it was computed from, at full precision. */
export function panelJson({ panel, rank, standardError }: Ranked) {
  return {
    candidate: panel.candidate.name,
    candidateId: panel.candidate.id,
    rank,
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
    interviewers: panel.members.map(({ interviewer, exact, verdict, cards }) => ({
      ...interviewerJson(interviewer),
      score: exact && fractionNumber(exact),
      verdict,
      scorecards: cards.map(({ id, source }) => id ?? source),
    })),
    dimensions: panel.dimensions.map((pooled) => dimensionJson(pooled, panel)),
    redFlags: panel.flags.map(({ seen, ...flag }) => ({
      ...flag,
      seen: seen.map(({ interviewer, evidence }) => ({ ...interviewerJson(interviewer), evidence })),
    })),
  };
}

/** Keys of their own, so that what reads the name as text goes on. */
function interviewerJson(interviewer: Person | undefined) {
  return { interviewer: interviewer?.name, interviewerId: interviewer?.id };
}

function dimensionJson(pooled: PooledDimension, { members }: Panel) {
  const mean = meanOf(pooled);
  return {
    id: pooled.dimension.id,
    state: pooled.state,
    mean: mean && toNumber(mean),
    exact: mean && exactJson(mean),
    lowest: mean && pooled.lowest,
    highest: mean && pooled.highest,
    ratings: pooled.ratings.map((rating, at) => ({ ...interviewerJson(members[at]?.interviewer), rating })),
  };
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
