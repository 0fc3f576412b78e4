import type { ExportPoint } from '../../rubric/export-points.js';
import type { Rating } from '../../rubric/scale.js';
import type { RatedDimension, Scorecard } from '../../scorecard/scorecard.js';
import type { VerdictWord } from '../../scoring/verdict.js';
import type { Counterpart } from '../points.js';

/** A scorecard on its way into another system. */
export interface Outgoing {
  readonly card: Scorecard;
  readonly counterpart: (rating: Rating) => Counterpart;
  /** All of it as plain text, with the ratings as they were given. */
  readonly note: string;
  /** What only the other system knows, by the names that `--id` takes. */
  readonly ids: Readonly<Record<string, string>>;
}

/** What the other system takes, and what of the scorecard is in it otherwise than it was, or not at all. */
export interface Exported {
  readonly body: object;
  readonly told: readonly Told[];
}

/** A rating of a dimension, by its name. */
export interface NamedRating {
  readonly name: string;
  readonly rating: Rating;
}

export type Told =
  | { readonly type: 'no-counterpart'; readonly ratings: readonly NamedRating[] }
  | { readonly type: 'mapped'; readonly ratings: readonly (NamedRating & { readonly point: ExportPoint })[] }
  | { readonly type: 'not-applicable'; readonly names: readonly string[] }
  /** The form has no field that holds the rating. */
  | { readonly type: 'no-field'; readonly ratings: readonly NamedRating[] }
  /** `as`: what stands in its place; `undefined`: nothing does. */
  | { readonly type: 'verdict'; readonly verdict: VerdictWord | undefined; readonly as: ExportPoint | undefined }
  | { readonly type: 'required'; readonly fields: readonly string[] }
  /** The form has no field for the note. */
  | { readonly type: 'no-note' }
  /** What is `null`, by the names that `--id` takes. */
  | { readonly type: 'to-fill-in'; readonly names: readonly string[] };

/** What becomes of the ratings where each could be written. */
export function toldOfRatings({ card, counterpart }: Outgoing): readonly Told[] {
  const rated = card.dimensions.filter(({ rating }) => typeof rating === 'number');
  const lost = rated.filter(({ rating }) => counterpart(rating).type === 'none');
  const mapped = rated.flatMap(({ name, rating }) => {
    const found = counterpart(rating);
    return found.type === 'point' && found.isMapped ? [{ name, rating, point: found.point }] : [];
  });
  const inapplicable = card.dimensions.filter(({ rating }) => rating === 'not-applicable');
  return [
    ...(lost.length > 0 ? [{ type: 'no-counterpart', ratings: lost.map(named) } as const] : []),
    ...(mapped.length > 0 ? [{ type: 'mapped', ratings: mapped } as const] : []),
    ...(inapplicable.length > 0
      ? [{ type: 'not-applicable', names: inapplicable.map(({ name }) => name) } as const]
      : []),
  ];
}

export function named({ name, rating }: RatedDimension): NamedRating {
  return { name, rating };
}

/** The evidence of a dimension as one text: a paragraph for each piece of it. */
export function evidenceText({ evidence = [] }: Pick<RatedDimension, 'evidence'>): string {
  return evidence.map(({ text }) => text).join('\n\n');
}

/** A time in UTC, as the systems write it. */
export function utc(timestamp: string): string {
  return new Date(timestamp).toISOString();
}

/** An id that is a whole number, as a number; any other id is not one of theirs. */
export function wholeId(id: unknown): number | null {
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : null;
}

/** What is still `null` of what only the other system knows, by the names that `--id` takes. */
export function toldOfIds(ids: Readonly<Record<string, unknown>>): readonly Told[] {
  const names = Object.entries(ids).flatMap(([name, value]) => (value === null ? [name] : []));
  return names.length > 0 ? [{ type: 'to-fill-in', names }] : [];
}
