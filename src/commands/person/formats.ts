/** What `--format` takes, the usual one first. */
export const PERSON_FORMATS = ['text', 'json'] as const;
export type PersonFormat = (typeof PERSON_FORMATS)[number];
