/** `uniform-guidelines`: the four-fifths rule with its tests. `local-law-144`: rates and ratios as New York City has them published. */
export const IMPACT_FORMS = ['uniform-guidelines', 'local-law-144'] as const;
export type ImpactForm = (typeof IMPACT_FORMS)[number];
