/** What `--format` takes, the usual one first. */
export const DRAFTS_FORMATS = ['text', 'json'] as const;
export type DraftsFormat = (typeof DRAFTS_FORMATS)[number];
