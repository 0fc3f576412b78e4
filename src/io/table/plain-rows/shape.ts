import type { ColumnPlan } from '../../../core/table/columns.js';
import type { PlainColumn } from './pass.js';

/** Delimiters that stand in no name and no rating. */
const DELIMITERS = new Set([...',;\t|'].map((sign) => sign.charCodeAt(0)));

/**
 * What each column of a plain row holds; `undefined` for a table whose rows are never plain: one with names in two
 * columns, or with the reasons of an earlier run.
 */
export function plainColumns(plan: ColumnPlan, delimiter: number): readonly PlainColumn[] | undefined {
  const { candidate, candidateLast, interviewer, interviewerLast, rejectColumns } = plan;
  if (candidateLast !== undefined || interviewerLast !== undefined || rejectColumns > 0) return undefined;
  if (!DELIMITERS.has(delimiter) || plan.count > MOST_COLUMNS) return undefined;
  const { flags, verdict, candidateId, interviewerId, date, session } = plan;
  const empty = new Set([
    ...[flags, ...plan.flag, ...plan.requirements],
    ...[verdict?.column, candidateId, interviewerId, date, session],
  ]);
  return Array.from({ length: plan.count }, (_, column): PlainColumn => {
    if (column === candidate) return 'candidate';
    if (column === interviewer) return 'interviewer';
    const dimension = plan.ratings.findIndex((rating) => rating?.column === column);
    if (dimension >= 0) return dimension;
    return empty.has(column) ? 'empty' : 'unread';
  });
}

/** Each has its own piece of the pass, which has to be compiled. */
const MOST_COLUMNS = 100;
