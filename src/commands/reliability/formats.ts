/** What `--format` takes, the usual one first. */
export const RELIABILITY_FORMATS = ['table', 'json', 'csv', 'markdown', 'html', 'pdf'] as const;
export type ReliabilityFormat = (typeof RELIABILITY_FORMATS)[number];
