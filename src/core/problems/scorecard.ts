import { shellWord } from '../text/shell-words.js';

/** What the parts of a scorecard, or several of them, do not agree on. */
export const SCORECARD_WORDS = {
  'no-digest': () => 'the scorecard is submitted but has no digest',
  digest: () => 'the digest does not match the contents: the file was changed after it was sealed',
  arithmetic: ({ dimension, key, told, computed }: Arithmetic) =>
    `${dimension === undefined ? '' : `${dimension}: `}${key} is ${quote(told)}, recomputed as ${quote(computed)}`,
  times: (about: { startedAt?: string; submittedAt?: string }) =>
    about.submittedAt === undefined
      ? 'the scorecard is submitted but does not say when'
      : `submittedAt ${about.submittedAt} is before startedAt ${about.startedAt}`,
  'file-name': ({ id, what = 'scorecard' }: { id: string; what?: 'scorecard' | 'decision' }) =>
    `the ${what} calls itself "${id}": its file was renamed or copied`,
  report: ({ file, what = 'scorecard' }: { file: string; what?: 'scorecard' | 'decision' }) =>
    `${file} is not what the ${what} says: one of them was changed`,
  'own-digest': () => 'the report was changed: it is not what the SHA-256 in its last line says',
  journal: (about: JournalMismatch) => journalWords(about),
  unsigned: () => 'unsigned',
  signature: ({ isGood, but }: { isGood: boolean; but: string }) => `${isGood ? 'good, but ' : 'bad: '}${but}`,
  'same-id': ({ id, source }: { id: string; source: string }) =>
    `has the same id "${id}" as ${source} but has different content; remove one of them`,
  'doubtful-person': ({ name, ids }: { name: string; ids: readonly string[] }) =>
    `"${name}" may be any of ${ids.length} people (${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ', …' : ''}); say which with --same ${shellWord(`${name}=${ids[0] ?? 'ID'}`)}`,
  /** `by`: the altered file, where it stands beside this one. */
  'replaced-by-altered': ({ by }: { by?: string }) =>
    `is not counted: ${by ?? 'the scorecard that stands in its place'} is later, and was changed after it was sealed`,
  'no-scorecard': ({ found }: { found: keyof typeof INSTEAD_OF_CARD }) => INSTEAD_OF_CARD[found],
} satisfies Record<string, (about: never) => string>;

interface Arithmetic {
  /** Where it is a figure of one dimension: its id. */
  readonly dimension?: string;
  readonly key: string;
  readonly told: unknown;
  readonly computed: unknown;
}

/** What a scorecard says otherwise than the journal of its interview. */
type JournalMismatch =
  | { readonly what: 'status' | 'dimensions' }
  | { readonly what: 'dimension'; readonly id: string }
  | {
      readonly what: 'entry';
      /** Where it is an entry of one dimension: its id. */
      readonly dimension?: string;
      readonly key: string;
      readonly told: unknown;
      readonly entered: unknown;
    };

function journalWords(about: JournalMismatch): string {
  switch (about.what) {
    case 'status':
      return 'it is called a draft, and its journal says that it was submitted';
    case 'dimensions':
      return 'it has other dimensions than its journal';
    case 'dimension':
      return `its journal has no dimension "${about.id}"`;
    case 'entry': {
      const { dimension, key, told, entered } = about;
      const isShort = [told, entered].every((value) => typeof value !== 'object');
      const words = isShort
        ? `${key} is ${quote(told)}, its journal says ${quote(entered)}`
        : `${key} differs from its journal`;
      return `${dimension === undefined ? '' : `${dimension}: `}${words}`;
    }
  }
}

function quote(value: unknown): string {
  return value === undefined ? 'absent' : typeof value === 'string' ? `"${value}"` : String(value);
}

const INSTEAD_OF_CARD = {
  nothing: 'is empty',
  'other-data': 'is neither a scorecard nor output of scorecard batch',
  journal: 'is the journal of an interview, not a scorecard: scorecard history CANDIDATE tells what is in it',
  decision: 'is a decision, not a scorecard: scorecard report and scorecard verify take it',
  'damaged-draft': 'the draft is damaged: it does not hold a valid interview',
} as const;
