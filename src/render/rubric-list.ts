import type { Rubric } from '../core/rubric.js';
import type { Style } from './style.js';
import { renderTable } from './table.js';
import { clean } from './text.js';

export interface ListedRubric {
  readonly rubric: Rubric;
  readonly from: string;
}

/** One line for each rubric. */
export function renderRubricList(rubrics: readonly ListedRubric[], options: { width: number; style: Style }): string {
  return renderTable(
    rubrics,
    [
      { head: 'ROLE', cell: ({ rubric }) => rubric.id, paint: options.style.accent },
      { head: 'TITLE', cell: ({ rubric }) => clean(rubric.title), shrinkTo: 32 },
      { head: 'DIMS', cell: ({ rubric }) => String(rubric.dimensions.length), align: 'right', drop: 3 },
      { head: 'MINUTES', cell: ({ rubric }) => String(minutesOf(rubric)), align: 'right', drop: 2 },
      { head: 'VARIANTS', cell: ({ rubric }) => String(rubric.variants.length), align: 'right', drop: 4 },
      { head: 'VERSION', cell: ({ rubric }) => rubric.version, drop: 5 },
      { head: 'FROM', cell: ({ from }) => clean(from), drop: 6 },
    ],
    options,
  );
}

export function minutesOf({ dimensions }: Rubric): number {
  return dimensions.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
