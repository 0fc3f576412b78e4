import type { ErrorCode } from 'yaml';
import { createMistake, type Mistake, type Problem, problemAt } from '../../../core/problem.js';

type Unread = 'indent' | 'key' | 'missing' | 'surplus' | 'long-key' | 'line';

const UNREAD: Partial<Record<ErrorCode, Unread>> = {
  BAD_INDENT: 'indent',
  BLOCK_AS_IMPLICIT_KEY: 'key',
  BLOCK_IN_FLOW: 'missing',
  MULTILINE_IMPLICIT_KEY: 'key',
  MISSING_CHAR: 'missing',
  UNEXPECTED_TOKEN: 'surplus',
  BAD_SCALAR_START: 'surplus',
  BAD_ALIAS: 'surplus',
  BAD_DIRECTIVE: 'surplus',
  KEY_OVER_1024_CHARS: 'long-key',
};

/** The first thing that the parser could not read, where no slip explains it, in the program's own words. */
export function syntaxProblem({ code }: { readonly code: ErrorCode }): Problem {
  return problemAt(mistakeOf(code), []);
}

function mistakeOf(code: ErrorCode): Mistake {
  if (code === 'TAB_AS_INDENT') return createMistake('indent-space', { sign: '\t', more: 0 });
  return createMistake('yaml', { what: UNREAD[code] ?? 'line' });
}
