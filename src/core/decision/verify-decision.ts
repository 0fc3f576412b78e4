import { createProblem, type Problem } from '../problem.js';
import { factsOf } from '../scorecard/verify-scorecard.js';
import type { DecisionRecord } from './decision.js';
import type { KnownThen } from './known-then.js';

/**
 * What a decision says of its panel otherwise than the scorecards on which it rests. Without the words of reasons, which
 * may change, and the standard error, which depends on other candidates too.
 */
export function panelProblems(record: DecisionRecord, recomputed: KnownThen): readonly Problem[] {
  const [told, computed] = [record.panel, recomputed.panel];
  const each = new Map(recomputed.dimensions.map((dimension) => [dimension.id, dimension]));
  return [
    ...compare('score', told.score, computed.score),
    ...compare('exact', fractionOf(told), fractionOf(computed)),
    ...compare('coverage', told.coverage, computed.coverage),
    ...compare('recommendation', told.recommendation, computed.recommendation),
    ...compare('borderline', told.borderline === true, computed.borderline === true),
    ...compare('because', factsOf(told.because), factsOf(computed.because)),
    ...compare('red flags', flagsOf(record), flagsOf(recomputed)),
    ...compare('verdicts', verdictsOf(record), verdictsOf(recomputed)),
    ...record.dimensions.flatMap((dimension) => {
      const other = each.get(dimension.id);
      return [
        ...compare('ratings', ratingsOf(dimension), other && ratingsOf(other), dimension.id),
        ...compare('median', dimension.median, other?.median, dimension.id),
        ...compare('mean', dimension.mean, other?.mean, dimension.id),
      ];
    }),
  ];
}

function compare(key: string, told: unknown, computed: unknown, dimension?: string): readonly Problem[] {
  if (told === computed) return [];
  const about = { key, told, computed, ...(dimension === undefined ? {} : { dimension }) };
  return [createProblem('arithmetic', about, ['panel'])];
}

function fractionOf({ exact }: KnownThen['panel']): string | undefined {
  return exact && `${exact.numerator}/${exact.denominator}`;
}

type Interviewer = KnownThen['scorecards'][number]['interviewer'];

function nameOf(person: Interviewer): string {
  return person === undefined ? '' : `${person.name}${person.id === undefined ? '' : ` <${person.id}>`}`;
}

/** Each list in an order of its own: that of the interviewers says nothing. */
function listed(texts: readonly string[]): string {
  return [...texts].sort().join(', ');
}

function ratingsOf({ ratings }: KnownThen['dimensions'][number]): string {
  return listed(ratings.map(({ interviewer, rating }) => `${nameOf(interviewer)} ${rating}`));
}

function verdictsOf({ scorecards }: Pick<KnownThen, 'scorecards'>): string {
  return listed(scorecards.map(({ digest, verdict, score }) => `${digest} ${verdict?.is ?? '–'} ${score ?? '–'}`));
}

function flagsOf({ redFlags }: Pick<KnownThen, 'redFlags'>): string {
  return listed(
    redFlags.map(({ id, severity, seen }) => `${severity} ${id} ${listed(seen.map((one) => nameOf(one.interviewer)))}`),
  );
}
