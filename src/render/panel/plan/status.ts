import type { CoveredDimension } from '../../../core/plan/coverage.js';
import type { PlanProgress, SeatProgress } from '../../../core/plan/progress.js';
import { dayOf } from '../../../core/text/date.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { type Page, textWidth } from '../../text/page.js';
import { renderTable } from '../../text/table.js';
import { wrap } from '../../text/text.js';
import { coverageInWords, seatInWords, sessionInWords, visibleInWords } from './words.js';

/** Who holds what and how far they are, and who covers which dimension: nothing of what was rated. */
export function renderPlanStatus(plans: readonly PlanProgress[], page: Page): TerminalText {
  return plans.map((one) => renderOne(one, page)).join('\n');
}

function renderOne(progress: PlanProgress, page: Page): TerminalText {
  const { style } = page;
  const { plan, title, seats, counting, coverage, unplanned, location } = progress;
  const lines = (text: TerminalText) => wrap(text, textWidth(page)).map((line) => say`${line}\n`);
  const about = [
    ...(plan.date === undefined ? [] : [say`${clean(plan.date)}`]),
    ...(plan.variant === undefined ? [] : [say`variant ${clean(plan.variant)}`]),
    ...(plan.lead === undefined ? [] : [say`${clean(plan.lead.name)} leads the meeting`]),
    say`shows ${clean(visibleInWords(plan))}`,
  ];
  return [
    ...wrap(say`${clean(plan.candidate.name)}, ${clean(title)}: ${counting.isIn} of ${counting.of} in`, page.width).map(
      (line) => say`${style.title(line)}\n`,
    ),
    ...lines(say`${about.join(' · ')}`),
    say`\n`,
    seatTable(seats, page),
    ...unplanned.flatMap(({ interviewer, session, at }) =>
      lines(
        say`Not in the plan, and sealed ${clean(dayOf(at))}: ${clean(interviewer.name)}${session === undefined ? say`` : say`, ${clean(session)}`}.`,
      ),
    ),
    say`\n`,
    coverageTable(coverage, page),
    ...coverageInWords(coverage).flatMap((line) => lines(clean(line))),
    ...lines(style.dim(clean(location))),
  ].join('');
}

function seatTable(seats: readonly SeatProgress[], page: Page): TerminalText {
  return renderTable(
    seats,
    [
      {
        head: say`INTERVIEWER`,
        cell: ({ interviewer: { name, isShadow } }) => say`${clean(name)}${isShadow ? say` (shadow)` : say``}`,
        shrinkTo: 12,
      },
      { head: say`SESSION`, cell: (seat) => clean(sessionInWords(seat)), shrinkTo: 12 },
      {
        head: say`MIN`,
        cell: ({ minutes }) => (minutes === undefined ? say`` : say`${minutes}`),
        align: 'right',
        drop: 1,
      },
      { head: say`STATE`, cell: (seat) => clean(seatInWords(seat)), shrinkTo: 24 },
    ],
    page,
  );
}

function coverageTable(coverage: readonly CoveredDimension[], page: Page): TerminalText {
  return renderTable(
    coverage,
    [
      { head: say`DIMENSION`, cell: ({ dimension }) => clean(dimension.name), shrinkTo: 20 },
      {
        head: say`COVERED BY`,
        cell: ({ by }) => (by.length === 0 ? say`nobody` : say`${by.map(({ name }) => clean(name)).join(', ')}`),
        shrinkTo: 12,
      },
    ],
    page,
  );
}
