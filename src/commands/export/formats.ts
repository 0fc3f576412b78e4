/** What `--to` takes. */
export const EXPORT_TARGETS = ['text', 'greenhouse', 'lever', 'ashby', 'merge'] as const;
export type ExportTarget = (typeof EXPORT_TARGETS)[number];
