/** Where in a document: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** Something wrong with the input: data, collected, never thrown one at a time. */
export interface Problem {
  /** Stable, kebab-case; what tests and `allow` lists name. */
  readonly code: string;
  /** What is wrong and what to do, lower case, no full stop. */
  readonly message: string;
  /** `advice` counts only where asked for (`--strict`). */
  readonly severity: 'error' | 'advice';
  readonly path: Path;
  /** `key`: the key itself is wrong, not its value. */
  readonly on?: 'key';
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function createProblem(code: string, message: string, path: Path, on?: 'key'): Problem {
  return { code, message, severity: 'error', path, ...(on ? { on } : {}) };
}

/** Something that could be better, as against something that is wrong. */
export function createAdvice(code: string, message: string, path: Path): Problem {
  return { code, message, severity: 'advice', path };
}
