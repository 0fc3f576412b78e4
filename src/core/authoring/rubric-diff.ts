import type { Dimension, Rubric, Variant } from '../rubric/rubric.js';
import { ratingsOf } from '../rubric/scale.js';
import { applyVariant } from '../rubric/variant.js';

/** How one version of a rubric differs from another, in the words of the domain. */
export interface RubricChange {
  readonly what:
    | 'rubric'
    | 'dimension'
    | 'weight'
    | 'anchor'
    | 'question'
    | 'red-flag'
    | 'exercise'
    | 'requirement'
    | 'rule'
    | 'variant';
  /** One line, such as "Security: weight 10% → 15%". */
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
  /** Scores from before and after can't be ranked together. */
  readonly breaks?: true;
  /** Ratings from before may have meant something else. */
  readonly shifts?: true;
}

export interface RubricDiff {
  readonly changes: readonly RubricChange[];
  /** `yes`: scores mean the same. `with-care`: the arithmetic is the same, the anchors are not. `no`: they don't compare. */
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
    changed('rubric', key, before[key], after[key]),
  );
}

function rules(before: Rubric, after: Rubric): readonly RubricChange[] {
  const range = ({ scale }: Rubric) => `${scale.min} to ${scale.max}, bar ${scale.bar}`;
  const bands = ({ recommendation: { bands } }: Rubric) =>
    `strong-yes ${bands['strong-yes']}, yes ${bands.yes}, no ${bands.no}`;
  const coverage = ({ recommendation }: Rubric) => `${recommendation.coverageAtLeast}%`;
  return [
    ...changed('rule', 'scale', range(before), range(after)).map((change) => ({ ...change, breaks: true as const })),
    ...changed('rule', 'bands', bands(before), bands(after)).map((change) => ({ ...change, shifts: true as const })),
    ...changed('rule', 'coverage needed', coverage(before), coverage(after)),
  ];
}

function dimensions(before: Rubric, after: Rubric): readonly RubricChange[] {
  const removed = before.dimensions.filter(({ id }) => !after.dimensions.some((other) => other.id === id));
  return [
    ...removed.map(
      ({ name, weight }): RubricChange => ({
        what: 'dimension',
        message: `removed: ${name}, ${weight}%`,
        before: name,
        breaks: true,
      }),
    ),
    ...after.dimensions.flatMap((dimension): readonly RubricChange[] => {
      const old = before.dimensions.find(({ id }) => id === dimension.id);
      if (old) return dimensionChanges(old, dimension, after.scale);
      return [
        {
          what: 'dimension',
          message: `added: ${dimension.name}, ${dimension.weight}%`,
          after: dimension.name,
          breaks: true,
        },
      ];
    }),
  ];
}

function dimensionChanges(old: Dimension, dimension: Dimension, scale: Rubric['scale']): readonly RubricChange[] {
  const { name } = dimension;
  const minimum = (value: number | undefined) => (value === undefined ? 'none' : String(value));
  return [
    ...changed('dimension', `${name}: name`, old.name, dimension.name),
    ...changed('weight', `${name}: weight`, `${old.weight}%`, `${dimension.weight}%`).map((change) => ({
      ...change,
      breaks: true as const,
    })),
    ...changed('rule', `${name}: minimum`, minimum(old.minimum), minimum(dimension.minimum)).map(shifting),
    ...changed('rule', `${name}: optional`, String(old.optional), String(dimension.optional)).map(shifting),
    ...changed('anchor', `${name}: meets the bar`, old.meetsBar, dimension.meetsBar).map(shifting),
    ...ratingsOf(scale).flatMap((rating) =>
      changed(
        'anchor',
        `${name}: anchor ${rating}`,
        old.anchors[String(rating)],
        dimension.anchors[String(rating)],
      ).map(shifting),
    ),
    ...questions(old, dimension),
  ];
}

function shifting(change: RubricChange): RubricChange {
  return { ...change, shifts: true };
}

function questions(old: Dimension, dimension: Dimension): readonly RubricChange[] {
  const asked = (list: Dimension['questions']) => list.map(({ ask }) => ask);
  const [before, after] = [asked(old.questions), asked(dimension.questions)];
  return [
    ...before
      .filter((ask) => !after.includes(ask))
      .map((ask): RubricChange => ({ what: 'question', message: `${dimension.name}: question removed`, before: ask })),
    ...after
      .filter((ask) => !before.includes(ask))
      .map((ask): RubricChange => ({ what: 'question', message: `${dimension.name}: question added`, after: ask })),
  ];
}

function parts<T extends { readonly id: string }>(
  what: RubricChange['what'],
  before: readonly T[],
  after: readonly T[],
  tell: (part: T) => string,
): readonly RubricChange[] {
  const removed = before.filter(({ id }) => !after.some((other) => other.id === id));
  return [
    ...removed.map(({ id }): RubricChange => ({ what, message: `${id}: removed` })),
    ...after.flatMap((part): readonly RubricChange[] => {
      const old = before.find(({ id }) => id === part.id);
      if (!old) return [{ what, message: `${part.id}: added` }];
      return tell(old) === tell(part) ? [] : [{ what, message: `${part.id}: changed` }];
    }),
  ];
}

/** One change where the two texts differ. Short ones stand in the message, long ones beside it. */
function changed(
  what: RubricChange['what'],
  label: string,
  before: string | undefined,
  after: string | undefined,
): readonly RubricChange[] {
  if (before === after) return [];
  const isShort = (before ?? '').length + (after ?? '').length <= 60;
  const message = isShort ? `${label} ${before ?? 'none'} → ${after ?? 'none'}` : `${label} rewritten`;
  return [{ what, message, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** A rubric as a variant reshapes it, with what the variant changes told a line each. */
export interface Overlay {
  readonly title: string;
  readonly why: string;
  readonly changes: readonly string[];
}

export function describeOverlay(rubric: Rubric, variant: Variant): Overlay {
  const { changes } = diffRubrics(rubric, applyVariant(rubric, variant));
  const told = changes.map(({ message, after }) =>
    after === undefined || message.includes(' → ') ? message : `${message}: ${after}`,
  );
  const flags = variant.redFlags.map(({ flag }) => `red flag added: ${flag}`);
  return {
    title: variant.title,
    why: variant.why,
    changes: [...told.filter((line) => !/: added$/.test(line)), ...flags],
  };
}
