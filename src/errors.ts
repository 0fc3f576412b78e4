import type { Problem } from './core/problem.js';
import type { TerminalText } from './core/text/safe-text.js';

/** What the process ends with. What a scorecard says of a person is never an exit code. */
export const EXIT = {
  ok: 0,
  /** Done, and the answer is "no": a check found problems, a batch left rows out. */
  no: 1,
  /** Wrong usage or invalid input: nothing was written. */
  usage: 2,
  bug: 70,
  hangup: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

interface Details {
  /** What is wrong with the input, each problem on a line of its own. */
  readonly problems?: readonly Problem[];
  /** What the user can do about it. */
  readonly hint?: TerminalText;
  readonly exitCode?: ExitCode;
}

/** The command ends here, and the user can do something about it. Shown without a stack. */
export class ScorecardError extends Error {
  override readonly name = 'ScorecardError';
  readonly problems: readonly Problem[];
  readonly hint: TerminalText | undefined;
  readonly exitCode: ExitCode;

  constructor(message: string, { problems = [], hint, exitCode = EXIT.usage }: Details = {}) {
    super(message);
    this.problems = problems;
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** The user or the system asked the program to end. What was entered is on disk. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly exitCode: ExitCode;
  /** What was on the line that was being typed. */
  readonly partial: string;

  constructor(signal: Signal, partial = '') {
    super(`interrupted by ${signal}`);
    this.exitCode = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated, SIGHUP: EXIT.hangup }[signal];
    this.partial = partial;
  }
}

/** The code of a system error (`ENOENT`), if it is one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What a piece of work gives; where it ends in a ScorecardError, what is made of that. Anything else is thrown on. */
export function attempt<Value, Other>(work: () => Value, otherwise: (error: ScorecardError) => Other): Value | Other {
  try {
    return work();
  } catch (error) {
    if (error instanceof ScorecardError) return otherwise(error);
    throw error;
  }
}
