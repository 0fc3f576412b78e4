import type { PlanProgress } from '../../../core/plan/progress.js';
import { type CsvText, clean, type MarkdownText, say, type TerminalText } from '../../../core/text/safe-text.js';
import { renderCsv } from '../../text/csv.js';
import { markdownTable } from '../../text/markdown.js';
import type { Page } from '../../text/page.js';
import { renderTable } from '../../text/table.js';
import { stateInWords } from './words.js';

/** One line for each plan: how many sessions are in, and who is missing. */
export function renderPlanTable(plans: readonly PlanProgress[], page: Page): TerminalText {
  return renderTable(
    plans,
    [
      { head: say`CANDIDATE`, cell: ({ plan }) => clean(plan.candidate.name), shrinkTo: 12, paint: page.style.accent },
      { head: say`ROLE`, cell: ({ plan }) => clean(plan.role), drop: 2 },
      { head: say`DATE`, cell: ({ plan }) => clean(plan.date ?? ''), drop: 1 },
      { head: say`IN`, cell: (one) => clean(inOf(one)), align: 'right' },
      { head: say`STATE`, cell: (one) => clean(stateInWords(one)), shrinkTo: 24 },
    ],
    page,
  );
}

function inOf({ counting: { isIn, of } }: PlanProgress): string {
  return `${isIn} of ${of}`;
}

export function renderPlansMarkdown(plans: readonly PlanProgress[]): MarkdownText {
  const rows = plans.map((one) => [
    one.plan.candidate.name,
    one.plan.role,
    one.plan.date ?? '',
    inOf(one),
    stateInWords(one),
  ]);
  return markdownTable(['Candidate', 'Role', 'Date', 'In', 'State'], rows).text;
}

export function renderPlansCsv(plans: readonly PlanProgress[]): CsvText {
  const head = ['candidate', 'candidate_id', 'role', 'variant', 'date', 'visible', 'in', 'expected', 'missing'];
  return renderCsv(
    head,
    plans.map(({ plan, counting, seats }) => [
      ...[plan.candidate.name, plan.candidate.id, plan.role, plan.variant, plan.date, plan.visible],
      ...[counting.isIn, counting.of],
      [
        ...new Set(
          seats
            .filter(({ sealedAt, interviewer }) => sealedAt === undefined && !interviewer.isShadow)
            .map(({ interviewer }) => interviewer.name),
        ),
      ].join('; '),
    ]),
  );
}

/** A plan and how far it has come, for programs. */
export function planJson({ plan, location, seats, counting, coverage, unplanned }: PlanProgress): object {
  const { interviewers: _interviewers, ...rest } = plan;
  return {
    ...rest,
    file: location,
    in: counting.isIn,
    expected: counting.of,
    interviewers: seats.map(({ interviewer, session, title, minutes, sealedAt, isOpen, missingDays }) => ({
      name: interviewer.name,
      id: interviewer.id,
      session,
      title,
      minutes,
      date: interviewer.date,
      shadow: interviewer.isShadow || undefined,
      sealedAt,
      draft: isOpen || undefined,
      missingDays,
    })),
    dimensions: coverage.map(({ dimension, by, carries }) => ({
      id: dimension.id,
      name: dimension.name,
      carries: carries || undefined,
      interviewers: by.map(({ name }) => name),
    })),
    unplanned: unplanned.map(({ interviewer, session, at, isShadow }) => ({
      name: interviewer.name,
      id: interviewer.id,
      session,
      shadow: isShadow || undefined,
      sealedAt: at,
    })),
  };
}
