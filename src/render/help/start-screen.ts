import { clean, type ShellText, say, type TerminalText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { draftInWords, type ListedDraft } from '../scorecard/draft-list.js';
import type { Page } from '../text/page.js';
import { count, hang, padEnd, truncate, widthOf } from '../text/text.js';
import type { Moment } from './moments.js';

export interface Start {
  /** The open drafts, newest first. */
  readonly open: readonly ListedDraft[];
  /** How many there are beside them. */
  readonly unreadable: number;
  readonly moments: readonly Moment[];
  /** How the program was started. */
  readonly program: ShellText;
}

/** More drafts than these are counted: with all of it, a window of 24 lines is full. */
const SHOWN = 3;

/** What stands on the screen when the command is typed alone: what is open, and what there is to do, by moment. */
export function renderStartScreen({ open: drafts, unreadable, moments, program }: Start, page: Page): TerminalText {
  const { style, width } = page;
  const open = drafts
    .slice(0, SHOWN)
    .flatMap((draft) => [
      truncate(say`  ${draftInWords(draft)}`, width),
      say`  ${style.accent(say`${program} ${command`interview --resume ${draft.id}`}`)}`,
    ]);
  const more = drafts.length > SHOWN ? [say`  and ${drafts.length - SHOWN} more: ${program} drafts`] : [];
  const damaged =
    unreadable > 0
      ? [style.bad(say`${count(unreadable, 'draft')} cannot be read: ${program} doctor says why`), say``]
      : [];
  const lines = [
    style.title(say`scorecard: structured interviews in the terminal`),
    say``,
    ...(drafts.length > 0
      ? [style.strong(say`Open drafts`), ...open, ...more, say``]
      : [say`Begin: ${style.accent(say`${program} interview`)}`, say``]),
    ...damaged,
    ...momentLines(moments, page),
    say``,
    style.dim(say`More: ${program} --help, ${program} COMMAND --help, ${program} help use`),
  ];
  return lines.map((line) => say`${truncateUnlessPainted(line, width)}\n`).join('');
}

/** A line for each moment, with its commands. */
function momentLines(moments: readonly Moment[], { width }: Page): readonly TerminalText[] {
  const longest = Math.max(...moments.map(({ title }) => widthOf(clean(title))));
  return moments.flatMap(({ title, commands }) => {
    // A noun by the first thing that is done with it, so that each can be typed as it stands.
    const names = commands.map(({ name, subcommands: [first] = [] }) =>
      clean(first === undefined ? name : `${name} ${first}`),
    );
    return hang(say`  ${padEnd(clean(title), longest)}  `, say`${names.join(', ')}`, width);
  });
}

/** A line with colours can't be cut by its letters. */
function truncateUnlessPainted(line: TerminalText, width: number): TerminalText {
  return line.includes('\u001b') ? line : truncate(line, Math.max(width, 40));
}
