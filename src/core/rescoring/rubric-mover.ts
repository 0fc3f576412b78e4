import type { PanelCard } from '../panel/card.js';
import { createEditionRegistry, editionOfRubric, type HeldRating, type RubricEdition } from '../panel/edition.js';
import { moveCard } from '../panel/joining/align-cards.js';
import type { Rubric } from '../rubric/rubric.js';
import { areSameScale, isRated } from '../rubric/scale.js';
import { applyVariant } from '../rubric/variant.js';

/**
 * Why a scorecard cannot be scored by a rubric. `scale`: its ratings are of another one; `variant`: there is none of its
 * name; `dimensions`: it rates none of the rubric's.
 */
export type Unfit = 'scale' | 'variant' | 'dimensions';

/** What takes scorecards over to a rubric. */
export interface Mover {
  /** Why a scorecard cannot be scored by the rubric; `undefined` where it can. */
  unfit(card: PanelCard): Unfit | undefined;
  move(card: PanelCard): PanelCard;
}

export function createMover(rubric: Rubric): Mover {
  const registry = createEditionRegistry();
  const editions = new Map<string | undefined, RubricEdition | undefined>();
  const editionOf = (variant: string | undefined) => {
    if (editions.has(variant)) return editions.get(variant);
    const varied = variedBy(rubric, variant);
    const edition = varied && editionOfRubric(varied, variant, registry);
    editions.set(variant, edition);
    return edition;
  };
  return {
    unfit: ({ edition, ratings }) => {
      const target = editionOf(edition.variant);
      if (!target) return 'variant';
      if (!areSameScale(edition.scale, target.scale)) return 'scale';
      const ids = new Set(target.dimensions.map(({ id }) => id));
      const isAny = edition.dimensions.some(({ id }, at) => isRated(ratings[at] ?? 'not-held') && ids.has(id));
      return isAny || !ratings.some((rating) => isRated(rating)) ? undefined : 'dimensions';
    },
    move: (card) => {
      const target = editionOf(card.edition.variant);
      if (!target) return card;
      const moved = moveCard(card, target, card.session === undefined ? 'not-assessed' : 'not-held');
      const flags = variedBy(rubric, card.edition.variant)?.redFlags ?? [];
      return {
        ...moved,
        ratings: moved.ratings.map((rating, at) => allowed(rating, target.dimensions[at]?.optional === true)),
        redFlags: moved.redFlags.flatMap((seen) => {
          const known = flags.find(({ id }) => id === seen.id);
          return known ? [{ ...seen, flag: known.flag, severity: known.severity }] : [];
        }),
      };
    },
  };
}

/** The rubric as a scorecard of this variant was held with it; `undefined` where it has no such variant. */
export function variedBy(rubric: Rubric, variant: string | undefined): Rubric | undefined {
  const overlay = rubric.variants.find(({ id }) => id === variant);
  return variant === undefined || overlay ? applyVariant(rubric, overlay) : undefined;
}

/** Of a dimension that has to be rated, "not applicable" says no more than that it was not. */
function allowed(rating: HeldRating, isOptional: boolean): HeldRating {
  return rating === 'not-applicable' && !isOptional ? 'not-assessed' : rating;
}
