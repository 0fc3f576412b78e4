import type { Dimension, Rubric, Variant } from '../rubric/rubric.js';
import { wholeRatingsOf } from '../rubric/scale.js';
import { applyVariant } from '../rubric/variant.js';
import { scaleInWords } from '../text/wording.js';

/** A part of a rubric that is there once for each id. */
type PartKind = 'red-flag' | 'exercise' | 'requirement' | 'variant';

/** What of a rubric, or of one of its dimensions, can read otherwise than before. */
export type RubricField =
  | 'id'
  | 'title'
  | 'version'
  | 'summary'
  | 'weightsRationale'
  | 'scale'
  | 'bands'
  | 'coverageAtLeast'
  | 'strongYesNeeds'
  | 'borderline'
  | 'pool'
  | 'name'
  | 'weight'
  | 'minimum'
  | 'optional'
  | 'meetsBar'
  | 'anchor';

interface Consequences {
  /** Scores from before and after can't be ranked together. */
  readonly breaks?: true;
  /** Ratings from before may have meant something else. */
  readonly shifts?: true;
}

/** A field whose text is another now. */
export interface FieldChange extends Consequences {
  readonly type: 'changed';
  readonly what: 'rubric' | 'rule' | 'dimension' | 'weight' | 'anchor';
  /** The name of the dimension; none where it is the rubric itself. */
  readonly subject?: string;
  readonly field: RubricField;
  /** Whose anchor it is. */
  readonly rating?: number;
  /** `undefined`: there was none. */
  readonly before?: string;
  readonly after?: string;
}

/** A dimension that came or went. */
interface DimensionChange extends Consequences {
  readonly type: 'added' | 'removed';
  readonly what: 'dimension';
  /** Its name; `before` or `after` has it too. */
  readonly subject: string;
  /** In percent; `undefined` where all weigh the same. */
  readonly weight: number | undefined;
  readonly before?: string;
  readonly after?: string;
}

/** A question that came or went: it stands in `before` or `after`. */
interface QuestionChange extends Consequences {
  readonly type: 'added' | 'removed';
  readonly what: 'question';
  /** The name of its dimension. */
  readonly subject: string;
  readonly before?: string;
  readonly after?: string;
}

interface PartChange extends Consequences {
  readonly type: 'added' | 'removed' | 'changed';
  readonly what: PartKind;
  /** Its id. */
  readonly subject: string;
}

/** How one version of a rubric differs from another: data, which `render` puts into words. */
export type RubricChange = FieldChange | DimensionChange | QuestionChange | PartChange;

export interface RubricDiff {
  readonly changes: readonly RubricChange[];
  /**
   * `yes`: scores mean the same. `with-care`: the arithmetic is the same, the anchors are not. `no`: they don't
   * compare.
   */
  readonly comparable: 'yes' | 'with-care' | 'no';
}

/** What changed from `before` to `after`, and whether scorecards of both can still be compared. */
export function diffRubrics(before: Rubric, after: Rubric): RubricDiff {
  const changes = [
    ...fields(before, after),
    ...rules(before, after),
    ...dimensions(before, after),
    ...parts('red-flag', before.redFlags, after.redFlags, ({ flag, severity }) => `${severity}: ${flag}`),
    ...parts('exercise', before.exercises, after.exercises, (exercise) => JSON.stringify(exercise)),
    ...parts('requirement', before.requirements, after.requirements, (requirement) => JSON.stringify(requirement)),
    ...parts('variant', before.variants, after.variants, (variant) => JSON.stringify(variant)),
  ];
  const comparable = changes.some(({ breaks }) => breaks)
    ? 'no'
    : changes.some(({ shifts }) => shifts)
      ? 'with-care'
      : 'yes';
  return { changes, comparable };
}

function fields(before: Rubric, after: Rubric): readonly RubricChange[] {
  return (['id', 'title', 'version', 'summary', 'weightsRationale'] as const).flatMap((key) =>
    changed({ what: 'rubric', field: key }, before[key], after[key]),
  );
}

function rules(before: Rubric, after: Rubric): readonly RubricChange[] {
  const range = ({ scale }: Rubric) => `${scaleInWords(scale)}, bar ${scale.bar}`;
  const bands = ({ recommendation: { bands } }: Rubric) =>
    `strong-yes ${bands['strong-yes']}, yes ${bands.yes}, no ${bands.no}`;
  const coverage = ({ recommendation }: Rubric) => `${recommendation.coverageAtLeast}%`;
  const pool = ({ recommendation }: Rubric) => recommendation.pool ?? 'mean';
  return [
    ...changed({ what: 'rule', field: 'scale', breaks: true }, range(before), range(after)),
    ...changed({ what: 'rule', field: 'bands', shifts: true }, bands(before), bands(after)),
    ...changed({ what: 'rule', field: 'coverageAtLeast' }, coverage(before), coverage(after)),
    ...(['strongYesNeeds', 'borderline'] as const).flatMap((field) => {
      const told = ({ recommendation: { [field]: value } }: Rubric) =>
        value === undefined ? undefined : String(value);
      return changed({ what: 'rule', field, shifts: true }, told(before), told(after));
    }),
    ...changed({ what: 'rule', field: 'pool', shifts: true }, pool(before), pool(after)),
  ];
}

function dimensions(before: Rubric, after: Rubric): readonly RubricChange[] {
  const removed = before.dimensions.filter(({ id }) => !after.dimensions.some((other) => other.id === id));
  return [
    ...removed.map(
      ({ name, weight }): RubricChange => ({
        type: 'removed',
        what: 'dimension',
        subject: name,
        weight,
        before: name,
        breaks: true,
      }),
    ),
    ...after.dimensions.flatMap((dimension): readonly RubricChange[] => {
      const old = before.dimensions.find(({ id }) => id === dimension.id);
      if (old) return dimensionChanges(old, dimension, after.scale);
      const { name, weight } = dimension;
      return [{ type: 'added', what: 'dimension', subject: name, weight, after: name, breaks: true }];
    }),
  ];
}

function dimensionChanges(old: Dimension, dimension: Dimension, scale: Rubric['scale']): readonly RubricChange[] {
  const of = { subject: dimension.name };
  const rule = { ...of, what: 'rule', shifts: true } as const;
  const anchor = { ...of, what: 'anchor', shifts: true } as const;
  const minimum = (value: number | undefined) => (value === undefined ? undefined : String(value));
  return [
    ...changed({ ...of, what: 'dimension', field: 'name' }, old.name, dimension.name),
    ...changed({ ...of, what: 'weight', field: 'weight', breaks: true }, weightInWords(old), weightInWords(dimension)),
    ...changed({ ...rule, field: 'minimum' }, minimum(old.minimum), minimum(dimension.minimum)),
    ...changed({ ...rule, field: 'optional' }, String(old.optional), String(dimension.optional)),
    ...changed({ ...anchor, field: 'meetsBar' }, old.meetsBar, dimension.meetsBar),
    ...wholeRatingsOf(scale).flatMap((rating) => {
      const key = String(rating);
      return changed({ ...anchor, field: 'anchor', rating }, old.anchors[key]?.text, dimension.anchors[key]?.text);
    }),
    ...questions(old, dimension),
  ];
}

function weightInWords({ weight }: Dimension): string {
  return weight === undefined ? 'equal' : `${weight}%`;
}

function questions(old: Dimension, dimension: Dimension): readonly RubricChange[] {
  const asked = (list: Dimension['questions']) => list.map(({ ask }) => ask);
  const [before, after] = [asked(old.questions), asked(dimension.questions)];
  const of = { what: 'question', subject: dimension.name } as const;
  return [
    ...before
      .filter((ask) => !after.includes(ask))
      .map((ask): RubricChange => ({ ...of, type: 'removed', before: ask })),
    ...after.filter((ask) => !before.includes(ask)).map((ask): RubricChange => ({ ...of, type: 'added', after: ask })),
  ];
}

function parts<T extends { readonly id: string }>(
  what: PartKind,
  before: readonly T[],
  after: readonly T[],
  tell: (part: T) => string,
): readonly RubricChange[] {
  const removed = before.filter(({ id }) => !after.some((other) => other.id === id));
  return [
    ...removed.map(({ id }): RubricChange => ({ type: 'removed', what, subject: id })),
    ...after.flatMap((part): readonly RubricChange[] => {
      const old = before.find(({ id }) => id === part.id);
      if (!old) return [{ type: 'added', what, subject: part.id }];
      return tell(old) === tell(part) ? [] : [{ type: 'changed', what, subject: part.id }];
    }),
  ];
}

/** One change where the two texts differ. */
function changed(
  of: Omit<FieldChange, 'type' | 'before' | 'after'>,
  before: string | undefined,
  after: string | undefined,
): readonly RubricChange[] {
  if (before === after) return [];
  const texts = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  return [{ ...of, type: 'changed', ...texts }];
}

/** What a variant makes of a rubric. */
export interface Overlay {
  readonly title: string;
  readonly why: string;
  /** All but the red flags, which are only added. */
  readonly changes: readonly RubricChange[];
  /** The sentences of those it adds. */
  readonly redFlags: readonly string[];
}

export function describeOverlay(rubric: Rubric, variant: Variant): Overlay {
  const { changes } = diffRubrics(rubric, applyVariant(rubric, variant));
  return {
    title: variant.title,
    why: variant.why,
    changes: changes.filter(({ what }) => what !== 'red-flag'),
    redFlags: variant.redFlags.map(({ flag }) => flag),
  };
}
