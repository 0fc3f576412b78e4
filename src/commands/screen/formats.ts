/** What `--format` takes, the usual one first. */
export const SCREEN_FORMATS = ['table', 'csv', 'json', 'markdown'] as const;
export type ScreenFormat = (typeof SCREEN_FORMATS)[number];
