import type { Path, Problem } from './problem.js';

/** Something that could be better, as against something that is wrong. */
export function createAdvice(code: string, message: string, path: Path): Problem {
  return { code, message, severity: 'advice', path };
}
