import { createMistake, type Mistake, type Problem, problemAt } from '../../problem.js';
import type { About, ProblemCode } from '../../problem-words.js';
import type { Vocabulary } from '../header.js';

/** What is wrong with a cell, and what may make it readable. */
export interface CellMistake extends Mistake {
  /** The text that can't be read, as it was typed. */
  readonly cell: string;
  /** What it most likely means, or a word in capitals for what its reader has to say. */
  readonly meaning?: string;
  /** The program whose words the whole column seems to hold. */
  readonly words?: { readonly system: Exclude<Vocabulary, 'ours'>; readonly isSure: boolean };
}

/** A cell's meaning, or what is wrong with it. */
export type Cell<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & CellMistake);

/** A mistake of a cell at its place in a table. */
export interface CellProblem extends Problem, Omit<CellMistake, 'code'> {
  /** From 0. */
  readonly at: number;
}

export function badCell<Code extends ProblemCode>(
  code: Code,
  about: About<Code>,
  more: Omit<CellMistake, keyof Mistake>,
): { readonly ok: false } & CellMistake {
  return { ok: false, ...createMistake(code, about), ...more };
}

/** A warning where the cell alone is lost, an error where it takes its row with it. */
export function cellProblem(
  { cell, meaning, words, ...mistake }: CellMistake,
  { at, place, severity }: { at: number; place: { line: number; column: number }; severity: 'error' | 'warning' },
): CellProblem {
  return {
    ...problemAt(mistake, [at]),
    severity,
    cell,
    at,
    ...(meaning === undefined ? {} : { meaning }),
    ...(words === undefined ? {} : { words }),
    ...place,
  };
}
