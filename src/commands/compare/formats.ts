/** What `--format` takes, the usual one first. */
export const COMPARE_FORMATS = ['table', 'json', 'csv', 'markdown', 'html', 'pdf'] as const;
export type CompareFormat = (typeof COMPARE_FORMATS)[number];
