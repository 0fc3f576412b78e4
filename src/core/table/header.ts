import type { Rubric } from '../rubric/rubric.js';
import { normaliseHeader, plainHeader } from './header/header-form.js';
import { type NamePart, PEOPLE } from './header/people-headers.js';
import { DATE_HEADERS, SESSION_HEADERS } from './header/when-headers.js';

/** Headers that don't say whose the address is. */
export const EMAIL = ['email', 'e mail', 'email address', 'e mail address'];

/** The program whose words a column holds. */
export type Vocabulary = 'ours' | 'greenhouse' | 'lever';

/** What a column means. `at` is a position in the rubric's list. */
export type ColumnMeaning =
  | {
      readonly type:
        | 'candidate'
        | 'interviewer'
        | NamePart
        | IdMeaning
        | 'flags'
        | 'verdict-reason'
        | 'date'
        | 'session'
        | 'reject';
    }
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
  'candidate-id': [...['candidate', ...PEOPLE.candidate.words].flatMap(idHeaders), 'person id', ...EMAIL],
  'interviewer-id': ['interviewer', ...PEOPLE.interviewer.words].flatMap(idHeaders),
};

/** Columns that `--rejects` puts before a row; they are known, and left alone, when the rows come back. */
export const REJECT_COLUMNS = ['rejected-line', 'rejected-column', 'rejected-because'] as const;

/** The question that forms ask last. */
const HIRE = ['person', 'candidate', 'applicant', ''].flatMap((whom) =>
  ['would you hire', 'should we hire', 'do you recommend hiring'].flatMap((asks) =>
    ['this', 'the'].map((which) => `${asks}${whom === '' ? '' : ` ${which} ${whom}`}`),
  ),
);

const FIXED: Readonly<Record<string, ColumnMeaning>> = {
  ...meaning({ type: 'candidate' }, PEOPLE.candidate.headers.flat()),
  ...meaning({ type: 'interviewer' }, PEOPLE.interviewer.headers.flat()),
  ...meaning({ type: 'candidate-first' }, PEOPLE.candidate.first),
  ...meaning({ type: 'candidate-last' }, PEOPLE.candidate.last),
  ...meaning({ type: 'interviewer-first' }, PEOPLE.interviewer.first),
  ...meaning({ type: 'interviewer-last' }, PEOPLE.interviewer.last),
  ...meaning({ type: 'candidate-id' }, ID_HEADERS['candidate-id']),
  ...meaning({ type: 'interviewer-id' }, ID_HEADERS['interviewer-id']),
  ...meaning({ type: 'flags' }, ['flags', 'red flags', 'redflags', 'red flag']),
  ...meaning({ type: 'verdict', words: 'ours' }, ['verdict', 'decision', 'hiring decision', 'hire decision', ...HIRE]),
  ...meaning({ type: 'verdict', words: 'greenhouse' }, ['overall recommendation']),
  ...meaning({ type: 'verdict-reason' }, ['verdict reason', 'reason', 'reason for the verdict']),
  ...meaning({ type: 'date' }, DATE_HEADERS),
  ...meaning({ type: 'session' }, SESSION_HEADERS),
  ...meaning(
    { type: 'reject' },
    REJECT_COLUMNS.map((name) => normaliseHeader(name)),
  ),
};

/** The headers that always have this meaning, whatever the rubric. */
export function fixedNames({ type, ...more }: ColumnMeaning): readonly string[] {
  const words = 'words' in more ? more.words : undefined;
  return Object.entries(FIXED).flatMap(([name, fixed]) =>
    fixed.type === type && ('words' in fixed ? fixed.words : undefined) === words ? [name] : [],
  );
}

/** Names of the columns that belong to no dimension, for "did you mean". */
export const FIXED_HEADERS = [
  'candidate',
  'candidate id',
  'interviewer',
  'interviewer id',
  'date',
  'session',
  'flags',
  'verdict',
] as const;

function idHeaders(whose: string): readonly string[] {
  return ['id', ...EMAIL].map((what) => `${whose} ${what}`);
}

function meaning(value: ColumnMeaning, names: readonly string[]): Readonly<Record<string, ColumnMeaning>> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** Words of a column that holds what a rating rests on. */
const EVIDENCE = '(?:evidence|notes?|comments?|remarks?|feedback|justifications?|rationale|explanations?)';
const SUFFIX = new RegExp(`^(.+?)\\s*(?:[:.|/]\\s*|\\(|\\s)${EVIDENCE}\\)?$`);
const PREFIX = new RegExp(`^${EVIDENCE}\\s*(?:[:.|/]|on|for|about)\\s*(.+)$`);
const ANY_EVIDENCE = new RegExp(`\\b(?:${EVIDENCE}|why|reasons?|explain|describe|examples?)\\b`);
const WORDS = /^(?:(greenhouse|lever)\s*[:.|/]\s*(.+)|(.+?)\s*[([](greenhouse|lever)[)\]])$/;

/** How much a header says: by itself, or once numbering, points, weights and instructions are taken off. */
export type HeaderForm = 'whole' | 'plain';

/** What a header names in this rubric; `undefined` for a column that the rubric has no use for. */
export function readHeader(text: string, rubric: Rubric): ColumnMeaning | undefined {
  return readHeaderAs('whole', text, rubric) ?? readHeaderAs('plain', text, rubric);
}

export function readHeaderAs(form: HeaderForm, text: string, rubric: Rubric): ColumnMeaning | undefined {
  const whole = normaliseHeader(text);
  const header = form === 'plain' ? plainHeader(whole) : whole;
  if (header === '') return undefined;
  const direct = readOne(header, rubric, form);
  if (direct) return direct;
  const marked = WORDS.exec(header);
  if (marked) {
    const words = (marked[1] ?? marked[4]) === 'lever' ? 'lever' : 'greenhouse';
    const inner = readOne(marked[2] ?? marked[3] ?? '', rubric, form);
    if (inner?.type === 'rating' || inner?.type === 'verdict') return { ...inner, words };
  }
  const noted = SUFFIX.exec(header)?.[1] ?? PREFIX.exec(header)?.[1];
  const subject = noted === undefined ? undefined : subjectOf(noted, rubric, form);
  if (subject?.type === 'rating') return { type: 'evidence', at: subject.at };
  if (subject?.type === 'flag') return { type: 'flag-evidence', at: subject.at };
  return undefined;
}

/** Whether a header speaks of what a rating rests on. */
export function saysEvidence(text: string): boolean {
  return ANY_EVIDENCE.test(normaliseHeader(text));
}

/** What a header names that says nothing about whose words the column holds, nor that it holds evidence. */
function readOne(header: string, rubric: Rubric, form: HeaderForm): ColumnMeaning | undefined {
  return subjectOf(header, rubric, form) ?? (Object.hasOwn(FIXED, header) ? FIXED[header] : undefined);
}

/** The dimension, requirement or red flag that a header names; ids win over names, names over aliases. */
function subjectOf(header: string, rubric: Rubric, form: HeaderForm): ColumnMeaning | undefined {
  const named = namesOf(rubric)[form].get(header);
  if (named) return named;
  const plain = header.replace(/^(?:red )?flags?\s*[:.|/]\s*/, '');
  const flag = rubric.redFlags.findIndex(({ id, flag: text }) =>
    [id, text].some((name) => normaliseHeader(name) === plain),
  );
  return flag >= 0 ? { type: 'flag', at: flag } : undefined;
}

/** The parts of a rubric by each of their names; in plain form, only by names that no other part has. */
type Names = Readonly<Record<HeaderForm, ReadonlyMap<string, ColumnMeaning>>>;

const KNOWN = new WeakMap<Rubric, Names>();

function namesOf(rubric: Rubric): Names {
  const known = KNOWN.get(rubric) ?? { whole: wholeNames(rubric), plain: plainNames(rubric) };
  KNOWN.set(rubric, known);
  return known;
}

function wholeNames(rubric: Rubric): ReadonlyMap<string, ColumnMeaning> {
  const parts = partsOf(rubric);
  const names = new Map<string, ColumnMeaning>();
  for (const rank of [0, 1, 2] as const)
    for (const { ranked, meaning } of parts)
      for (const name of ranked[rank]) {
        const header = normaliseHeader(name);
        if (!names.has(header)) names.set(header, meaning);
      }
  return names;
}

function plainNames(rubric: Rubric): ReadonlyMap<string, ColumnMeaning> {
  const owners = new Map<string, ColumnMeaning | undefined>();
  for (const { ranked, meaning } of partsOf(rubric))
    for (const header of ranked.flat().map((name) => plainHeader(normaliseHeader(name)))) {
      const isShared = owners.has(header) && owners.get(header) !== meaning;
      owners.set(header, isShared ? undefined : meaning);
    }
  return new Map([...owners].flatMap(([header, meaning]) => (meaning && header !== '' ? [[header, meaning]] : [])));
}

/** A dimension or a requirement with its names: its id, its name, its aliases. */
export interface RubricPart {
  readonly meaning: Extract<ColumnMeaning, { type: 'rating' | 'requirement' }>;
  readonly id: string;
  readonly ranked: readonly [readonly string[], readonly string[], readonly string[]];
}

export function partsOf({ dimensions, requirements }: Rubric): readonly RubricPart[] {
  const part = (
    { id, name, aliases }: Pick<Rubric['dimensions'][number], 'id' | 'name' | 'aliases'>,
    meaning: RubricPart['meaning'],
  ): RubricPart => ({ meaning, id, ranked: [[id], [name], aliases] });
  return [
    ...dimensions.map((dimension, at) => part(dimension, { type: 'rating', at, words: 'ours' })),
    ...requirements.map((requirement, at) => part(requirement, { type: 'requirement', at })),
  ];
}

/** Every header by which the rubric's own parts can be named: ids, names, aliases. */
export function headersOf({
  dimensions,
  requirements,
}: Pick<Rubric, 'dimensions' | 'requirements'>): readonly string[] {
  return [...dimensions, ...requirements].flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
}
