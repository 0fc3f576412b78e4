import type { Tally } from '../../core/batch/tally.js';
import type { ColumnPlan } from '../../core/table/columns.js';
import type { MisreadNames } from '../../core/table/misread-names.js';
import type { NoPerson } from '../../core/table/no-person.js';
import { clean, type ShellText, say, type TerminalText } from '../../core/text/safe-text.js';
import { programLine } from '../../core/text/shell-words.js';
import type { Style } from '../text/style.js';
import { count, truncate } from '../text/text.js';
import { renderLeftOut, renderLost } from './kinds.js';

export interface BatchCounts {
  readonly scored: number;
  readonly leftOut: number;
  /** How many rows have a candidate, and no rating, verdict or red flag. */
  readonly unrated: number;
  /** How many rows are no people, by what they are. */
  readonly noPerson: Readonly<Record<NoPerson, number>>;
  /** How many lines and rows had nothing on them. */
  readonly empty: number;
}

interface CountWords {
  readonly style: Style;
  /** What the good rows are called: `scored`, `good`. */
  readonly good: 'scored' | 'good';
  /** What the others are called: `left out`, `bad`. */
  readonly bad: 'left out' | 'bad';
}

/** The last line, which accounts for every row. */
export function renderBatchCounts(counts: BatchCounts, { style, good, bad }: CountWords): TerminalText {
  const { scored, leftOut, unrated, empty } = counts;
  const people = scored + unrated + leftOut;
  const without = unrated > 0 ? say`, ${formatNumber(unrated)} without a rating` : say``;
  const others = Object.values(counts.noPerson).reduce((sum, number) => sum + number, 0);
  const passed = others > 0 ? say`, ${formatNumber(others)} no ${others === 1 ? say`person` : say`people`}` : say``;
  const out = say`${formatNumber(leftOut)} ${bad}`;
  const skipped = empty > 0 ? say`, ${formatNumber(empty)} empty` : say``;
  const rows = people === 1 ? '1 row' : say`${formatNumber(people)} rows`;
  const bads = leftOut > 0 ? style.bad(out) : out;
  return say`${rows}: ${formatNumber(scored)} ${good}${without}, ${bads}${passed}${skipped}\n`;
}

/** What became of the scorecards that were to be written. */
interface ReportsEnd {
  readonly folder: string;
  readonly written: number;
  /** How many rows had theirs already. */
  readonly alreadyThere: number;
  readonly notes: readonly unknown[];
  /** How many notes were told on stderr. */
  readonly told: number;
}

interface EndOptions {
  readonly style: Style;
  readonly tally: Pick<Tally, 'rows' | 'cells'>;
  readonly plan: ColumnPlan;
  /** What reads the table again with all that is missing, word by word; `undefined` where nothing would help. */
  readonly again: readonly string[] | undefined;
  /** How the program was started. */
  readonly program: ShellText;
  /** What reads the mended rejects, word by word. */
  readonly mend: readonly string[];
  readonly output: string | undefined;
  /** Whether `summary` can read the output. */
  readonly hasSummary: boolean;
  readonly rejects: string | undefined;
  readonly reports: ReportsEnd | undefined;
  readonly isQuiet: boolean;
}

/** What stderr says when all is done: where things are, what is lost and why, what comes next, the counts. */
export function renderBatchEnd(counts: BatchCounts, options: EndOptions): TerminalText {
  const { style, tally, plan, output, rejects, reports, isQuiet } = options;
  const { leftOut } = counts;
  const last = renderBatchCounts(counts, { style, good: 'scored', bad: 'left out' });
  const losses = say`${renderLeftOut(tally.rows)}${renderLost(tally.cells)}${isQuiet ? say`` : renderMissing(plan)}`;
  if (isQuiet) return losses === '' ? say`` : say`${losses}${last}`;
  const places = [
    ...(output === undefined ? [] : [clean(output)]),
    ...(reports === undefined ? [] : [reportsLine(reports)]),
    ...(leftOut > 0 && rejects !== undefined ? [say`${clean(rejects)} (rows left out)`] : []),
  ];
  const [next, ...others] = nextSteps(counts, options);
  const hints = [...(next === undefined ? [] : [say`Next: ${next}`]), ...others.map((other) => say`Or: ${other}`)];
  return say`${linesOf(places)}${losses}${linesOf(hints.map(style.dim))}${last}`;
}

function linesOf(lines: readonly TerminalText[]): TerminalText {
  return lines.map((line) => say`${line}\n`).join('');
}

/** What to do now, the surest first. */
function nextSteps({ leftOut }: BatchCounts, options: EndOptions): readonly TerminalText[] {
  const { again, mend, output, hasSummary, rejects, program } = options;
  const mended = again ? [renderAgain(again, program)] : [];
  if (leftOut > 0 && rejects !== undefined)
    return [...mended, say`fix ${clean(rejects)}, then run: ${programLine(program, ['batch', ...mend])}`];
  if (leftOut > 0 && output === undefined)
    return [...mended, say`pass --rejects FILE to keep the rows that were left out`];
  if (again || output === undefined || !hasSummary) return mended;
  return [programLine(program, ['summary', output])];
}

/** What may be put in as well. */
const INSTEAD: Readonly<Record<string, TerminalText>> = {
  FLAG: say` (or none)`,
  RATING: say` (or not-assessed)`,
};

/** A command with the options that are missing; what only a person can say stands there in capitals. */
export function renderAgain(words: readonly string[], program: ShellText, name = 'batch'): TerminalText {
  const open = [...new Set(words.flatMap((word) => /=([A-Z]+(?:-[A-Z]+)*)$/.exec(word)?.[1] ?? []))];
  const asked = open.map((what) => say`${clean(what)}${INSTEAD[what] ?? say``}`);
  const first = open.length === 0 ? say`run again` : say`put in what is meant for ${asked.join(', ')}, and run`;
  return say`${first}: ${programLine(program, [name, ...words])}`;
}

/** Which dimensions have no column; empty where each has one. */
export function renderMissing({ missing, ratings }: Pick<ColumnPlan, 'missing' | 'ratings'>): TerminalText {
  if (missing.length === 0) return say``;
  return say`No column for ${missing.length} of ${count(ratings.length, 'dimension')}: ${missing.map(clean).join(', ')}\n`;
}

function reportsLine({ folder, written, alreadyThere, notes, told }: ReportsEnd): TerminalText {
  const cards = written === 1 ? say`1 scorecard` : say`${formatNumber(written)} scorecards`;
  const there = alreadyThere > 0 ? say`, ${formatNumber(alreadyThere)} already there, left alone` : say``;
  const untold = notes.length > told ? say`; ${formatNumber(notes.length - told)} more notes on them` : say``;
  return say`${clean(folder)}/ (${cards} written${there}${untold})`;
}

function formatNumber(number: number): TerminalText {
  return clean(String(number).replace(/\B(?=(?:\d{3})+$)/g, ','));
}

const LISTED = 8;

/** Said once, before the rows: which columns the rubric has no use for, which dimensions have no column. */
export function renderPlanNotes({ ignored, headers, missing }: ColumnPlan, shown: string, style: Style): TerminalText {
  const file = clean(shown);
  const lines: TerminalText[] = [];
  if (missing.length > 0) {
    const what = missing.length === 1 ? 'the dimension' : say`${missing.length} dimensions`;
    lines.push(
      say`${style.strong(file)} ${style.warning(say`warning`)} no column for ${what} ${missing.map(clean).join(', ')}: not assessed in every row`,
    );
  }
  if (ignored.length > 0) {
    const named = ignored.slice(0, LISTED).map((at) => say`"${truncate(clean(headers[at] ?? say``), 30)}"`);
    const more = ignored.length > LISTED ? say` and ${formatNumber(ignored.length - LISTED)} more` : say``;
    const columns = ignored.length === 1 ? '1 column' : say`${formatNumber(ignored.length)} columns`;
    lines.push(say`${style.strong(file)} ${style.dim(say`note`)} ${columns} left alone: ${named.join(', ')}${more}`);
  }
  return lines.map((line) => say`${line}\n`).join('');
}

/** Said once, after the rows: that names look as if they had been read in another encoding than they were written in. */
export function renderMisread(
  { count: names, first, before }: MisreadNames,
  shown: string,
  { encoding }: { readonly encoding?: string },
  style: Style,
): TerminalText {
  if (first === undefined) return say``;
  const example = say`"${truncate(clean(first), 30)}"`;
  const what =
    before === undefined
      ? say`${names === 1 ? say`1 name has` : say`${formatNumber(names)} names have`} lost signs, such as ${example}`
      : say`${names === 1 ? say`1 name looks` : say`${formatNumber(names)} names look`} as if read in the wrong encoding, such as ${example} for "${truncate(clean(before), 30)}"`;
  const cure =
    encoding === undefined
      ? say`the file was saved so by another program: export it there again, as UTF-8`
      : say`leave out --encoding ${clean(encoding)}, or pass the one that the file was saved in`;
  return say`${style.strong(clean(shown))} ${style.dim(say`note`)} ${what}; ${cure}\n`;
}

/** How far the work is, on one line. `share` is from 0 to 1, `undefined` where it is not known. */
export function renderBatchProgress(counts: BatchCounts, share: number | undefined): TerminalText {
  const part = share === undefined ? say`` : say`${Math.floor(share * 100)}%  `;
  const bad = counts.leftOut > 0 ? say`, ${formatNumber(counts.leftOut)} left out` : say``;
  return say`${part}${formatNumber(counts.scored)} scored${bad}`;
}
