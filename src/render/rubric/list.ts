import type { RubricSummary } from '../../core/rubric/rubric-summary.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import { renderTable } from '../text/table.js';

export interface ListedRubric {
  readonly summary: RubricSummary;
  readonly from: string;
}

/** One line for each rubric. */
export function renderRubricList(rubrics: readonly ListedRubric[], page: Page): TerminalText {
  return renderTable(
    rubrics,
    [
      { head: say`ROLE`, cell: ({ summary }) => clean(summary.id), paint: page.style.accent },
      { head: say`TITLE`, cell: ({ summary }) => clean(summary.title), shrinkTo: 32 },
      { head: say`DIMS`, cell: ({ summary }) => say`${summary.dimensions.length}`, align: 'right', drop: 3 },
      { head: say`MINUTES`, cell: ({ summary }) => say`${minutesOf(summary)}`, align: 'right', drop: 2 },
      { head: say`VARIANTS`, cell: ({ summary }) => say`${summary.variants.length}`, align: 'right', drop: 4 },
      { head: say`VERSION`, cell: ({ summary }) => clean(summary.version), drop: 5 },
      { head: say`FROM`, cell: ({ from }) => clean(from), drop: 6 },
    ],
    page,
  );
}

export function minutesOf({ dimensions }: Pick<RubricSummary, 'dimensions'>): number {
  return dimensions.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
