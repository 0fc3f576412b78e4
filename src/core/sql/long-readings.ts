import { greatestCommonDivisor } from '../numbers/decimal.js';
import type { Rubric } from '../rubric/rubric.js';
import { stepCount } from '../rubric/scale.js';
import { ruleFor } from '../scoring/pool.js';
import { asNumber, type Column, caseWhen, isOneOf, quoted, sumOf, times } from './layer.js';
import { ownNames, partName } from './names.js';
import { MOST_RATERS, type SqlOptions, type SqlPool } from './options.js';
import { cellsOf, type Readings, stopIds } from './readings.js';
import { CODE } from './texts.js';

/** How many of so many ratings the mean is made of. */
function countedOf(count: number, pool: SqlPool): number {
  return ruleFor(pool, count) === 'trimmed' ? count - 2 : count;
}

const COUNTS = Array.from({ length: MOST_RATERS }, (_, at) => at + 1);

/** Parts of a step in which the mean of up to ten ratings is whole: 2520, or 840 where two of them are left out. */
export function grainOf(pool: SqlPool): number {
  return COUNTS.map((count) => countedOf(count, pool)).reduce(
    (all, one) => (all * one) / greatestCommonDivisor(all, one),
  );
}

/** A table with a row for each rating and each red flag; several ratings of a dimension are pooled. */
export function longReadings(rubric: Rubric, options: SqlOptions): Readings {
  const { dimensions, redFlags, requirements, scale } = rubric;
  const isPooledBy = options.columns.has('interviewer');
  const source = (what: string) => options.columns.get(what) ?? what;
  const own = ownNames(['candidate', 'dimension', 'rating', ...(isPooledBy ? ['interviewer'] : [])].map(source));
  const named = (what: string) => (source(what) === what ? what : own(what));
  const [candidate, dimension, interviewer] = [named('candidate'), named('dimension'), named('interviewer')];
  const [step, seen] = [own('step'), own('seen')];
  const stops = stopIds(rubric, options);
  const parts = dimensions.map(({ id }, at) => partName(id, at));
  const steps = parts.map((part) => `step_${part}`);
  const flags = stops.map((id, at) => `flag_${partName(id, at)}`);
  const others = [...redFlags, ...requirements].map(({ id }) => id).filter((id) => !stops.includes(id));
  const isOf = (ids: readonly string[], column = dimension) => isOneOf(column, ids.map(quoted));
  const optional = dimensions.flatMap((one) => (one.optional ? [one.id] : []));
  const cells = cellsOf(scale, options);
  const isOptional = optional.length > 0 && isOf(optional, source('dimension'));
  const isOurs = isOf(dimensions.map(({ id }) => id));
  const misreadHere = caseWhen(
    [
      [`${candidate} IS NULL`, 1],
      [isOurs, asNumber(`${step} = ${CODE.invalid}`)],
      ...(stops.length > 0 ? [[isOf(stops), asNumber(`${seen} = ${CODE.invalid}`)] as const] : []),
      ...(others.length > 0 ? [[isOf(others), 0] as const] : []),
    ],
    1,
  );
  // Who rated a dimension twice: nothing here says which of the two counts.
  const repeated = asNumber(`SUM(${asNumber(`${step} >= 0 AND ${isOurs}`)}) > 1`);
  return {
    layers: [
      {
        name: 'entries',
        columns: [
          [source('candidate'), candidate],
          [source('dimension'), dimension],
          ...(isPooledBy ? [[source('interviewer'), interviewer] as const] : []),
          [cells.rating(source('rating'), isOptional), step],
          [cells.seen(source('rating')), seen],
        ],
      },
      ...(isPooledBy
        ? [
            {
              name: 'judgements',
              columns: [
                [candidate, candidate],
                [dimension, dimension],
                [`MAX(${step})`, 'given_step'],
                [`MAX(${seen})`, 'given_flag'],
                [`SUM(${misreadHere}) + ${repeated}`, 'given_misread'],
              ] as const,
              groupBy: [candidate, dimension, interviewer],
            },
          ]
        : []),
      {
        name: 'collected',
        columns: [
          [candidate, candidate],
          [isPooledBy ? 'SUM(given_misread)' : `SUM(${misreadHere})`, 'misread'],
          ...dimensions.flatMap(({ id, optional }, at) =>
            collected(parts[at] ?? '', {
              of: isOf([id]),
              step: isPooledBy ? 'given_step' : step,
              most: stepCount(scale),
              optional,
              pool: options.pool,
            }),
          ),
          ...stops.map(
            (id, at): Column => [
              `MAX(${caseWhen([[isOf([id]), isPooledBy ? 'given_flag' : seen]], 0)})`,
              flags[at] ?? '',
            ],
          ),
        ],
        groupBy: [candidate],
      },
      {
        name: 'readings',
        isHeld: true,
        columns: [
          [candidate, candidate],
          ['misread', 'misread'],
          [sumOf(parts.map((part) => asNumber(`count_${part} > ${MOST_RATERS}`))), 'too_many'],
          ...dimensions.map(
            ({ optional }, at): Column => [pooled(parts[at] ?? '', { optional, pool: options.pool }), steps[at] ?? ''],
          ),
          ...flags.map((flag): Column => [flag, flag]),
        ],
      },
    ],
    candidate,
    steps,
    stops: flags,
    invalid: ['misread'],
    tooMany: 'too_many',
  };
}

interface Pooling {
  readonly optional: boolean;
  readonly pool: SqlPool;
}

interface Collecting extends Pooling {
  /** Whether a row is of the dimension. */
  readonly of: string;
  readonly step: string;
  /** The steps of the highest rating. */
  readonly most: number;
}

/** What the ratings of one dimension come to: how many, their sum, and what else its pool needs. */
function collected(part: string, { of, step, most, optional, pool }: Collecting): readonly Column[] {
  const isRated = `${of} AND ${step} >= 0`;
  return [
    [`SUM(${asNumber(isRated)})`, `count_${part}`],
    [`SUM(${caseWhen([[isRated, step]], 0)})`, `sum_${part}`],
    ...(pool === 'trimmed'
      ? ([
          [`MAX(${caseWhen([[isRated, step]], 0)})`, `highest_${part}`],
          [`MIN(${caseWhen([[isRated, step]], most)})`, `lowest_${part}`],
        ] as const)
      : []),
    ...(optional
      ? ([
          [`SUM(${asNumber(of)})`, `held_${part}`],
          [`SUM(${asNumber(`${of} AND ${step} = ${CODE.notApplicable}`)})`, `left_out_${part}`],
        ] as const)
      : []),
  ];
}

/** The mean in grains; not applicable where all who held the dimension say so. */
function pooled(part: string, { optional, pool }: Pooling): string {
  const grain = grainOf(pool);
  const branches = COUNTS.map((count): readonly [string, string] => {
    const counted = countedOf(count, pool);
    const sum = counted === count ? `sum_${part}` : `(sum_${part} - highest_${part} - lowest_${part})`;
    return [`count_${part} = ${count}`, times(grain / counted, sum)];
  });
  const isLeftOut = `count_${part} = 0 AND left_out_${part} > 0 AND left_out_${part} = held_${part}`;
  return caseWhen([...branches, ...(optional ? [[isLeftOut, CODE.notApplicable] as const] : [])], CODE.notAssessed);
}
