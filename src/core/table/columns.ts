import { type Checked, createProblem, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { nearest } from '../text/wording.js';
import {
  type ColumnMeaning,
  FIXED_HEADERS,
  headersOf,
  normaliseHeader,
  readHeader,
  type Vocabulary,
} from './header.js';

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

export interface Mapping {
  readonly header: string;
  /** A dimension or anything else that a header can name; empty to leave the column out. */
  readonly target: string;
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
  const problems: Problem[] = [...mappingProblems(headers, rubric, mappings)];
  const meanings = headers.map((header) => {
    const mapping = mappings.find((entry) => isSame(entry.header, header));
    return mapping ? { meaning: readHeader(mapping.target, rubric), isMapped: true } : readUnmapped(header, rubric);
  });
  const plan = {
    ...columnsOf(rubric, headers, createFinder(headers, meanings, problems)),
    ...otherColumns(headers, meanings, rubric),
  };
  const missing = rubric.dimensions.flatMap(({ id }, at) => (plan.ratings[at] ? [] : [id]));
  problems.push(...nearMisses(headers, meanings, rubric));
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
function otherColumns(headers: readonly string[], meanings: readonly Read[], { dimensions }: Rubric) {
  return {
    evidence: dimensions.map((_dimension, at) =>
      meanings.flatMap(({ meaning }, column) => (meaning?.type === 'evidence' && meaning.at === at ? [column] : [])),
    ),
    rejectColumns: leading(meanings, ({ meaning }) => meaning?.type === 'reject'),
    ignored: meanings.flatMap(({ meaning, isMapped }, column) =>
      meaning === undefined && !isMapped && headers[column]?.trim() !== '' ? [column] : [],
    ),
  };
}

interface Read {
  readonly meaning: ColumnMeaning | undefined;
  readonly isMapped: boolean;
}

function readUnmapped(header: string, rubric: Rubric): Read {
  return { meaning: readHeader(header, rubric), isMapped: false };
}

function isSame(a: string, b: string): boolean {
  return normaliseHeader(a) === normaliseHeader(b);
}

interface Found {
  readonly column: number;
  readonly meaning: ColumnMeaning;
}

type MeaningType = ColumnMeaning['type'];

/** Finds the one column of a type, and of a position in the rubric's list where the type has one. */
type Finder = (type: MeaningType, what: string, at?: number) => Found | undefined;

/** A finder that reports a second column of the same meaning as a problem. */
function createFinder(headers: readonly string[], meanings: readonly Read[], problems: Problem[]): Finder {
  return (type, what, at) => {
    const fits = (meaning: ColumnMeaning) =>
      meaning.type === type && (at === undefined || ('at' in meaning && meaning.at === at));
    const all = meanings.flatMap(({ meaning }, column) => (meaning && fits(meaning) ? [{ column, meaning }] : []));
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

function verdictColumn(found: Found | undefined): ColumnPlan['verdict'] {
  return found?.meaning.type === 'verdict' ? { column: found.column, words: found.meaning.words } : undefined;
}

function leading<T>(items: readonly T[], fits: (item: T) => boolean): number {
  const first = items.findIndex((item) => !fits(item));
  return first < 0 ? items.length : first;
}

/** Columns that almost name a dimension: an error, since their ratings would be lost silently. */
function nearMisses(headers: readonly string[], meanings: readonly Read[], rubric: Rubric): readonly Problem[] {
  const taken = new Set(meanings.flatMap(({ meaning }) => (meaning?.type === 'rating' ? [meaning.at] : [])));
  const names = rubric.dimensions.flatMap(({ id, name, aliases }, at) =>
    taken.has(at) ? [] : [id, name, ...aliases].map((text) => ({ text: normaliseHeader(text), id })),
  );
  return headers.flatMap((header, column) => {
    const read = meanings[column];
    const word = normaliseHeader(header);
    if (!read || read.meaning || read.isMapped || word === '') return [];
    const most = Math.min(3, Math.floor(word.length / 4));
    const meant = nearest(
      word,
      names.map(({ text }) => text),
      most,
    );
    const target = names.find(({ text }) => text === meant);
    if (!target) return [];
    return [createProblem('near-miss', { header, id: target.id, isOptional: true }, [column])];
  });
}

function missingCandidate(headers: readonly string[]): Problem {
  const meant = headers.find((header) => nearest(normaliseHeader(header), ['candidate'], 3) !== undefined);
  return createProblem('no-candidate', { in: 'header', ...(meant === undefined ? {} : { meant }) }, [0]);
}

function noDimension({ id, dimensions }: Rubric): Problem {
  return createProblem('no-dimension', { role: id, ids: dimensions.map((dimension) => dimension.id) }, [0]);
}

function mappingProblems(headers: readonly string[], rubric: Rubric, mappings: readonly Mapping[]): readonly Problem[] {
  const targets = [...headersOf(rubric), ...FIXED_HEADERS];
  return mappings.flatMap(({ header, target }) => {
    const problems: Problem[] = [];
    if (!headers.some((known) => isSame(known, header))) {
      problems.push(createProblem('unknown-column', { header, headers }, [0]));
    }
    if (target.trim() !== '' && !readHeader(target, rubric)) {
      const about = { id: target, known: targets, role: rubric.id, option: '--map' } as const;
      problems.push(createProblem('unknown-dimension', about, [0]));
    }
    return problems;
  });
}
