import type { Group } from '../../core/retention/groups.js';
import type { SortedOut, Staying } from '../../core/retention/sort-out.js';
import type { Page } from '../text/page.js';
import { type Column, renderTable } from '../text/table.js';
import { clean, count, hang } from '../text/text.js';

const FROM = { decision: 'decision', seal: 'seal', journal: 'journal' } as const;

const COLUMNS: readonly Column<Group>[] = [
  { head: 'DAY', cell: ({ day }) => day ?? 'unknown' },
  { head: 'OF THE', cell: ({ from }) => (from ? FROM[from] : ''), drop: 1 },
  { head: 'CANDIDATE', cell: (group) => candidatesOf(group), shrinkTo: 12 },
  { head: 'SCORECARDS', cell: ({ scorecards }) => String(scorecards), align: 'right', drop: 2 },
  { head: 'FILES', cell: ({ files }) => String(files.length), align: 'right' },
];

/** What is due, what stays though it is old, and the open interviews that are old. */
export function renderSortedOut({ due, staying, oldDrafts }: SortedOut, page: Page): string {
  const kept = staying.flatMap(({ group, because }) =>
    hang('  ', `${group.day ?? 'no date'}, ${candidatesOf(group)}: ${whyStaying(because)}`, page.width),
  );
  const drafts = oldDrafts.map(({ path }) => `  ${clean(path)}`);
  return [
    due.length === 0 ? 'Nothing is due.\n' : renderTable(due, COLUMNS, page),
    ...(kept.length === 0 ? [] : ['Stays:\n', ...kept.map((line) => `${line}\n`)]),
    ...(drafts.length === 0
      ? []
      : [
          `${count(drafts.length, 'old draft')} stays open; scorecard drafts --discard and person erase put one away:\n`,
          ...drafts.map((line) => `${line}\n`),
        ]),
  ].join('');
}

function candidatesOf({ candidates }: Group): string {
  return [...new Set(candidates.map(({ name }) => clean(name)))].join(', ');
}

function whyStaying(because: Staying): string {
  switch (because.type) {
    case 'held':
      return clean(because.why);
    case 'draft':
      return `a draft of it is open, ${clean(because.path)}`;
    case 'no-date':
      return 'nothing that can be trusted says when it was sealed or decided';
  }
}
