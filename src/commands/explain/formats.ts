/** What `--format` takes, the usual one first. */
export const EXPLAIN_FORMATS = ['text', 'markdown', 'html'] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];
