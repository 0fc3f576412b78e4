/** What `--format` takes, the usual one first. */
export const AGREEMENT_FORMATS = ['table', 'json', 'csv', 'markdown', 'html', 'pdf'] as const;
export type AgreementFormat = (typeof AGREEMENT_FORMATS)[number];
