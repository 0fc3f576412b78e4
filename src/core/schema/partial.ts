import type { Path, Problem } from '../problem.js';

/** Data with everything malformed taken out, so that one mistake does not hide the others. */
export type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly (DeepPartial<U> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** The items that are there, each with its position. */
export function itemsOf<T>(items: readonly (T | undefined)[] | null | undefined): readonly (readonly [T, number])[] {
  return (items ?? []).flatMap((item, at) => (item === undefined ? [] : [[item, at] as const]));
}

/** A copy of a map without the parts at which there are problems; nothing of what is no map. */
export function withoutRefused(data: unknown, problems: readonly Problem[]): object {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const rest = structuredClone(data);
  for (const { path } of problems) remove(rest, path);
  return rest;
}

function remove(data: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((node, step) => (node as Record<string, unknown>)?.[step], data);
  // List items become holes, so that the positions of the others still stand.
  if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[String(path.at(-1))];
}
