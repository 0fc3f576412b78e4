import { type Checked, createProblem, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import {
  type ColumnMeaning,
  FIXED_HEADERS,
  headersOf,
  ID_HEADERS,
  normaliseHeader,
  type Vocabulary,
} from './header.js';
import {
  type Mapping,
  mappingProblems,
  missingCandidate,
  nearMisses,
  type ReadColumn,
  readColumns,
  tooWide,
  unknownColumns,
} from './header-problems.js';

export interface RatingColumn {
  readonly column: number;
  readonly words: Vocabulary;
}

/** Which column holds what. Columns count from 0; lists follow the rubric's order. */
export interface ColumnPlan {
  readonly count: number;
  readonly headers: readonly string[];
  readonly candidate: number;
  readonly interviewer: number | undefined;
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
  /** How many columns at the front were put there by an earlier run, to say why it left the row out. */
  readonly rejectColumns: number;
  /** Columns that the rubric has no use for. */
  readonly ignored: readonly number[];
  /** Ids of the dimensions without a column. */
  readonly missing: readonly string[];
}

/**
 * Finds out what each column of a table means, with every mistake of the header at once: problems carry the column's
 * position as their path.
 */
export function planColumns(
  headers: readonly string[],
  rubric: Rubric,
  mappings: readonly Mapping[] = [],
): Checked<ColumnPlan> {
  const wide = tooWide(headers);
  if (wide) return { ok: false, problems: [wide] };
  const targets = [...headersOf(rubric), ...FIXED_HEADERS];
  const problems: Problem[] = [...mappingProblems(headers, mappings, { rubric, what: 'dimension', targets })];
  const meanings = readColumns(headers, rubric, mappings);
  const plan = {
    ...columnsOf(rubric, headers, createFinder(headers, meanings, problems)),
    ...otherColumns(headers, meanings, rubric),
  };
  const missing = rubric.dimensions.flatMap(({ id }, at) => (plan.ratings[at] ? [] : [id]));
  const open = rubric.dimensions.filter(({ id }) => missing.includes(id));
  problems.push(...nearMisses(headers, meanings, open));
  if (!meanings.some(({ meaning }) => meaning?.type === 'candidate')) problems.push(missingCandidate(headers));
  if (missing.length === rubric.dimensions.length) problems.push(noDimension(rubric));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...plan, missing } };
}

/** The kinds of columns of which there may be one each. */
function columnsOf({ dimensions, redFlags, requirements }: Rubric, headers: readonly string[], find: Finder) {
  const columnOf = (type: MeaningType, what: string, at?: number) => find(type, what, at)?.column;
  const verdict = find('verdict', 'the verdict');
  return {
    count: headers.length,
    headers,
    candidate: columnOf('candidate', 'the candidate') ?? 0,
    interviewer: columnOf('interviewer', 'the interviewer'),
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
  };
}

/** The kinds of columns of which there may be any number. */
function otherColumns(headers: readonly string[], meanings: readonly ReadColumn[], { dimensions }: Rubric) {
  return {
    evidence: dimensions.map((_dimension, at) =>
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
    if (type === 'candidate-id' || type === 'interviewer-id') return surest(all, headers, ID_HEADERS[type]);
    // Beside "candidate", a column "name" is somebody else's.
    const named = all.filter(({ column, meaning }) => normaliseHeader(headers[column] ?? '') === meaning.type);
    const found = named.length > 0 ? named : all;
    for (const { column } of found.slice(1)) {
      const first = headers[found[0]?.column ?? 0] ?? '';
      const about = { first, second: headers[column] ?? '', holds: what };
      problems.push(createProblem('duplicate-column', about, [column]));
    }
    return found[0];
  };
}

/** The column whose header stands first in the list; one that a mapping names is in no list, and stands before all. */
function surest(all: readonly Found[], headers: readonly string[], list: readonly string[]): Found | undefined {
  const place = ({ column }: Found) => list.indexOf(normaliseHeader(headers[column] ?? ''));
  return [...all].sort((a, b) => place(a) - place(b))[0];
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
