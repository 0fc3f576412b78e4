import type { Group } from '../../core/retention/groups.js';
import type { SortedOut, Staying } from '../../core/retention/sort-out.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import { type Column, renderTable } from '../text/table.js';
import { count, hang } from '../text/text.js';

const FROM = { decision: say`decision`, seal: say`seal`, journal: say`journal` } as const;

const COLUMNS: readonly Column<Group>[] = [
  { head: say`DAY`, cell: ({ day }) => clean(day ?? 'unknown') },
  { head: say`OF THE`, cell: ({ from }) => (from ? FROM[from] : say``), drop: 1 },
  { head: say`CANDIDATE`, cell: (group) => candidatesOf(group), shrinkTo: 12 },
  { head: say`SCORECARDS`, cell: ({ scorecards }) => say`${scorecards}`, align: 'right', drop: 2 },
  { head: say`FILES`, cell: ({ files }) => say`${files.length}`, align: 'right' },
];

/** What is due, what stays though it is old, and the open interviews that are old. */
export function renderSortedOut({ due, staying, oldDrafts }: SortedOut, page: Page): TerminalText {
  const kept = staying.flatMap(({ group, because }) =>
    hang(say`  `, say`${clean(group.day ?? 'no date')}, ${candidatesOf(group)}: ${whyStaying(because)}`, page.width),
  );
  const drafts = oldDrafts.map(({ path }) => say`  ${clean(path)}`);
  return [
    due.length === 0 ? say`Nothing is due.\n` : renderTable(due, COLUMNS, page),
    ...(kept.length === 0 ? [] : [say`Stays:\n`, ...kept.map((line) => say`${line}\n`)]),
    ...(drafts.length === 0
      ? []
      : [
          say`${count(drafts.length, 'old draft')} left open; scorecard drafts --discard puts one away:\n`,
          ...drafts.map((line) => say`${line}\n`),
        ]),
  ].join('');
}

function candidatesOf({ candidates }: Group): TerminalText {
  return [...new Set(candidates.map(({ name }) => clean(name)))].join(', ');
}

function whyStaying(because: Staying): TerminalText {
  switch (because.type) {
    case 'held':
      return clean(because.why);
    case 'draft':
      return say`a draft of it is open, ${clean(because.path)}`;
    case 'no-date':
      return say`nothing that can be trusted says when it was sealed or decided`;
  }
}
