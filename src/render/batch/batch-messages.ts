import type { ColumnPlan } from '../../core/table/columns.js';
import type { MisreadNames } from '../../core/table/misread-names.js';
import type { NoPerson } from '../../core/table/no-person.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import type { Style } from '../text/style.js';
import { truncate } from '../text/text.js';

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
  /** The options with which the rejects are scored again, word by word. */
  readonly rerunOptions: readonly string[];
  /** How many rows were reported on stderr. */
  readonly told: number;
  readonly output: string | undefined;
  /** Whether `summary` can read the output. */
  readonly hasSummary: boolean;
  readonly rejects: string | undefined;
  readonly reports: ReportsEnd | undefined;
  readonly isQuiet: boolean;
}

/** What stderr says when all is done: where things are, what comes next, the counts. */
export function renderBatchEnd(counts: BatchCounts, options: EndOptions): TerminalText {
  const { style, rerunOptions, told, output, hasSummary, rejects, reports, isQuiet } = options;
  const { leftOut } = counts;
  const last = renderBatchCounts(counts, { style, good: 'scored', bad: 'left out' });
  const untold = leftOut > told ? [say`… and ${formatNumber(leftOut - told)} more rows with problems`] : [];
  if (isQuiet) return leftOut > 0 ? [...untold, last].join('\n') : say``;
  const kept = leftOut > 0 && rejects !== undefined ? [say`${clean(rejects)} (rows left out)`] : [];
  const places = [
    ...(output === undefined ? [] : [clean(output)]),
    ...(reports === undefined ? [] : [reportsLine(reports)]),
  ];
  const fix = (rejects: string) =>
    say`fix ${clean(rejects)}, then run: ${command`scorecard batch ${rejects} ${rerunOptions}`}`;
  const see = leftOut > 0 ? say`pass --rejects FILE to keep the rows that were left out` : undefined;
  const whole = hasSummary && output !== undefined ? command`scorecard summary ${output}` : undefined;
  const onward = output === undefined ? see : whole;
  const next = leftOut > 0 && rejects !== undefined ? fix(rejects) : onward;
  const hint = next === undefined ? [] : [style.dim(say`Next: ${next}`)];
  return [...untold, ...places, ...kept, ...hint, last].join('\n');
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
