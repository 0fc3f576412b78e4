import type { Problem } from '../../core/problem.js';
import type { ValueMapping } from '../../core/table/cells/values.js';
import type { ProblemGroup, ProblemGroups } from '../../core/table/problem-groups.js';
import type { Remedy } from '../../core/table/remedies.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { shorten } from '../../core/text/wording.js';
import { renderProblems } from '../messages/problems.js';
import type { Style } from '../text/style.js';
import { count } from '../text/text.js';

/** How many kinds of problems are told. */
const MOST = 20;

interface GroupOptions {
  readonly style: Style;
  /** The problem with its place in the table: a line of a file, or a row of what has no lines. */
  place(problem: Problem): readonly Problem[];
  remediesOf(group: ProblemGroup): readonly Remedy[];
}

/** A line for each kind of problem: its first place, how often, what to pass to mend it. The most frequent first. */
export function renderProblemGroups(groups: ProblemGroups, { style, place, remediesOf }: GroupOptions): TerminalText {
  const all = groups.all();
  const told = all
    .slice(0, MOST)
    .flatMap((group) =>
      place(group.first).map((placed) => ({ ...placed, message: messageOf(group, remediesOf(group), placed) })),
    );
  const more = Math.max(0, all.length - MOST);
  const untold = more > 0 ? say`… and ${count(more, 'more kind')} of problems; --dry-run prints each one\n` : say``;
  const rest = groups.ungrouped();
  const beyond = rest > 0 ? say`… and ${count(rest, 'more problem')}\n` : say``;
  return say`${renderProblems(told, style)}${untold}${beyond}`;
}

function messageOf(group: ProblemGroup, remedies: readonly Remedy[], { row }: Problem): string {
  return `${whatOf(group)}${remedyInWords(remedies)}${placesOf(group, row === undefined ? 'line' : 'row')}`;
}

function whatOf({ first, count: times, columns }: ProblemGroup): string {
  if (times === 1) return first.message;
  const words = 'at' in first ? first.words : undefined;
  if (!words?.isSure || !('at' in first)) return `${times} × ${first.message}`;
  const headers =
    columns.length === 1 ? "the header doesn't say so" : `the headers of ${columns.length} columns don't say so`;
  return `${times} cells hold ${words.system}'s ratings, such as "${shorten(first.cell.trim())}", and ${headers}`;
}

function placesOf({ count: times, lines, otherFiles }: ProblemGroup, unit: string): string {
  const more = times > lines.length + 1 && lines.length > 2 ? ', …' : '';
  const onLines = lines.length === 0 ? [] : [`on ${lines.length === 1 ? unit : `${unit}s`} ${lines.join(', ')}${more}`];
  const inFiles = otherFiles === 0 ? [] : [`in ${count(otherFiles, 'other file')}`];
  const places = [...onLines, ...inFiles];
  return places.length === 0 ? '' : `; also ${places.join(' and ')}`;
}

/** `; pass --value Maybe=no-decision, or --map Decision= to leave the column out`. */
export function remedyInWords(remedies: readonly Remedy[]): string {
  const isDrop = ({ option, value }: Remedy) => option === '--map' && value.endsWith('=');
  const read = remedies.filter((remedy) => !isDrop(remedy)).map(optionOf);
  const drop = remedies.filter(isDrop).map((remedy) => `${optionOf(remedy)} to leave the column out`);
  const ways = [...(read.length > 0 ? [read.join(' ')] : []), ...drop];
  return ways.length === 0 ? '' : `; pass ${ways.join(', or ')}`;
}

function optionOf({ option, value }: Remedy): string {
  return command`${option} ${value}`;
}

/** What was said of texts that stand in no cell: a typing error, most likely. */
export function renderUnusedValues(
  values: readonly ValueMapping[],
  { file, style }: { readonly file: string; readonly style: Style },
): TerminalText {
  return values
    .map(({ header, text, meaning }) => {
      const value = command`--value ${`${header === undefined ? '' : `${header}:`}${text}=${meaning}`}`;
      return say`${style.strong(clean(file))} ${style.warning(say`warning`)} ${value} is not used: no cell that could mean it says "${clean(shorten(text))}"\n`;
    })
    .join('');
}
