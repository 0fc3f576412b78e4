/** What `rubric list --format` takes, the usual one first. */
export const LIST_FORMATS = ['table', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** What `rubric show --format` takes with `--brief` and `--candidate`. */
export const DOCUMENT_FORMATS = ['text', 'markdown', 'html'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What `rubric show --format` takes. */
export const SHOW_FORMATS = [...DOCUMENT_FORMATS, 'json'] as const;
export type ShowFormat = (typeof SHOW_FORMATS)[number];

/** What `rubric check --format` takes. */
export const CHECK_FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What `rubric import --as` takes. */
export const IMPORT_FORMATS = ['csv', 'progression'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What `rubric diff --format` takes. */
export const DIFF_FORMATS = ['text', 'json'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** What `rubric test --format` takes. */
export const TEST_FORMATS = ['table', 'json', 'github'] as const;
export type TestFormat = (typeof TEST_FORMATS)[number];

/** What `rubric calibrate --format` takes. */
export const CALIBRATE_FORMATS = [...DOCUMENT_FORMATS, 'json'] as const;
export type CalibrateFormat = (typeof CALIBRATE_FORMATS)[number];
