import type { Requirement, Rubric } from '../rubric/rubric.js';

const EMAIL = ['email', 'e mail', 'email address', 'e mail address'];

/** The program whose words a column holds. */
export type Vocabulary = 'ours' | 'greenhouse' | 'lever';

/** What a column means. `at` is a position in the rubric's list. */
export type ColumnMeaning =
  | { readonly type: 'candidate' | 'interviewer' | IdMeaning | 'flags' | 'verdict-reason' | 'reject' }
  | { readonly type: 'verdict'; readonly words: Vocabulary }
  | { readonly type: 'rating'; readonly at: number; readonly words: Vocabulary }
  | { readonly type: 'evidence'; readonly at: number }
  | { readonly type: 'flag'; readonly at: number }
  | { readonly type: 'flag-evidence'; readonly at: number }
  | { readonly type: 'requirement'; readonly at: number };

/** What tells people of one name apart. */
type IdMeaning = 'candidate-id' | 'interviewer-id';

/** Headers of ids, the surest first: where a table has several, that one counts. */
export const ID_HEADERS: Readonly<Record<IdMeaning, readonly string[]>> = {
  'candidate-id': [...idHeaders('candidate'), ...idHeaders('applicant'), 'person id', ...EMAIL],
  'interviewer-id': [...idHeaders('interviewer'), ...idHeaders('rater')],
};

/** Columns that `--rejects` puts before a row; they are known, and left alone, when the rows come back. */
export const REJECT_COLUMNS = ['rejected-line', 'rejected-column', 'rejected-because'] as const;

const FIXED: Readonly<Record<string, ColumnMeaning>> = {
  ...meaning({ type: 'candidate' }, ['candidate', 'candidate name', 'name', 'full name', 'applicant']),
  ...meaning({ type: 'interviewer' }, ['interviewer', 'interviewer name', 'interviewed by', 'submitted by', 'rater']),
  ...meaning({ type: 'candidate-id' }, ID_HEADERS['candidate-id']),
  ...meaning({ type: 'interviewer-id' }, ID_HEADERS['interviewer-id']),
  ...meaning({ type: 'flags' }, ['flags', 'red flags', 'redflags', 'red flag']),
  ...meaning({ type: 'verdict', words: 'ours' }, ['verdict', 'decision']),
  ...meaning({ type: 'verdict', words: 'greenhouse' }, ['overall recommendation']),
  ...meaning({ type: 'verdict-reason' }, ['verdict reason', 'reason', 'reason for the verdict']),
  ...meaning(
    { type: 'reject' },
    REJECT_COLUMNS.map((name) => normaliseHeader(name)),
  ),
};

/** Names of the columns that belong to no dimension, for "did you mean". */
export const FIXED_HEADERS = [
  'candidate',
  'candidate id',
  'interviewer',
  'interviewer id',
  'flags',
  'verdict',
] as const;

function idHeaders(whose: string): readonly string[] {
  return ['id', ...EMAIL].map((what) => `${whose} ${what}`);
}

function meaning(value: ColumnMeaning, names: readonly string[]): Readonly<Record<string, ColumnMeaning>> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/**
 * A header in the form in which headers are compared: case, width, white space, hyphens and underscores do not matter.
 */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

const EVIDENCE = '(?:evidence|notes?|comments?)';
const SUFFIX = new RegExp(`^(.+?)\\s*(?:[:.|/]\\s*|\\(|\\s)${EVIDENCE}\\)?$`);
const PREFIX = new RegExp(`^${EVIDENCE}\\s*(?:[:.|/]|on|for)\\s*(.+)$`);
const WORDS = /^(?:(greenhouse|lever)\s*[:.|/]\s*(.+)|(.+?)\s*[([](greenhouse|lever)[)\]])$/;

/** What a header names in this rubric; `undefined` for a column that the rubric has no use for. */
export function readHeader(text: string, rubric: Rubric): ColumnMeaning | undefined {
  const header = normaliseHeader(text);
  if (header === '') return undefined;
  const direct = readPlain(header, rubric);
  if (direct) return direct;
  const marked = WORDS.exec(header);
  if (marked) {
    const words = (marked[1] ?? marked[4]) === 'lever' ? 'lever' : 'greenhouse';
    const inner = readPlain(marked[2] ?? marked[3] ?? '', rubric);
    if (inner?.type === 'rating' || inner?.type === 'verdict') return { ...inner, words };
  }
  const noted = SUFFIX.exec(header)?.[1] ?? PREFIX.exec(header)?.[1];
  const subject = noted === undefined ? undefined : subjectOf(noted, rubric);
  if (subject?.type === 'rating') return { type: 'evidence', at: subject.at };
  if (subject?.type === 'flag') return { type: 'flag-evidence', at: subject.at };
  return undefined;
}

/** What a header names that says nothing about whose words the column holds, nor that it holds evidence. */
function readPlain(header: string, rubric: Rubric): ColumnMeaning | undefined {
  return subjectOf(header, rubric) ?? (Object.hasOwn(FIXED, header) ? FIXED[header] : undefined);
}

/** The dimension, requirement or red flag that a header names; ids win over names, names over aliases. */
function subjectOf(header: string, { dimensions, requirements, redFlags }: Rubric): ColumnMeaning | undefined {
  const names: readonly ((entry: { id: string; name: string; aliases: readonly string[] }) => readonly string[])[] = [
    ({ id }) => [id],
    ({ name }) => [name],
    ({ aliases }) => aliases,
  ];
  for (const namesOf of names) {
    const fits = (entry: (typeof dimensions)[number] | Requirement) =>
      namesOf(entry).some((name) => normaliseHeader(name) === header);
    const dimension = dimensions.findIndex(fits);
    if (dimension >= 0) return { type: 'rating', at: dimension, words: 'ours' };
    const requirement = requirements.findIndex(fits);
    if (requirement >= 0) return { type: 'requirement', at: requirement };
  }
  const plain = header.replace(/^(?:red )?flags?\s*[:.|/]\s*/, '');
  const flag = redFlags.findIndex(({ id, flag: text }) => [id, text].some((name) => normaliseHeader(name) === plain));
  return flag >= 0 ? { type: 'flag', at: flag } : undefined;
}

/** Every header by which the rubric's own parts can be named: ids, names, aliases. */
export function headersOf({
  dimensions,
  requirements,
}: Pick<Rubric, 'dimensions' | 'requirements'>): readonly string[] {
  return [...dimensions, ...requirements].flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
}
