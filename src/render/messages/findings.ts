import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import { hang, widthOf } from '../text/text.js';

/** One thing that was checked, and its state. */
export interface Finding {
  readonly subject: string;
  readonly state: 'fine' | 'note' | 'wrong';
  readonly message: string;
  readonly remedy?: string;
}

/** A line for each finding, and below it what to do about it. */
export function renderFindings(findings: readonly Finding[], { width, style }: Page): TerminalText {
  const column = Math.max(...findings.map(({ subject }) => widthOf(clean(subject)))) + 2;
  const paint = { fine: style.good, note: style.warning, wrong: style.bad };
  const lines = findings.flatMap(({ subject, state, message, remedy }) => {
    const label = say`${say`${state}`.padEnd(7)}${clean(subject).padEnd(column)}`;
    const [first = say``, ...rest] = hang(label, clean(message), width);
    const advice = remedy === undefined ? [] : hang(say`       to do: `, clean(remedy), width);
    return [say`${paint[state](first.slice(0, 7))}${first.slice(7)}`, ...rest, ...advice];
  });
  return lines.map((line) => say`${line}\n`).join('');
}
