import type { Problem } from '../../core/problem.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Style } from '../text/style.js';

/** One line for each problem: `file:line:column error message (code)`, or `file row 17 error message (code)`. */
export function renderProblems(problems: readonly Problem[], style: Style): TerminalText {
  return problems.map((problem) => say`${renderProblem(problem, style)}\n`).join('');
}

function renderProblem({ file, line, column, row, severity, message, code }: Problem, style: Style): TerminalText {
  const parts = [...(file === undefined ? [] : [clean(file)]), ...[line, column].flatMap((at) => at ?? [])];
  const inFile = parts.map((part) => say`${part}`).join(':');
  const place = row === undefined ? inFile : [...(inFile === '' ? [] : [inFile]), say`row ${row}`].join(' ');
  const mark = severity === 'error' ? style.bad(say`${severity}`) : style.warning(say`${severity}`);
  return say`${place === '' ? say`` : say`${style.strong(place)} `}${mark} ${clean(message)} ${style.dim(say`(${code})`)}`;
}
