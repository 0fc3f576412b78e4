/** What `--format` takes, the usual one first. */
export const IMPACT_FORMATS = ['table', 'json', 'csv', 'markdown', 'html', 'pdf'] as const;
export type ImpactFormat = (typeof IMPACT_FORMATS)[number];
