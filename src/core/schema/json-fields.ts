import type { Path } from '../problem.js';

/**
 * Checks of parsed JSON, one field at a time. They cost next to nothing where all is well: thousands of files are read
 * through them. Each throws a Mistake, which whoever reads the whole turns into a Problem.
 */

/** What is wrong and where. Never leaves `core`. */
export class Mistake extends Error {
  constructor(
    message: string,
    readonly path: Path,
  ) {
    super(message);
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function fields(data: unknown, path: Path): Fields {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Fields;
  throw new Mistake(data === undefined ? `"${label(path)}" is missing` : `${label(path)} must be a map of keys`, path);
}

export function list(data: unknown, path: Path): readonly unknown[] {
  if (Array.isArray(data)) return data;
  throw new Mistake(data === undefined ? `"${label(path)}" is missing` : `"${label(path)}" must be a list`, path);
}

export function text(data: unknown, path: Path): string {
  if (typeof data === 'string') return data;
  throw new Mistake(data === undefined ? `"${label(path)}" is missing` : `"${label(path)}" must be text`, path);
}

export function name(data: unknown, path: Path): string {
  if (text(data, path) === '') throw new Mistake(`"${label(path)}" is empty`, path);
  return data as string;
}

export function optionalText(data: unknown, path: Path): string | undefined {
  return data === undefined ? undefined : text(data, path);
}

export function number(data: unknown, path: Path): number {
  if (typeof data === 'number') return data;
  throw new Mistake(data === undefined ? `"${label(path)}" is missing` : `"${label(path)}" must be a number`, path);
}

export function whole(data: unknown, path: Path): number {
  if (Number.isSafeInteger(data)) return data as number;
  throw new Mistake(`"${label(path)}" must be a whole number`, path);
}

export function oneOf<Word extends string>(data: unknown, words: readonly Word[], path: Path): Word {
  const found = words.find((word) => word === data);
  if (found !== undefined) return found;
  throw new Mistake(`"${label(path)}" must be one of ${words.join(', ')}`, path);
}

function label(path: Path): string {
  return path.length === 0 ? 'a scorecard' : String(path.at(-1));
}
