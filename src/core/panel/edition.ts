import { areSameScale, copyOfScale, type Rating, type ScaleRange } from '../rubric/scale.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { areSameRules, copyOfRules, type RulesCopy } from '../scoring/rules.js';
import { type WeightedSum, weigh, weightUnits } from '../scoring/weighted-sum.js';

/** What scorecards must share for their scores to be compared: dimensions, weights, minimums, scale and rules. */
export interface RubricEdition {
  readonly role: string;
  readonly version: string;
  readonly variant: string | undefined;
  readonly title: string;
  /**
   * 1, except for a version that also occurs with other weights, minimums or rules: then 2, 3, … in the order they were
   * met.
   */
  readonly revision: number;
  readonly scale: ScaleRange;
  /** What the role asks for, on this scale: for charts, since no score depends on it. */
  readonly bar: number | undefined;
  readonly rules: RulesCopy;
  readonly dimensions: readonly EditionDimension[];
}

export interface EditionDimension {
  readonly id: string;
  readonly name: string;
  /** The weight in per cent; `undefined` where all weigh the same. */
  readonly weight: number | undefined;
  /** The weight in whole units, the same unit for all dimensions of the edition. */
  readonly units: number;
  readonly minimum: number | undefined;
  readonly optional: boolean;
}

/** The rubric's copy in a scorecard. */
export type CardRubric = Pick<Scorecard['rubric'], 'id' | 'version' | 'title'> & {
  readonly variant?: string | undefined;
  readonly scale: RubricEdition['scale'] & { readonly bar?: number | undefined };
  readonly recommendation: RubricEdition['rules'];
};

/** A dimension as a scorecard holds it. */
export interface CardDimension {
  readonly id: string;
  readonly name: string;
  readonly weight?: number | undefined;
  readonly minimum?: number | undefined;
  readonly optional?: boolean | undefined;
}

/**
 * Gives scorecards of the same edition the same object, so that editions are compared once and told apart by identity.
 */
export interface EditionRegistry {
  find(rubric: CardRubric, dimensions: readonly CardDimension[]): RubricEdition | undefined;
  /** Takes in an edition that `find` does not know. */
  add(rubric: CardRubric, dimensions: readonly CardDimension[]): RubricEdition;
}

export function createEditionRegistry(): EditionRegistry {
  const byKey = new Map<string, RubricEdition[]>();
  const keyOf = ({ id, version, variant }: CardRubric) => JSON.stringify([id, version, variant]);
  return {
    find: (rubric, dimensions) => byKey.get(keyOf(rubric))?.find((edition) => isEdition(edition, rubric, dimensions)),
    add: (rubric, dimensions) => {
      const key = keyOf(rubric);
      const known = byKey.get(key) ?? [];
      const edition = createEdition(rubric, dimensions, known.length + 1);
      byKey.set(key, [...known, edition]);
      return edition;
    },
  };
}

function createEdition(rubric: CardRubric, dimensions: readonly CardDimension[], revision: number): RubricEdition {
  const units = weightUnits(dimensions);
  const { scale, recommendation } = rubric;
  return {
    role: rubric.id,
    version: rubric.version,
    variant: rubric.variant,
    title: rubric.title,
    revision,
    scale: copyOfScale({ min: scale.min, max: scale.max, step: scale.step }),
    bar: scale.bar,
    rules: copyOfRules(recommendation),
    dimensions: dimensions.map(({ id, name, weight, minimum, optional }, at) => ({
      id,
      name,
      weight,
      units: units[at] ?? 0,
      minimum,
      optional: optional === true,
    })),
  };
}

function isEdition(
  edition: RubricEdition,
  { scale, recommendation }: CardRubric,
  dimensions: readonly CardDimension[],
): boolean {
  return (
    areSameScale(edition.scale, scale) &&
    areSameRules(edition.rules, recommendation) &&
    edition.dimensions.length === dimensions.length &&
    edition.dimensions.every((dimension, at) => {
      const other = dimensions[at];
      return (
        other !== undefined &&
        dimension.id === other.id &&
        dimension.weight === other.weight &&
        dimension.minimum === other.minimum &&
        dimension.optional === (other.optional === true)
      );
    })
  );
}

/** What ratings of the edition's dimensions, in their order, weigh together. */
export function weighRatings(
  ratings: readonly (Rating | undefined)[],
  { dimensions, scale }: RubricEdition,
): WeightedSum {
  return weigh(
    dimensions.map(({ units }) => units),
    ratings,
    scale,
  );
}

/** The order of editions: by role, newest version first, the plain rubric before its variants. */
export function compareEditions(a: RubricEdition, b: RubricEdition): number {
  return (
    compareText(a.role, b.role) ||
    compareVersions(b.version, a.version) ||
    compareText(a.variant ?? '', b.variant ?? '') ||
    a.revision - b.revision
  );
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
