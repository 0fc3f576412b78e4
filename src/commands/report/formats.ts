/** What `--format` takes, the usual one first. */
export const REPORT_FORMATS = ['markdown', 'json', 'answers', 'html', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
