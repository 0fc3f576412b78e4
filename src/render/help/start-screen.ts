import { say, type TerminalText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { draftInWords, type ListedDraft } from '../scorecard/draft-list.js';
import type { Page } from '../text/page.js';
import { count, truncate } from '../text/text.js';

const COMMANDS: readonly (readonly [TerminalText, TerminalText])[] = [
  [say`scorecard interview`, say`run an interview, and write a scorecard`],
  [say`scorecard batch FILE`, say`score a CSV of candidates`],
  [say`scorecard summary`, say`all candidates, one line each`],
  [say`scorecard rubric list`, say`the available roles`],
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
export function renderStartScreen({ open: drafts, unreadable }: Drafts, page: Page): TerminalText {
  const { style, width } = page;
  const open = drafts
    .slice(0, SHOWN)
    .flatMap((draft) => [
      truncate(say`  ${draftInWords(draft)}`, width),
      say`  ${style.accent(command`scorecard interview --resume ${draft.id}`)}`,
    ]);
  const more = drafts.length > SHOWN ? [say`  and ${drafts.length - SHOWN} more: scorecard drafts`] : [];
  const damaged =
    unreadable > 0
      ? [style.bad(say`${count(unreadable, 'draft')} cannot be read: scorecard doctor says why`), say``]
      : [];
  const lines = [
    style.title(say`scorecard: structured interviews in the terminal`),
    say``,
    ...(drafts.length > 0 ? [style.strong(say`Open drafts`), ...open, ...more, say``] : []),
    ...damaged,
    ...COMMANDS.map(([line, what]) => say`  ${style.accent(line.padEnd(24))}${what}`),
    say``,
    style.dim(say`More: scorecard --help, scorecard help lines (use, files, rubrics, scoring, csv)`),
  ];
  return lines.map((line) => say`${truncateUnlessPainted(line, width)}\n`).join('');
}

/** A line with colours can't be cut by its letters. */
function truncateUnlessPainted(line: TerminalText, width: number): TerminalText {
  return line.includes('\u001b') ? line : truncate(line, Math.max(width, 40));
}
