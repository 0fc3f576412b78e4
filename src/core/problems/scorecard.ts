/** What the parts of a scorecard, or several of them, do not agree on. */
export const SCORECARD_WORDS = {
  'no-digest': () => 'the scorecard is submitted but has no digest',
  digest: () => 'the digest does not match the contents: the file was changed after it was sealed',
  arithmetic: ({ dimension, key, told, computed }: Arithmetic) =>
    `${dimension === undefined ? '' : `${dimension}: `}${key} is ${quote(told)}, recomputed as ${quote(computed)}`,
  'same-id': ({ id, source }: { id: string; source: string }) =>
    `has the same id "${id}" as ${source} but has different content; remove one of them`,
  'no-scorecard': ({ found }: { found: keyof typeof INSTEAD_OF_CARD }) => INSTEAD_OF_CARD[found],
} satisfies Record<string, (about: never) => string>;

interface Arithmetic {
  /** Where it is a figure of one dimension: its id. */
  readonly dimension?: string;
  readonly key: string;
  readonly told: unknown;
  readonly computed: unknown;
}

function quote(value: unknown): string {
  return value === undefined ? 'absent' : typeof value === 'string' ? `"${value}"` : String(value);
}

const INSTEAD_OF_CARD = {
  nothing: 'is empty',
  'other-data': 'is neither a scorecard nor output of scorecard batch',
  'damaged-draft': 'the draft is damaged: it does not hold a valid interview',
} as const;
