/** What `--format` takes, the usual one first. */
export const PURGE_FORMATS = ['text', 'json'] as const;
export type PurgeFormat = (typeof PURGE_FORMATS)[number];
