/** What `--format` takes, the usual one first. */
export const PLANS_FORMATS = ['table', 'json', 'markdown', 'csv'] as const;
export type PlansFormat = (typeof PLANS_FORMATS)[number];

export const STATUS_FORMATS = ['text', 'json'] as const;
export type StatusFormat = (typeof STATUS_FORMATS)[number];
