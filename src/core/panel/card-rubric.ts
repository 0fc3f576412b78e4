import { decimalPlaces, MAX_DECIMALS } from '../numbers/decimal.js';
import type { Path } from '../problem.js';
import { fields, Mistake, number, optionalText, text, whole } from '../schema/json-fields.js';
import type { CardDimension, FormRubric } from './edition.js';

/** The rubric's copy in a scorecard. */
export function rubricOf(data: unknown): FormRubric {
  const rubric = fields(data, ['rubric']);
  const scale = fields(rubric.scale, ['rubric', 'scale']);
  const rules = fields(rubric.recommendation, ['rubric', 'recommendation']);
  const bands = fields(rules.bands, ['rubric', 'recommendation', 'bands']);
  const band = (key: string) => number(bands[key], ['rubric', 'recommendation', 'bands', key]);
  return {
    id: text(rubric.id, ['rubric', 'id']),
    version: text(rubric.version, ['rubric', 'version']),
    variant: optionalText(rubric.variant, ['rubric', 'variant']),
    title: text(rubric.title, ['rubric', 'title']),
    scale: { min: step(scale.min, ['rubric', 'scale', 'min']), max: step(scale.max, ['rubric', 'scale', 'max']) },
    recommendation: {
      coverageAtLeast: number(rules.coverageAtLeast, ['rubric', 'recommendation', 'coverageAtLeast']),
      bands: { 'strong-yes': band('strong-yes'), yes: band('yes'), no: band('no') },
    },
  };
}

/** Of a scale: small enough that no sum of ratings loses a digit. */
function step(data: unknown, path: Path): number {
  const value = whole(data, path);
  if (Math.abs(value) <= 1000) return value;
  throw new Mistake(`"${String(path.at(-1))}" must be from -1000 to 1000`, path);
}

/** The dimension at position `at` of the list. */
export function dimensionOf(data: unknown, at: number): CardDimension {
  const dimension = fields(data, ['dimensions', at]);
  const weight = number(dimension.weight, ['dimensions', at, 'weight']);
  if (!(weight > 0 && weight <= 100 && decimalPlaces(weight) <= MAX_DECIMALS)) {
    const message = `"weight" must be more than 0, at most 100, with no more than ${MAX_DECIMALS} decimals`;
    throw new Mistake(message, ['dimensions', at, 'weight']);
  }
  const { minimum, optional } = dimension;
  return {
    id: text(dimension.id, ['dimensions', at, 'id']),
    name: text(dimension.name, ['dimensions', at, 'name']),
    weight,
    minimum: minimum === undefined ? undefined : whole(minimum, ['dimensions', at, 'minimum']),
    optional: optional === true,
  };
}
