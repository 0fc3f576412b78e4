import type { RubricSummary } from '../../core/rubric/rubric-summary.js';
import type { Page } from '../text/page.js';
import { renderTable } from '../text/table.js';
import { clean } from '../text/text.js';

export interface ListedRubric {
  readonly summary: RubricSummary;
  readonly from: string;
}

/** One line for each rubric. */
export function renderRubricList(rubrics: readonly ListedRubric[], page: Page): string {
  return renderTable(
    rubrics,
    [
      { head: 'ROLE', cell: ({ summary }) => summary.id, paint: page.style.accent },
      { head: 'TITLE', cell: ({ summary }) => clean(summary.title), shrinkTo: 32 },
      { head: 'DIMS', cell: ({ summary }) => String(summary.dimensions.length), align: 'right', drop: 3 },
      { head: 'MINUTES', cell: ({ summary }) => String(minutesOf(summary)), align: 'right', drop: 2 },
      { head: 'VARIANTS', cell: ({ summary }) => String(summary.variants.length), align: 'right', drop: 4 },
      { head: 'VERSION', cell: ({ summary }) => summary.version, drop: 5 },
      { head: 'FROM', cell: ({ from }) => clean(from), drop: 6 },
    ],
    page,
  );
}

export function minutesOf({ dimensions }: Pick<RubricSummary, 'dimensions'>): number {
  return dimensions.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
