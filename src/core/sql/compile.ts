import type { Rubric } from '../rubric/rubric.js';
import { BANDS, type Band, isYes } from '../scoring/rules.js';
import { asNumber, type Column, caseWhen, type Layer, nest, quoted, sumOf, times } from './layer.js';
import { grainOf, longReadings } from './long-readings.js';
import type { SqlOptions } from './options.js';
import { type Readings, wideReadings } from './readings.js';
import { CODE } from './texts.js';
import { type Comparison, type WholeRules, wholeRules } from './whole-rules.js';

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
  const layers = [
    ...readings.layers,
    { name: 'weighed', isHeld: true, ...weighed(rubric, rules, readings, options) },
    { name: 'divided', ...divided(candidate, rules) },
    { name: 'result', ...result(candidate, rules, options) },
  ];
  const isPostgres = options.dialect === 'postgresql';
  const select = nest(from, layers, isPostgres ? 'OFFSET 0' : undefined);
  if (options.view === undefined) return select;
  return `CREATE VIEW ${options.view}${isPostgres ? ' WITH (security_invoker = true)' : ''} AS\n${select}`;
}

/** What is told beside the score, and passed through to the end. */
const TOLD = ['invalid', 'too_many', 'below_minimum', 'minimum_not_rated', 'stop_flags'] as const;

/** Sums over the dimensions. */
function weighed(
  { dimensions }: Rubric,
  { weights, caps, largest }: WholeRules,
  readings: Readings,
  { dialect }: SqlOptions,
): Layer {
  const { candidate, steps, stops } = readings;
  const isLarge = largest >= TOO_LARGE;
  const big = (expression: string) =>
    isLarge ? `CAST(${expression} AS ${dialect === 'bigquery' ? 'INT64' : 'BIGINT'})` : expression;
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

/** What the only two divisions divide by: never 0, since some engines work out a branch that is not taken. */
function divided(candidate: string, { point }: WholeRules): Layer {
  return {
    columns: [
      [candidate, candidate],
      ...[...TOLD, 'below_strong_yes', 'weighted', 'rated', 'applicable'].map((name): Column => [name, name]),
      [`200 * weighted + ${times(point, 'rated')}`, 'dividend'],
      [caseWhen([['rated > 0', `${2 * point} * rated`]], 1), 'divisor'],
      ['100 * rated', 'covered'],
      [caseWhen([['applicable > 0', 'applicable']], 1), 'applicable_or_one'],
    ],
  };
}

const COUNTS = { 'strong-yes-needs': 'below_strong_yes', minimum: 'below_minimum', stop: 'stop_flags' } as const;

const reaches = ({ left, right }: Comparison) => `${times(left, 'weighted')} >= ${right} * rated`;
const misses = ({ left, right }: Comparison) => `${times(left, 'weighted')} < ${right} * rated`;

/** What comes out. Each number is asked for as rarely as can be: PostgreSQL works it out again each time. */
function result(candidate: string, rules: WholeRules, { dialect }: SqlOptions): Layer {
  const { bands, coverage, lowest } = rules;
  const remainder = (a: string, b: string) => (dialect === 'bigquery' ? `MOD(${a}, ${b})` : `${a} % ${b}`);
  const quotient = (a: string, b: string) => `(${a} - ${remainder(a, b)}) / ${b}`;
  const score = (offset: number) =>
    `${quotient('dividend', 'divisor')}${offset === 0 ? '' : offset > 0 ? ` + ${offset}` : ` - ${-offset}`}`;
  const isBad = 'invalid > 0 OR too_many > 0';
  const isUncovered = `rated = 0 OR ${times(coverage.left, 'rated')} < ${coverage.right} * applicable`;
  // A score is not shown at the edge that it misses.
  const isShownLower = bands
    .flatMap(({ edge, rounds }) => (edge && rounds ? [`${misses(edge)} AND ${reaches(rounds)}`] : []))
    .join(' OR ');
  return {
    columns: [
      [candidate, 'candidate'],
      [
        caseWhen(
          [
            [`${isBad} OR rated = 0`, 'NULL'],
            ...(isShownLower === '' ? [] : [[isShownLower, score(lowest - 1)] as const]),
          ],
          score(lowest),
        ),
        'score',
      ],
      [caseWhen([[isBad, 'NULL']], quotient('covered', 'applicable_or_one')), 'coverage'],
      [
        caseWhen(
          [
            ['invalid > 0', quoted(LEFT_OUT.invalid)],
            ['too_many > 0', quoted(LEFT_OUT.tooMany)],
            [isUncovered, quoted('incomplete')],
            ...holdingBack(rules).map(({ band, conditions }) => [conditions.join(' OR '), quoted(band)] as const),
          ],
          quoted(BANDS[0]),
        ),
        'recommendation',
      ],
      [isBorderline(rules, `${isBad} OR ${isUncovered}`), 'borderline'],
      ...RESULT_COLUMNS.slice(5).map((name): Column => [name, name]),
    ],
  };
}

/** From the worst band to the last but one: why a recommendation is no better, by the score and by what caps it. */
function holdingBack({ bands, caps }: WholeRules): readonly { band: Band; conditions: readonly string[] }[] {
  return bands
    .map(({ band }, at) => {
      const better = bands[at - 1]?.edge;
      const capping = caps.flatMap(({ type, atMost }) => (atMost === band ? [`${COUNTS[type]} > 0`] : []));
      return { band, conditions: [...(better ? [misses(better)] : []), ...new Set(capping)] };
    })
    .slice(1)
    .reverse();
}

/** 1 where the score is near the edge and nothing but its band decides. */
function isBorderline({ bands, caps, borderline }: WholeRules, isNothing: string): string {
  if (!borderline) return '0';
  const { from, to } = borderline;
  const acting = caps.map(({ type, atMost }) => {
    const count = `${COUNTS[type]} > 0`;
    // What would give at most a yes acts where the score alone gives more; the others, wherever they stand.
    const better = isYes(atMost) ? bands[bands.findIndex(({ band }) => band === atMost) - 1]?.edge : undefined;
    return better ? `${count} AND ${reaches(better)}` : count;
  });
  const isNear = `${reaches(from)} AND ${to.right} * rated >= ${times(to.left, 'weighted')}`;
  return caseWhen(
    [[isNothing, 0], ...(acting.length > 0 ? [[[...new Set(acting)].join(' OR '), 0] as const] : []), [isNear, 1]],
    0,
  );
}
