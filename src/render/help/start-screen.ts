import { shellWord } from '../../core/text/shell-words.js';
import { draftInWords, type ListedDraft } from '../scorecard/draft-list.js';
import type { Page } from '../text/page.js';
import { count, truncate } from '../text/text.js';

const COMMANDS: readonly (readonly [string, string])[] = [
  ['scorecard interview', 'run an interview, and write a scorecard'],
  ['scorecard batch FILE', 'score a CSV of candidates'],
  ['scorecard summary', 'all candidates, one line each'],
  ['scorecard rubric list', 'the available roles'],
];

export interface Drafts {
  /** Newest first. */
  readonly open: readonly ListedDraft[];
  /** How many there are beside them. */
  readonly unreadable: number;
}

/** More drafts than these are counted. */
const SHOWN = 5;

/** What stands on the screen when the command is typed alone: what is open, and what to do next. */
export function renderStartScreen({ open: drafts, unreadable }: Drafts, page: Page): string {
  const { style, width } = page;
  const open = drafts
    .slice(0, SHOWN)
    .flatMap((draft) => [
      truncate(`  ${draftInWords(draft)}`, width),
      `  ${style.accent(`scorecard interview --resume ${shellWord(draft.id)}`)}`,
    ]);
  const more = drafts.length > SHOWN ? [`  and ${drafts.length - SHOWN} more: scorecard drafts`] : [];
  const damaged =
    unreadable > 0 ? [style.bad(`${count(unreadable, 'draft')} cannot be read: scorecard doctor says why`), ''] : [];
  const lines = [
    style.title('scorecard: structured interviews in the terminal'),
    '',
    ...(drafts.length > 0 ? [style.strong('Open drafts'), ...open, ...more, ''] : []),
    ...damaged,
    ...COMMANDS.map(([command, what]) => `  ${style.accent(command.padEnd(24))}${what}`),
    '',
    style.dim('More: scorecard --help, scorecard help keys (use, files, rubrics, scoring, csv)'),
  ];
  return lines.map((line) => `${truncateUnlessPainted(line, width)}\n`).join('');
}

/** A line with colours can't be cut by its letters. */
function truncateUnlessPainted(line: string, width: number): string {
  return line.includes('\u001b') ? line : truncate(line, Math.max(width, 40));
}
