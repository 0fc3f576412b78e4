import type { CoveredDimension } from '../../../core/plan/coverage.js';
import type { PlanProgress, SeatProgress } from '../../../core/plan/progress.js';
import { dayOf } from '../../../core/text/date.js';
import { count } from '../../text/text.js';

/** What can be said of a panel's plan, in words that any format may escape. */

export function sessionInWords({ title, session }: Pick<SeatProgress, 'title' | 'session'>): string {
  return title ?? session ?? 'All dimensions';
}

/** Who is in, whose draft is open, who is missing since when. */
export function seatInWords({ sealedAt, isOpen, missingDays, interviewer: { date } }: SeatProgress): string {
  if (sealedAt !== undefined) return `in, sealed ${dayOf(sealedAt)}`;
  const draft = isOpen ? ', draft open' : '';
  if (missingDays !== undefined) return `missing for ${count(missingDays, 'day')}${draft}`;
  if (isOpen) return 'draft open';
  return date === undefined ? 'not in yet' : `not in yet, on ${date}`;
}

/** Who of a panel is missing, or that nobody is. */
export function stateInWords({ seats, counting: { isIn, of } }: PlanProgress): string {
  if (isIn === of) return 'all in';
  const missing = seats.filter(({ sealedAt, interviewer }) => sealedAt === undefined && !interviewer.isShadow);
  const names = [...new Set(missing.map(({ interviewer }) => interviewer.name))].join(', ');
  const days = Math.max(0, ...missing.map(({ missingDays = 0 }) => missingDays));
  return days > 0 ? `missing for ${count(days, 'day')}: ${names}` : `waiting for ${names}`;
}

export function visibleInWords({ visible, names }: PlanProgress['plan']): string {
  const ratings = {
    'after-own': "others' ratings once all of one's own sessions are in",
    'after-all': "others' ratings once all sessions are in",
    always: "others' ratings from the beginning",
  }[visible];
  return names === 'always' ? ratings : `${ratings}; names after the decision`;
}

/** What nobody covers, and what one alone covers of what carries the role: a sentence each. */
export function coverageInWords(coverage: readonly CoveredDimension[]): readonly string[] {
  const named = (some: readonly CoveredDimension[]) => some.map(({ dimension }) => dimension.name).join(', ');
  const uncovered = coverage.filter(({ by }) => by.length === 0);
  const alone = coverage.filter(({ by, carries }) => carries && by.length === 1);
  return [
    ...(uncovered.length > 0 ? [`Nobody covers: ${named(uncovered)}.`] : []),
    ...(alone.length > 0 ? [`Carries the role, and one interviewer alone covers it: ${named(alone)}. Plan two.`] : []),
  ];
}
