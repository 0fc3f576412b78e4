import type { Rubric } from '../rubric/rubric.js';
import { ratingsOf, type Scale, stepOf } from '../rubric/scale.js';
import { asNumber, caseWhen, isOneOf, type Layer, quoted } from './layer.js';
import { columnName, ownNames, partName } from './names.js';
import type { SqlOptions } from './options.js';
import { CODE, NOT_ANSWERED, NOT_APPLICABLE, NOT_ASSESSED, NOT_SEEN, SEEN, textsOf } from './texts.js';

type NamedLayer = Layer & { readonly name: string };

/** What stands below the arithmetic: a row for each candidate, with a whole number for each dimension. */
export interface Readings {
  readonly layers: readonly NamedLayer[];
  readonly candidate: string;
  /** For each dimension: its steps (or grains) above the lowest rating, or what is below 0. */
  readonly steps: readonly string[];
  /** For each stop flag: 1 where it was seen. */
  readonly stops: readonly string[];
  /** How many entries are no ratings, and how many dimensions were rated by more than can be pooled. */
  readonly invalid: readonly string[];
  readonly tooMany: string;
}

/** What one cell of a column says of flags or of ratings, as a number. */
interface Cells {
  rating(column: string, optional: OptionalIf): string;
  seen(column: string): string;
}

/** Whether "not applicable" is allowed: always, never, or where a condition holds. */
type OptionalIf = boolean | string;

export function cellsOf(scale: Scale, { areNumbers }: Pick<SqlOptions, 'areNumbers'>): Cells {
  const ratings = ratingsOf(scale);
  if (areNumbers) {
    return {
      rating: (column) =>
        caseWhen(
          [
            [`${column} IS NULL`, CODE.notAssessed],
            ...ratings.map((rating) => [`${column} = ${rating}`, stepOf(rating, scale)] as const),
          ],
          CODE.invalid,
        ),
      seen: (column) =>
        caseWhen([[`${column} IS NULL`, 0] as const, [`${column} = 0`, 0], [`${column} = 1`, 1]], CODE.invalid),
    };
  }
  const says = (column: string, texts: readonly string[]) => isOneOf(column, texts.map(quoted));
  return {
    rating: (column, optional) => {
      const isLeftOut = says(column, [...NOT_ANSWERED, ...NOT_APPLICABLE]);
      // The ratings first: they are what most cells hold.
      return caseWhen(
        [
          ...ratings.map((rating) => [says(column, textsOf(rating)), stepOf(rating, scale)] as const),
          [`${column} IS NULL`, CODE.notAssessed],
          ...(optional === false
            ? []
            : [[optional === true ? isLeftOut : `${optional} AND ${isLeftOut}`, CODE.notApplicable] as const]),
          [says(column, optional === true ? NOT_ASSESSED : [...NOT_ASSESSED, ...NOT_ANSWERED]), CODE.notAssessed],
        ],
        CODE.invalid,
      );
    },
    seen: (column) =>
      caseWhen([[`${column} IS NULL`, 0] as const, [says(column, NOT_SEEN), 0], [says(column, SEEN), 1]], CODE.invalid),
  };
}

/** A table with a row for each candidate and a column for each dimension and each stop flag. */
export function wideReadings(rubric: Rubric, options: SqlOptions): Readings {
  const { dimensions, scale } = rubric;
  const stops = stopIds(rubric, options);
  const source = (what: string) => options.columns.get(what) ?? columnName(what);
  const own = ownNames(['candidate', ...dimensions.map(({ id }) => id), ...stops].map(source));
  const cells = cellsOf(scale, options);
  const candidate = source('candidate') === 'candidate' ? 'candidate' : own('candidate');
  const steps = dimensions.map(({ id }, at) => own(`step_${partName(id, at)}`));
  const flags = stops.map((id, at) => own(`flag_${partName(id, at)}`));
  return {
    layers: [
      {
        name: 'readings',
        isHeld: true,
        columns: [
          [source('candidate'), candidate],
          ...dimensions.map(({ id, optional }, at) => [cells.rating(source(id), optional), steps[at] ?? ''] as const),
          ...stops.map((id, at) => [cells.seen(source(id)), flags[at] ?? ''] as const),
        ],
      },
    ],
    candidate,
    steps,
    stops: flags,
    invalid: [
      asNumber(`${candidate} IS NULL`),
      ...[...steps, ...flags].map((column) => asNumber(`${column} = ${CODE.invalid}`)),
    ],
    tooMany: '0',
  };
}

/** The stop flags that the table tells of. */
export function stopIds({ redFlags }: Rubric, { hasFlags }: Pick<SqlOptions, 'hasFlags'>): readonly string[] {
  return hasFlags ? redFlags.flatMap(({ id, severity }) => (severity === 'stop' ? [id] : [])) : [];
}

/** All that `--column` can name. */
export function columnSubjects(rubric: Rubric, options: Pick<SqlOptions, 'form' | 'hasFlags'>): readonly string[] {
  if (options.form === 'long') return ['candidate', 'dimension', 'rating', 'interviewer'];
  return ['candidate', ...rubric.dimensions.map(({ id }) => id), ...stopIds(rubric, options)];
}
