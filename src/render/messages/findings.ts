import type { Page } from '../text/page.js';
import { clean, hang, widthOf } from '../text/text.js';

/** One thing that was looked at, and how it is. */
export interface Finding {
  readonly about: string;
  readonly state: 'fine' | 'note' | 'wrong';
  /** What was found. */
  readonly is: string;
  /** What to do about it. */
  readonly todo?: string;
}

/** A line for each finding, and below it what to do. */
export function renderFindings(findings: readonly Finding[], { width, style }: Page): string {
  const column = Math.max(...findings.map(({ about }) => widthOf(about))) + 2;
  const paint = { fine: style.good, note: style.warning, wrong: style.bad };
  const lines = findings.flatMap(({ about, state, is, todo }) => {
    const label = `${state.padEnd(7)}${about.padEnd(column)}`;
    const [first = '', ...rest] = hang(label, clean(is), width);
    const advice = todo === undefined ? [] : hang(`${' '.repeat(7)}to do: `, clean(todo), width);
    return [paint[state](first.slice(0, 7)) + first.slice(7), ...rest, ...advice];
  });
  return lines.map((line) => `${line}\n`).join('');
}
