/** What `--from` takes. */
export const IMPORT_SYSTEMS = ['greenhouse', 'lever'] as const;
