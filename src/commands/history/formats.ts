/** What `--format` takes, the usual one first. */
export const HISTORY_FORMATS = ['text', 'markdown', 'json'] as const;
export type HistoryFormat = (typeof HISTORY_FORMATS)[number];
