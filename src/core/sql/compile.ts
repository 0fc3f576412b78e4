import type { Rubric } from '../rubric/rubric.js';
import { isYes } from '../scoring/rules.js';
import { asNumber, type Column, caseWhen, type Layer, nest, quoted, sumOf, times } from './layer.js';
import { grainOf, longReadings } from './long-readings.js';
import type { SqlOptions } from './options.js';
import { type Readings, wideReadings } from './readings.js';
import { CODE } from './texts.js';
import { type Comparison, rankOf, type WholeRules, wholeRules } from './whole-rules.js';

/** What comes out, in this order. */
export const RESULT_COLUMNS = [
  'candidate',
  'score',
  'coverage',
  'recommendation',
  'borderline',
  'invalid',
  'below_minimum',
  'minimum_not_rated',
  'stop_flags',
] as const;

/** What a recommendation is called where the program would have left the row out. */
export const LEFT_OUT = { invalid: 'invalid', tooMany: 'too_many' } as const;

/** From here on a number does not fit the integers that some engines count in, and one of them would wrap silently. */
const TOO_LARGE = 2 ** 31;

/**
 * A rubric's arithmetic as one SELECT: what scoring computes, from the same rules, in a subset of SQL that means the
 * same in every engine. Whole numbers only. Each quotient is exact, so that it is the same number whether an engine
 * divides whole numbers, decimals or floats, and no divisor is ever 0, not even in a branch that is not taken.
 *
 * `from` is what it reads in place of `options.table`: a SELECT in brackets with a name.
 */
export function compileRubric(rubric: Rubric, options: SqlOptions, from: string = options.table): string {
  const isLong = options.form === 'long';
  const rules = wholeRules(rubric, isLong ? grainOf(options.pool) : 1);
  const readings = isLong ? longReadings(rubric, options) : wideReadings(rubric, options);
  const { candidate } = readings;
  const select = nest(from, [
    ...readings.layers,
    { name: 'weighed', ...weighed(rubric, rules, readings) },
    { name: 'judged', ...judged(candidate, rules) },
    { name: 'divided', ...divided(candidate, rules, options) },
    { name: 'result', ...result(candidate, rules) },
  ]);
  return options.view === undefined ? select : `CREATE VIEW ${options.view} AS\n${select}`;
}

/** What is told beside the score, and passed through to the end. */
const TOLD = ['invalid', 'too_many', 'below_minimum', 'minimum_not_rated', 'stop_flags'] as const;

/** Sums over the dimensions. */
function weighed({ dimensions }: Rubric, { weights, caps, largest }: WholeRules, readings: Readings): Layer {
  const { candidate, steps, stops } = readings;
  const isLarge = largest >= TOO_LARGE;
  const big = (expression: string) => (isLarge ? `CAST(${expression} AS BIGINT)` : expression);
  const step = (at: number) => steps[at] ?? '';
  const below = (type: 'strong-yes-needs' | 'minimum') =>
    caps.flatMap((cap) =>
      cap.type === type && cap.limit > 0
        ? [asNumber(`${step(cap.dimension)} >= 0 AND ${step(cap.dimension)} < ${cap.limit}`)]
        : [],
    );
  const unrated = caps.flatMap((cap) => (cap.type === 'minimum' ? [asNumber(`${step(cap.dimension)} < 0`)] : []));
  const mandatory = weights.reduce((sum, weight, at) => sum + (dimensions[at]?.optional ? 0 : weight), 0);
  const applicable = weights.flatMap((weight, at) =>
    dimensions[at]?.optional ? [caseWhen([[`${step(at)} = ${CODE.notApplicable}`, 0]], weight)] : [],
  );
  return {
    columns: [
      [candidate, candidate],
      [sumOf(readings.invalid), 'invalid'],
      [readings.tooMany, 'too_many'],
      [sumOf(below('strong-yes-needs')), 'below_strong_yes'],
      [sumOf(below('minimum')), 'below_minimum'],
      [sumOf(unrated), 'minimum_not_rated'],
      [sumOf(stops.map((flag) => asNumber(`${flag} = 1`))), 'stop_flags'],
      [
        sumOf(weights.map((weight, at) => caseWhen([[`${step(at)} >= 0`, times(weight, big(step(at)))]], 0))),
        'weighted',
      ],
      [big(sumOf(weights.map((weight, at) => caseWhen([[`${step(at)} >= 0`, weight]], 0)))), 'rated'],
      [big(sumOf([...(mandatory > 0 ? [String(mandatory)] : []), ...applicable])), 'applicable'],
    ],
  };
}

/** The band of the score alone, and what holds the recommendation down, as positions among the bands: 0 is the best. */
function judged(candidate: string, { caps, bands, coverage, borderline, point }: WholeRules): Layer {
  const reaches = ({ left, right }: Comparison) => `${times(left, 'weighted')} >= ${right} * rated`;
  const staysBelow = ({ left, right }: Comparison) => `${right} * rated >= ${times(left, 'weighted')}`;
  const counts = { 'strong-yes-needs': 'below_strong_yes', minimum: 'below_minimum', stop: 'stop_flags' } as const;
  const limits = [...new Map(caps.map(({ type, atMost }) => [type, rankOf(atMost)]))];
  const ranks = [...new Set(limits.map(([, rank]) => rank))].sort((a, b) => b - a);
  const isNear = borderline && `rated > 0 AND ${reaches(borderline.from)} AND ${staysBelow(borderline.to)}`;
  const isCovered = `rated > 0 AND ${times(coverage.left, 'rated')} >= ${coverage.right} * applicable`;
  return {
    columns: [
      [candidate, candidate],
      ...TOLD.map((name): Column => [name, name]),
      [
        caseWhen(
          bands.flatMap(({ band, edge }) => (edge ? [[reaches(edge), rankOf(band)] as const] : [])),
          bands.length - 1,
        ),
        'band_rank',
      ],
      [
        caseWhen(
          ranks.map((rank) => [
            limits.flatMap(([type, other]) => (other === rank ? [`${counts[type]} > 0`] : [])).join(' OR '),
            rank,
          ]),
          0,
        ),
        'cap_rank',
      ],
      [asNumber(isCovered), 'is_covered'],
      [isNear === undefined ? '0' : asNumber(isNear), 'is_near'],
      [`200 * weighted + ${times(point, 'rated')}`, 'dividend'],
      [caseWhen([['rated > 0', `${2 * point} * rated`]], 1), 'divisor'],
      ['100 * rated', 'covered'],
      [caseWhen([['applicable > 0', 'applicable']], 1), 'applicable_or_one'],
      ['rated', 'rated'],
    ],
  };
}

/** The only two divisions. */
function divided(candidate: string, { lowest }: WholeRules, { dialect }: SqlOptions): Layer {
  const remainder = (a: string, b: string) => (dialect === 'bigquery' ? `MOD(${a}, ${b})` : `${a} % ${b}`);
  const whole = (a: string, b: string) => `(${a} - ${remainder(a, b)}) / ${b}`;
  const offset = lowest === 0 ? '' : lowest > 0 ? ` + ${lowest}` : ` - ${-lowest}`;
  return {
    columns: [
      [candidate, candidate],
      ...TOLD.map((name): Column => [name, name]),
      ...['band_rank', 'is_covered', 'is_near', 'rated', 'cap_rank'].map((name): Column => [name, name]),
      [caseWhen([['cap_rank > band_rank', 'cap_rank']], 'band_rank'), 'given_rank'],
      [`${whole('dividend', 'divisor')}${offset}`, 'rounded'],
      [whole('covered', 'applicable_or_one'), 'percent_covered'],
    ],
  };
}

function result(candidate: string, { bands }: WholeRules): Layer {
  const isBad = 'invalid > 0 OR too_many > 0';
  const shownAtMost = bands.flatMap(({ band, most }) =>
    most === undefined ? [] : [[`band_rank = ${rankOf(band)} AND rounded > ${most}`, most] as const],
  );
  const lowestYes = Math.max(...bands.flatMap(({ band }) => (isYes(band) ? [rankOf(band)] : [])));
  // Only where the band decides: what holds it down holds it, even where the score gives no more.
  const isBorderline = `is_near = 1 AND is_covered = 1 AND band_rank >= cap_rank AND ${lowestYes} >= cap_rank`;
  return {
    columns: [
      [candidate, 'candidate'],
      [caseWhen([[`${isBad} OR rated = 0`, 'NULL'], ...shownAtMost], 'rounded'), 'score'],
      [caseWhen([[isBad, 'NULL']], 'percent_covered'), 'coverage'],
      [
        caseWhen(
          [
            ['invalid > 0', quoted(LEFT_OUT.invalid)],
            ['too_many > 0', quoted(LEFT_OUT.tooMany)],
            ['is_covered = 0', quoted('incomplete')],
            ...bands.slice(0, -1).map(({ band }) => [`given_rank = ${rankOf(band)}`, quoted(band)] as const),
          ],
          quoted(bands.at(-1)?.band ?? ''),
        ),
        'recommendation',
      ],
      [caseWhen([[isBad, 0] as const, [isBorderline, 1]], 0), 'borderline'],
      ...RESULT_COLUMNS.slice(5).map((name): Column => [name, name]),
    ],
  };
}
