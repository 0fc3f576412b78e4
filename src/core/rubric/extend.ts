import { createMistake, createProblem, type Mistake, type Problem, problemAt } from '../problem.js';
import { DimensionSchema, type Rubric, RubricSchema } from './rubric.js';
import { areSameScale } from './scale.js';

/** What a dimension may give that is filled from another rubric: a weight is a share of this one. */
export const FILLED_KEYS: readonly string[] = ['id', 'weight'];

/** What a dimension that stands for itself cannot leave out. */
const WHOLE_KEYS = ['name', 'meetsBar', 'anchors'] as const;

/** The rubric that another extends, or why nothing can be filled from it. */
export type Base = Rubric | Mistake;

type Loose = Readonly<Record<string, unknown>>;

/** The id of the rubric that this one extends; `undefined` where it gives none that can be looked for. */
export function baseIdOf(data: unknown): string | undefined {
  if (!isRecord(data)) return undefined;
  const { success, data: id } = RubricSchema.shape.extends.safeParse(data.extends);
  return success && id !== data.id ? id : undefined;
}

/** Whether a dimension is to be filled from another rubric: it says nothing of what it is. */
export function isBare(dimension: unknown): dimension is Loose {
  return isRecord(dimension) && typeof dimension.id === 'string' && !WHOLE_KEYS.some((key) => key in dimension);
}

/** For each dimension of a rubric, the position in `base` of the one that it is filled from, if it is. */
export function filledFrom(data: unknown, base: Rubric): readonly (number | undefined)[] {
  if (!isRecord(data) || !Array.isArray(data.dimensions)) return [];
  return data.dimensions.map((dimension: unknown) =>
    isBare(dimension) ? base.dimensions.findIndex(({ id }) => id === dimension.id) : undefined,
  );
}

interface Filled {
  /** The data with every dimension that could be filled. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Whether a problem with `data` comes of a dimension that could not be filled, and says nothing new. */
  isEcho(problem: Problem): boolean;
}

/**
 * Fills the dimensions that a rubric takes over from `base`, before anything else is checked, so that whatever reads a
 * rubric has a whole one. `base` may be left out for a rubric that is whole already.
 */
export function fillDimensions(data: unknown, base: Base | undefined): Filled {
  if (!isRecord(data) || typeof data.extends !== 'string' || !Array.isArray(data.dimensions)) {
    return { data, problems: [], isEcho: () => false };
  }
  const dimensions = data.dimensions as readonly unknown[];
  const bare = dimensions.flatMap((dimension, at) => (isBare(dimension) ? [{ dimension, at }] : []));
  const unusable = whyUnusable(data, base, bare.length > 0);
  if (unusable || base === undefined || 'code' in base) {
    const unfilled = new Set(bare.map(({ at }) => at));
    return { data, problems: unusable ? [unusable] : [], isEcho: (problem) => isEchoOf(problem, unfilled) };
  }
  const filled = bare.map(({ dimension, at }) => ({ at, ...fill(dimension, at, base) }));
  const byPosition = new Map(filled.map(({ at, value }) => [at, value]));
  const unfilled = new Set(filled.flatMap(({ at, value }) => (value === undefined ? [at] : [])));
  return {
    data: { ...data, dimensions: dimensions.map((dimension, at) => byPosition.get(at) ?? dimension) },
    problems: filled.flatMap(({ problems }) => problems),
    isEcho: (problem) => isEchoOf(problem, unfilled),
  };
}

/** Why no dimension can be filled, if none can. */
function whyUnusable(data: Loose, base: Base | undefined, hasBare: boolean): Problem | undefined {
  const id = String(data.extends);
  if (id === data.id) return createProblem('extends-itself', {}, ['extends']);
  if (base === undefined) return hasBare ? createProblem('no-base', { id }, ['extends']) : undefined;
  if ('code' in base) return problemAt(base, ['extends']);
  if (base.extends !== undefined) return problemAt(extendsChain(base.id, base.extends), ['extends']);
  const scale = RubricSchema.shape.scale.safeParse(data.scale);
  // Labels are words for people: they may differ.
  if (!hasBare || !scale.success || (areSameScale(scale.data, base.scale) && scale.data.bar === base.scale.bar))
    return undefined;
  return createProblem('other-scale', { base: { id, ...base.scale }, own: scale.data }, ['scale'], 'key');
}

/** A rubric is filled from one that is whole by itself, so that nobody has to follow a chain to read it. */
export function extendsChain(id: string, base: string): Mistake {
  return createMistake('extends-chain', { id, base });
}

interface FilledDimension {
  /** `undefined` where `base` has no such dimension. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

function fill(dimension: Loose, at: number, base: Rubric): FilledDimension {
  const id = String(dimension.id);
  const found = base.dimensions.find((other) => other.id === id);
  if (!found) {
    const known = base.dimensions.map((other) => other.id);
    const problem = createProblem('unknown-dimension', { id, known, role: base.id }, ['dimensions', at, 'id']);
    return { value: undefined, problems: [problem] };
  }
  const { weight: _weight, ...inherited } = found;
  // What is no key at all is told by the schema.
  const extra = Object.keys(dimension).filter((key) => key in DimensionSchema.shape && !FILLED_KEYS.includes(key));
  return {
    value: { ...inherited, ...dimension },
    problems: extra.map((key) =>
      createProblem('partly-filled', { key, base: base.id }, ['dimensions', at, key], 'key'),
    ),
  };
}

function isEchoOf({ code, path: [list, at, key] }: Problem, unfilled: ReadonlySet<number>): boolean {
  return (
    code === 'missing' && list === 'dimensions' && unfilled.has(Number(at)) && WHOLE_KEYS.some((one) => one === key)
  );
}

function isRecord(data: unknown): data is Loose {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
