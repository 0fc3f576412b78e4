import type { Checked } from '../../core/problem.js';
import { readBytes } from '../system/files.js';
import { parseYamlSource, type YamlSource } from '../yaml/yaml-source.js';
import { checkSource, located } from './rubric-file.js';

export interface ReadFile<T> {
  readonly value: T;
  readonly source: YamlSource;
}

interface NamedFile {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
}

/**
 * A file of YAML or JSON, checked: its mistakes come with their places.
 *
 * @throws ScorecardError where it cannot be read
 */
export function readYamlFile<T>(
  { path, shown }: NamedFile,
  parse: (data: unknown) => Checked<T>,
): Checked<ReadFile<T>> {
  return checkSource<ReadFile<T>>(parseYamlSource(readBytes(path, shown)), shown, (source) => {
    const parsed = parse(source.data);
    if (!parsed.ok) return { ok: false, problems: located(parsed.problems, source, shown) };
    return { ok: true, value: { value: parsed.value, source } };
  });
}
