/** What `--format` takes, the usual one first. */
export const PANEL_FORMATS = ['table', 'json', 'markdown', 'html', 'pdf'] as const;
export type PanelFormat = (typeof PANEL_FORMATS)[number];
