import type { Rubric } from '../../rubric/rubric.js';
import type { ColumnPlan } from '../columns.js';
import type { ColumnMeaning } from '../header.js';
import type { TableMap } from './map-file.js';
import { targetOf } from './target.js';

/**
 * What was understood of a header, as a map says it: each column with what was read from it, and those explicitly left
 * out from which nothing was read. Read by that map, the same columns mean the same.
 */
export function columnEntries(
  headers: readonly string[],
  meanings: readonly (ColumnMeaning | undefined)[],
  rubric: Rubric,
): TableMap['columns'] {
  const entries = new Map<string, string>();
  headers.forEach((header, at) => {
    const meaning = meanings[at];
    // A header without a name has no place in a map, and one that has no other name stands for itself.
    const target = meaning === undefined ? '' : targetOf(meaning, rubric);
    if (header.trim() === '' || header === UNMAPPABLE || meaning?.type === 'reject' || target === undefined) return;
    if (!entries.get(header)) entries.set(header, target);
  });
  return [...entries].map(([header, target]) => ({ header, target }));
}

/** No key of a YAML file that this program reads. */
const UNMAPPABLE = '__proto__';

/** The meanings of a table's columns as a plan reads them; `undefined` where it reads nothing. */
export function meaningsOfPlan(plan: ColumnPlan): readonly (ColumnMeaning | undefined)[] {
  const meanings: (ColumnMeaning | undefined)[] = plan.headers.map(() => undefined);
  const put = (column: number | undefined, meaning: ColumnMeaning) => {
    if (column !== undefined) meanings[column] = meaning;
  };
  for (let at = 0; at < plan.rejectColumns; at += 1) put(at, { type: 'reject' });
  put(plan.candidate, { type: plan.candidateLast === undefined ? 'candidate' : 'candidate-first' });
  put(plan.candidateLast, { type: 'candidate-last' });
  put(plan.interviewer, { type: plan.interviewerLast === undefined ? 'interviewer' : 'interviewer-first' });
  put(plan.interviewerLast, { type: 'interviewer-last' });
  put(plan.candidateId, { type: 'candidate-id' });
  put(plan.interviewerId, { type: 'interviewer-id' });
  put(plan.flags, { type: 'flags' });
  put(plan.verdict?.column, { type: 'verdict', words: plan.verdict?.words ?? 'ours' });
  put(plan.verdictReason, { type: 'verdict-reason' });
  put(plan.date, { type: 'date' });
  put(plan.session, { type: 'session' });
  plan.ratings.forEach((rating, at) => {
    if (rating) put(rating.column, { type: 'rating', at, words: rating.words });
  });
  plan.evidence.forEach((columns, at) => {
    for (const column of columns) put(column, { type: 'evidence', at });
  });
  plan.flag.forEach((column, at) => {
    put(column, { type: 'flag', at });
  });
  plan.flagEvidence.forEach((column, at) => {
    put(column, { type: 'flag-evidence', at });
  });
  plan.requirements.forEach((column, at) => {
    put(column, { type: 'requirement', at });
  });
  return meanings;
}
