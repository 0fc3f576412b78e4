/** What `--format` takes, the usual one first. */
export const SUMMARY_FORMATS = ['table', 'json', 'csv', 'markdown', 'html', 'pdf'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];
