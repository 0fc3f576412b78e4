import { at } from '../ratings/at.js';
import type { NoValueReason } from '../ratings/no-value.js';
import { LARGEST } from '../ratings/ratings.js';
import { type ComponentName, DESIGNS, type Design } from './designs.js';
import type { Cell } from './effects.js';
import { varianceComponents } from './henderson.js';

export interface VarianceComponent {
  readonly name: ComponentName;
  /** In squared points; an estimate below 0 counts as 0. `undefined` where the ratings don't tell it. */
  readonly variance: number | undefined;
  /** As it was estimated, where that was below 0. */
  readonly negative?: number | undefined;
}

export interface Generalizability {
  readonly design: Design;
  readonly components: readonly VarianceComponent[];
  /** Only where there are no components. */
  readonly reason?: NoValueReason | undefined;
  /** Ratings, and cells of the design without one. */
  readonly ratings: number;
  readonly missing: number;
}

/** Ratings in lists of lists, as deep as the design has facets. */
export type NestedRatings =
  | readonly (readonly (number | null | undefined)[])[]
  | readonly (readonly (readonly (number | null | undefined)[])[])[];

/**
 * A G study: how much of the variance of ratings comes from candidates, interviewers, dimensions and what they do together,
 * all taken as samples. Complete or not; estimates below 0 are set to 0, and said to be.
 *
 * No components when the ratings don't tell them apart: a single candidate, or a facet with one level.
 *
 * @param design which facets are crossed, and how deep `ratings` is; unless given, everything is crossed
 * @throws RangeError when `ratings` isn't as deep as its design, a rating isn't a finite number, or in crossed designs rows
 *   differ in length
 * @see Brennan (2001), Generalizability Theory, chapters 3 and 7; Henderson (1953), https://doi.org/10.2307/3001853, method 1
 * @example generalizability([[4, 5], [2, 3], [1, 1]]).components // candidate 3, interviewer 0.166…, residual 0.166…
 */
export function generalizability(ratings: NestedRatings, design: Design = crossedBy(ratings)): Generalizability {
  const effects = DESIGNS[design];
  if (effects === undefined) throw new RangeError(`a design is ${Object.keys(DESIGNS).join(', or ')}; not ${design}`);
  const depth = 1 + Math.max(...effects.flatMap(({ facets }) => facets));
  const { cells, missing } = cellsOf(ratings, depth);
  if (design !== 'candidate x (interviewer : dimension)') checkRectangle(ratings, depth);
  const about = { design, ratings: cells.length, missing };
  const none = effects.map(({ name }) => ({ name, variance: undefined }));
  if (cells.length === 0) return { ...about, components: none, reason: 'no-ratings' };
  const estimates = varianceComponents(cells, effects);
  if (estimates === undefined) return { ...about, components: none, reason: 'not-estimable' };
  const components = effects.map(({ name }, position): VarianceComponent => {
    const variance = at(estimates, position);
    return variance < 0 ? { name, variance: 0, negative: variance } : { name, variance };
  });
  return { ...about, components };
}

function crossedBy(ratings: NestedRatings): Design {
  const isDeep = Array.isArray(ratings?.[0]) && Array.isArray(ratings[0][0]);
  return isDeep ? 'candidate x interviewer x dimension' : 'candidate x interviewer';
}

function cellsOf(ratings: NestedRatings, depth: number): { readonly cells: readonly Cell[]; readonly missing: number } {
  const cells: Cell[] = [];
  let missing = 0;
  const walk = (node: unknown, place: readonly number[]): void => {
    if (place.length < depth) {
      if (!Array.isArray(node))
        throw new RangeError(`${whereIs(place)}a list is needed: the design has ${depth} facets`);
      Array.from(node, (child: unknown, position) => walk(child, [...place, position]));
    } else if (node === undefined || node === null) missing += 1;
    else if (typeof node === 'number' && Math.abs(node) <= LARGEST) cells.push({ rating: node, place });
    else
      throw new RangeError(
        `${whereIs(place)}${typeof node === 'number' ? node : JSON.stringify(node)} is not a number of reasonable size`,
      );
  };
  walk(ratings, []);
  return { cells, missing };
}

function whereIs(place: readonly number[]): string {
  return place.length === 0 ? '' : `at ${place.map((position) => position + 1).join(', ')}: `;
}

function checkRectangle(ratings: NestedRatings, depth: number): void {
  const lengths = (node: unknown, level: number): readonly string[] => {
    if (level === depth || !Array.isArray(node)) return [];
    return [`${level} ${node.length}`, ...node.flatMap((child) => lengths(child, level + 1))];
  };
  if (new Set(lengths(ratings, 0)).size > depth)
    throw new RangeError('rows of a crossed design are of the same length');
}
