import { type About, type AdviceCode, type ProblemCode, wordsOf } from './problem-words.js';

/** Where in a document: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** What is wrong, without where. */
export interface Mistake {
  readonly code: ProblemCode;
  /** What is wrong and what to do, lower case, no full stop. */
  readonly message: string;
}

/** Something wrong with the input: data, collected, never thrown one at a time. */
export interface Problem {
  /** Stable; what tests and `allow` lists name. */
  readonly code: ProblemCode | AdviceCode;
  /** The words of its code, in `problem-words.ts`. */
  readonly message: string;
  /** `warning`: a cell that is lost without its row. `advice`, and a `note` of what need not be wrong, count only where asked for (`--strict`). */
  readonly severity: 'error' | 'warning' | 'advice' | 'note';
  readonly path: Path;
  /** `key`: the key itself is wrong, not its value. */
  readonly on?: 'key';
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Of a table that has no lines, 1-based. */
  readonly row?: number;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function createMistake<Code extends ProblemCode>(code: Code, about: About<Code>): Mistake {
  return { code, message: wordsOf(code, about) };
}

/** A mistake that was found by what knew nothing of its place. */
export function problemAt({ code, message }: Mistake, path: Path): Problem {
  return { code, message, severity: 'error', path };
}

export function createProblem<Code extends ProblemCode>(
  code: Code,
  about: About<Code>,
  path: Path,
  on?: 'key',
): Problem {
  return { code, message: wordsOf(code, about), severity: 'error', path, ...(on ? { on } : {}) };
}

/** Something that could be better, as against something that is wrong. */
export function createAdvice<Code extends AdviceCode>(code: Code, about: About<Code>, path: Path): Problem {
  return { code, message: wordsOf(code, about), severity: 'advice', path };
}

/** Something to know that need not be wrong. */
export function createNote<Code extends ProblemCode>(code: Code, about: About<Code>, path: Path): Problem {
  return { code, message: wordsOf(code, about), severity: 'note', path };
}

export function inFile(problems: readonly Problem[], file: string): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, file }));
}
