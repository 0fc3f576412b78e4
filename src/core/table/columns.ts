import { type Checked, createProblem, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { findName, type NameColumns } from './header/people-columns.js';
import { formsOfHeader, type Mapping, type ReadColumn, readColumns } from './header/read-columns.js';
import { forRespondents } from './header/respondents.js';
import type { SampleRow } from './header/sample.js';
import { DATE_HEADERS } from './header/when-headers.js';
import { type ColumnMeaning, FIXED_HEADERS, headersOf, ID_HEADERS, type Vocabulary } from './header.js';
import {
  mappingProblems,
  missingCandidate,
  nearMisses,
  sharedGuesses,
  tooWide,
  unknownColumns,
  unreadRatings,
} from './header-problems.js';
import { targetOf } from './map/target.js';

export interface RatingColumn {
  readonly column: number;
  readonly words: Vocabulary;
}

/** Which column holds what. Columns count from 0; lists follow the rubric's order. */
export interface ColumnPlan {
  readonly count: number;
  readonly headers: readonly string[];
  /** What each column means; `undefined` for one that the rubric has no use for. */
  readonly meanings: readonly (ColumnMeaning | undefined)[];
  /** How many columns there are up to the last that has a name: rows may end there. */
  readonly named: number;
  /** The candidate's name, or first name; `candidateLast` is where the last name stands in a column of its own. */
  readonly candidate: number;
  readonly candidateLast: number | undefined;
  readonly interviewer: number | undefined;
  readonly interviewerLast: number | undefined;
  readonly candidateId: number | undefined;
  readonly interviewerId: number | undefined;
  readonly ratings: readonly (RatingColumn | undefined)[];
  readonly evidence: readonly (readonly number[])[];
  readonly flags: number | undefined;
  readonly flag: readonly (number | undefined)[];
  readonly flagEvidence: readonly (number | undefined)[];
  readonly requirements: readonly (number | undefined)[];
  readonly verdict: { readonly column: number; readonly words: Vocabulary } | undefined;
  readonly verdictReason: number | undefined;
  /** The day on which the interview was held. */
  readonly date: number | undefined;
  /** The session of the rubric's plan that it was. */
  readonly session: number | undefined;
  /** How many columns at the front were put there by an earlier run, to say why it left the row out. */
  readonly rejectColumns: number;
  /** Columns that the rubric has no use for. */
  readonly ignored: readonly number[];
  /** Ids of the dimensions without a column. */
  readonly missing: readonly string[];
  /** Columns whose header was understood by a part of it, each with what it was taken for. */
  readonly guessed: readonly GuessedColumn[];
}

export interface GuessedColumn {
  readonly column: number;
  /** As `--map` takes it. */
  readonly target: string;
}

/** What is known of a table beside its header. */
export interface PlanContext {
  readonly mappings?: readonly Mapping[];
  /** The first rows below the header, for headers that say too little. */
  readonly sample?: readonly SampleRow[];
  /** Whether dimensions may lack a column although others hold what looks like ratings. */
  readonly isPartial?: boolean;
}

/**
 * Finds out what each column of a table means, with every mistake of the header at once: problems carry the column's
 * position as their path.
 */
export function planColumns(
  headers: readonly string[],
  rubric: Rubric,
  { mappings = [], sample = [], isPartial = false }: PlanContext = {},
): Checked<ColumnPlan> {
  const wide = tooWide(headers);
  if (wide) return { ok: false, problems: [wide] };
  const targets = [...headersOf(rubric), ...FIXED_HEADERS];
  const read = readColumns(headers, { rubric, mappings, sample, wanted: 'rating' });
  const candidate = findName('candidate', headers, read.columns);
  const columns = forRespondents(read.columns, { headers, sample, candidate: candidate.found });
  const interviewer = findName('interviewer', headers, columns);
  const problems: Problem[] = [
    ...mappingProblems(headers, mappings, { rubric, what: 'dimension', targets }),
    ...read.problems,
    ...candidate.problems,
    ...interviewer.problems,
    ...sharedGuesses(headers, columns, ({ meaning }) => (meaning && targetOf(meaning, rubric)) ?? ''),
  ];
  const plan = {
    ...columnsOf(rubric, headers, createFinder(headers, columns, problems)),
    ...nameColumns(candidate.found, interviewer.found),
    ...otherColumns(headers, columns, rubric),
    meanings: columns.map(({ meaning }) => meaning),
  };
  const unused = unusedWhen(columns, plan);
  const missing = rubric.dimensions.flatMap(({ id }, at) => (plan.ratings[at] ? [] : [id]));
  const open = rubric.dimensions.filter(({ id }) => missing.includes(id));
  const add = (found: readonly Problem[]) => {
    const told = new Set(problems.map(({ path: [at] }) => at));
    problems.push(...found.filter(({ path: [at] }) => !told.has(at)));
  };
  add(nearMisses(headers, columns, open));
  if (!isPartial) add(unreadRatings(headers, columns, { rubric, sample, open }));
  if (!candidate.found) problems.push(missingCandidate(headers, columns));
  if (missing.length === rubric.dimensions.length && !problems.some(({ code }) => ABOUT_RATINGS.has(code)))
    problems.push(noDimension(rubric));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { ...plan, missing, ignored: [...plan.ignored, ...unused].sort((a, b) => a - b) } };
}

/** Problems that say already which column may hold a dimension. */
const ABOUT_RATINGS: ReadonlySet<Problem['code']> = new Set(['doubtful-column', 'unread-ratings', 'near-miss']);

function nameColumns(candidate: NameColumns | undefined, interviewer: NameColumns | undefined) {
  return {
    candidate: candidate?.column ?? 0,
    candidateLast: candidate?.last,
    interviewer: interviewer?.column,
    interviewerLast: interviewer?.last,
  };
}

/** The kinds of columns of which there may be one each. */
function columnsOf({ dimensions, redFlags, requirements, sessions }: Rubric, headers: readonly string[], find: Finder) {
  const columnOf = (type: MeaningType, what: string, at?: number) => find(type, what, at)?.column;
  const verdict = find('verdict', 'the verdict');
  return {
    count: headers.length,
    named: headers.findLastIndex((header) => header.trim() !== '') + 1,
    headers,
    candidateId: columnOf('candidate-id', "the candidate's id"),
    interviewerId: columnOf('interviewer-id', "the interviewer's id"),
    ratings: dimensions.map(({ id }, at): RatingColumn | undefined => {
      const found = find('rating', id, at);
      return found?.meaning.type === 'rating' ? { column: found.column, words: found.meaning.words } : undefined;
    }),
    flags: columnOf('flags', 'the red flags'),
    flag: redFlags.map(({ id }, at) => columnOf('flag', id, at)),
    flagEvidence: redFlags.map(({ id }, at) => columnOf('flag-evidence', `${id} evidence`, at)),
    requirements: requirements.map(({ id }, at) => columnOf('requirement', id, at)),
    verdict: verdictColumn(verdict),
    verdictReason: columnOf('verdict-reason', 'the reason of the verdict'),
    date: columnOf('date', 'the day of the interview'),
    session: sessions.length === 0 ? undefined : columnOf('session', 'the session'),
  };
}

/** Columns of a date or a session beside the one that counts, and of sessions where the rubric has none. */
function unusedWhen(meanings: readonly ReadColumn[], { date, session }: Pick<ColumnPlan, 'date' | 'session'>) {
  return meanings.flatMap(({ meaning }, column) => {
    if (meaning?.type === 'date') return column === date ? [] : [column];
    return meaning?.type === 'session' && column !== session ? [column] : [];
  });
}

/** The kinds of columns of which there may be any number. */
function otherColumns(headers: readonly string[], meanings: readonly ReadColumn[], rubric: Rubric) {
  return {
    guessed: meanings.flatMap(({ meaning, by }, column): readonly GuessedColumn[] =>
      meaning && (by === 'plain' || by === 'fit') ? [{ column, target: targetOf(meaning, rubric) ?? '' }] : [],
    ),
    evidence: rubric.dimensions.map((_dimension, at) =>
      meanings.flatMap(({ meaning }, column) => (meaning?.type === 'evidence' && meaning.at === at ? [column] : [])),
    ),
    rejectColumns: leading(meanings, ({ meaning }) => meaning?.type === 'reject'),
    ignored: unknownColumns(headers, meanings),
  };
}

interface Found {
  readonly column: number;
  readonly meaning: ColumnMeaning;
}

type MeaningType = ColumnMeaning['type'];

/** Finds the one column of a type, and of a position in the rubric's list where the type has one. */
type Finder = (type: MeaningType, what: string, at?: number) => Found | undefined;

/** A finder that reports a second column of the same meaning as a problem. */
function createFinder(headers: readonly string[], meanings: readonly ReadColumn[], problems: Problem[]): Finder {
  return (type, what, at) => {
    const fits = (meaning: ColumnMeaning) =>
      meaning.type === type && (at === undefined || ('at' in meaning && meaning.at === at));
    const all = meanings.flatMap(({ meaning }, column) => (meaning && fits(meaning) ? [{ column, meaning }] : []));
    if (type === 'candidate-id' || type === 'interviewer-id')
      return surest(all, { headers, columns: meanings }, ID_HEADERS[type]);
    if (type === 'date') return surest(all, { headers, columns: meanings }, DATE_HEADERS);
    for (const { column } of all.slice(1)) {
      const first = headers[all[0]?.column ?? 0] ?? '';
      const about = { first, second: headers[column] ?? '', holds: what };
      if (!problems.some(({ code, path: [told] }) => code === 'duplicate-column' && told === column))
        problems.push(createProblem('duplicate-column', about, [column]));
    }
    return all[0];
  };
}

/** The column whose header stands first in the list; one that a mapping names stands before all. */
function surest(all: readonly Found[], context: Columns, list: readonly string[]): Found | undefined {
  const place = ({ column }: Found) => {
    if (context.columns[column]?.by === 'map') return -1;
    const places = formsOfHeader(context.headers[column] ?? '').map((form) => list.indexOf(form));
    return Math.min(...places.filter((at) => at >= 0));
  };
  return [...all].sort((a, b) => place(a) - place(b) || a.column - b.column)[0];
}

interface Columns {
  readonly headers: readonly string[];
  readonly columns: readonly ReadColumn[];
}

function verdictColumn(found: Found | undefined): ColumnPlan['verdict'] {
  return found?.meaning.type === 'verdict' ? { column: found.column, words: found.meaning.words } : undefined;
}

function leading<T>(items: readonly T[], fits: (item: T) => boolean): number {
  const first = items.findIndex((item) => !fits(item));
  return first < 0 ? items.length : first;
}

function noDimension({ id, dimensions }: Rubric): Problem {
  return createProblem('no-dimension', { role: id, ids: dimensions.map((dimension) => dimension.id) }, [0]);
}
