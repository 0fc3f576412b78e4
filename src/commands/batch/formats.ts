/** What `--format` takes, the usual one first. */
export const BATCH_FORMATS = ['table', 'csv', 'ndjson', 'json', 'markdown'] as const;
export type BatchFormat = (typeof BATCH_FORMATS)[number];

/** What `--engine` takes; results are the same. */
export const ENGINES = ['fast', 'careful', 'duckdb'] as const;

/** What `--order` takes. */
export const ORDERS = ['table', 'score'] as const;
