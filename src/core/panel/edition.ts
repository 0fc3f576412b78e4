import { wholeUnits } from '../numbers/decimal.js';
import type { InterviewSession, Rubric } from '../rubric/rubric.js';
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
  /** Whether these are all dimensions of the rubric; a scorecard of one session knows no others than its own. */
  readonly isWhole: boolean;
  /** The weight of the dimensions that aren't known, in the same units; 0 where nobody can say. */
  readonly unknownUnits: number;
  /** The sessions of the interview plan; `undefined` where no rubric was at hand to tell them. */
  readonly sessions: readonly EditionSession[] | undefined;
}

export type EditionSession = Pick<InterviewSession, 'id' | 'title' | 'dimensions'>;

/** What one interviewer gave a dimension; `not-held`: it was in no session of theirs, which is no gap of theirs. */
export type HeldRating = Rating | 'not-held';

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
  find(rubric: CardRubric, form: EditionForm): RubricEdition | undefined;
  /** Takes in an edition that `find` does not know. */
  add(rubric: CardRubric, form: EditionForm): RubricEdition;
}

/** The dimensions that a scorecard holds, and whether they are those of the whole rubric or of one session. */
export interface EditionForm {
  readonly dimensions: readonly CardDimension[];
  readonly isWhole: boolean;
}

export function createEditionRegistry(): EditionRegistry {
  const byKey = new Map<string, RubricEdition[]>();
  const keyOf = ({ id, version, variant }: CardRubric, { isWhole }: EditionForm) =>
    JSON.stringify([id, version, variant, isWhole]);
  return {
    find: (rubric, form) =>
      byKey.get(keyOf(rubric, form))?.find((edition) => isEdition(edition, rubric, form.dimensions)),
    add: (rubric, form) => {
      const key = keyOf(rubric, form);
      const known = byKey.get(key) ?? [];
      const edition = createEdition(rubric, form, known.length + 1);
      byKey.set(key, [...known, edition]);
      return edition;
    },
  };
}

/** The edition of a whole rubric, as the scorecards of the whole interview have it. */
export function editionOfRubric(rubric: Rubric, variant: string | undefined, registry: EditionRegistry): RubricEdition {
  const { id, version, title, scale, recommendation } = rubric;
  const copy = { id, version, title, variant, scale, recommendation };
  const form = { dimensions: rubric.dimensions, isWhole: true };
  return registry.find(copy, form) ?? registry.add(copy, form);
}

function createEdition(rubric: CardRubric, { dimensions, isWhole }: EditionForm, revision: number): RubricEdition {
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
    isWhole,
    unknownUnits: 0,
    sessions: undefined,
  };
}

/**
 * What scorecards of several sessions tell together of a rubric that nobody has at hand. Weights are in per cent: where
 * they add up to 100, it is the whole rubric.
 */
export function joinEditions(first: RubricEdition, more: readonly RubricEdition[], revision: number): RubricEdition {
  const byId = new Map([first, ...more].flatMap(({ dimensions }) => dimensions.map((one) => [one.id, one] as const)));
  const dimensions = [...byId.values()];
  const weights = dimensions.flatMap(({ weight }) => weight ?? []);
  const isWeighted = weights.length === dimensions.length;
  const [all = 0, ...units] = isWeighted ? wholeUnits([100, ...weights]) : [0, ...weightUnits(dimensions)];
  const unknown = isWeighted ? all - units.reduce((sum, one) => sum + one, 0) : 0;
  return {
    ...first,
    revision,
    dimensions: dimensions.map((dimension, at) => ({ ...dimension, units: units[at] ?? 0 })),
    isWhole: isWeighted && unknown === 0,
    unknownUnits: Math.max(0, unknown),
  };
}

/** Whether both are of one version and variant, with the same scale and rules. */
export function haveSameRules(a: RubricEdition, b: RubricEdition): boolean {
  return (
    a.role === b.role &&
    a.version === b.version &&
    a.variant === b.variant &&
    areSameScale(a.scale, b.scale) &&
    areSameRules(a.rules, b.rules)
  );
}

/** Whether a dimension weighs the same in both, and asks for the same. */
export function areSameDimension(a: Omit<EditionDimension, 'name' | 'units'>, b: CardDimension): boolean {
  return a.id === b.id && a.weight === b.weight && a.minimum === b.minimum && a.optional === (b.optional === true);
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
      return other !== undefined && areSameDimension(dimension, other);
    })
  );
}

/** What ratings of the edition's dimensions, in their order, weigh together. What was not held weighs as not assessed. */
export function weighRatings(
  ratings: readonly (HeldRating | undefined)[],
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
