import { resolve } from 'node:path';
import type { Path, Problem } from '../../../core/problem.js';
import { readWhole } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';
import { parseYamlSource } from '../../../io/yaml/yaml-source.js';

/**
 * Problems whose paths name the items of lists by their ids, where they have any: what stands before an item then
 * changes nothing.
 */
export function namePlaces(problems: readonly Problem[], { cwd }: Pick<Host, 'cwd'>): readonly Problem[] {
  const files = new Map<string, unknown>();
  const dataOf = (file: string) => {
    if (!files.has(file)) files.set(file, readData(resolve(cwd, file)));
    return files.get(file);
  };
  return problems.map((problem) =>
    problem.file === undefined ? problem : { ...problem, path: namedPath(problem.path, dataOf(problem.file)) },
  );
}

/** `undefined` where there is nothing to be read: what is wrong with a file is told already. */
function readData(path: string): unknown {
  const bytes = readWhole(path);
  const source = bytes.ok ? parseYamlSource(bytes.value) : undefined;
  return source?.ok ? source.value.data : source?.mended?.data;
}

function namedPath(path: Path, data: unknown): Path {
  let node: unknown = data;
  return path.map((step) => {
    node = typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[step] : undefined;
    const id = typeof node === 'object' && node !== null && 'id' in node ? node.id : undefined;
    return typeof step === 'number' && typeof id === 'string' ? id : step;
  });
}
