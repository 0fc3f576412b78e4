import type { Problem } from '../../core/problem.js';
import { clean, say, type TerminalText, withoutControls } from '../../core/text/safe-text.js';
import type { Style } from '../text/style.js';
import { renderProblems } from './problems.js';

interface UserError {
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly hint: TerminalText | undefined;
}

/** The end of a command that the user can do something about: what is wrong, where, what to do. */
export function renderError({ message, problems, hint }: UserError, style: Style): TerminalText {
  return [
    renderProblems(problems, style),
    say`${style.bad(say`scorecard:`)} ${clean(message)}\n`,
    hint === undefined ? say`` : say`${style.dim(hint)}\n`,
  ].join('');
}

/** The end of a command that nobody foresaw. */
export function renderBug(error: unknown): TerminalText {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return say`scorecard: this is a bug in scorecard; please report it with what follows\n${withoutControls(trace)}\n`;
}
