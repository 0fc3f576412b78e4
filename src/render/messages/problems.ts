import type { Problem } from '../../core/problem.js';
import type { Style } from '../text/style.js';
import { clean } from '../text/text.js';

/** One line for each problem: `file:line:column error message (code)`. */
export function renderProblems(problems: readonly Problem[], style: Style): string {
  return problems.map((problem) => `${renderProblem(problem, style)}\n`).join('');
}

function renderProblem({ file, line, column, severity, message, code }: Problem, style: Style): string {
  const place = [file === undefined ? undefined : clean(file), line, column]
    .filter((part) => part !== undefined)
    .join(':');
  const mark = severity === 'error' ? style.bad(severity) : style.warning(severity);
  return `${place === '' ? '' : `${style.strong(place)} `}${mark} ${clean(message)} ${style.dim(`(${code})`)}`;
}
