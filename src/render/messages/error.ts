import type { Problem } from '../../core/problem.js';
import type { Style } from '../text/style.js';
import { clean } from '../text/text.js';
import { renderProblems } from './problems.js';

interface UserError {
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly hint: string | undefined;
}

/** The end of a command that the user can do something about: what is wrong, where, what to do. */
export function renderError({ message, problems, hint }: UserError, style: Style): string {
  return [
    renderProblems(problems, style),
    `${style.bad('scorecard:')} ${clean(message)}\n`,
    hint === undefined ? '' : `${style.dim(clean(hint))}\n`,
  ].join('');
}

/** The end of a command that nobody foresaw. */
export function renderBug(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `scorecard: this is a bug in scorecard; please report it with what follows\n${trace}\n`;
}
