import { basename, dirname, join } from 'node:path';
import { createMistake, type Mistake, type Problem } from '../../core/problem.js';
import { baseIdOf, extendsChain } from '../../core/rubric/extend.js';
import { parseRubric } from '../../core/rubric/parse-rubric.js';
import { readBytes, readWhole } from '../system/files.js';
import type { Host } from '../system/host.js';
import { parseYamlSource } from '../yaml/yaml-source.js';
import { readCompiledRubric } from './compiled-rubric.js';
import { type FindBase, type FoundBase, inOrder, located } from './rubric-file.js';
import { type RubricFolder, type RubricPath, rubricFilesIn, shownPath, stemOf } from './rubric-folder.js';

/** A file that may hold the rubric that is looked for. */
interface Candidate extends RubricPath {
  /** Where the build has left its content. */
  readonly compiled: string | undefined;
}

/**
 * Finds the rubric that the one in `file` extends: beside it first, then in the folders in which rubrics are looked for.
 */
export function baseFinder(
  file: RubricPath,
  library: readonly Omit<RubricFolder, 'shown'>[],
  host: Pick<Host, 'cwd'>,
): FindBase {
  const own = dirname(file.path);
  const beside = { folder: own, compiled: library.find(({ folder }) => folder === own)?.compiled };
  return (id) => {
    const folders = [beside, ...library.filter(({ folder }) => folder !== own)].map(({ folder, compiled }) =>
      rubricFilesIn(folder).map((path): Candidate => {
        const shown = folder === own ? join(dirname(file.shown), basename(path)) : shownPath(host, path);
        return { path, shown, compiled: compiled && join(compiled, stemOf(path)) };
      }),
    );
    for (const files of folders) {
      const found = findIn(files, id, file);
      if (found) return found;
    }
    return unusable(createMistake('unknown-base', { id, known: folders.flat().map(({ path }) => stemOf(path)) }));
  };
}

/** The rubric of this id among the files of one folder. By its name first: to look for an id, each file has to be read. */
function findIn(files: readonly Candidate[], id: string, extending: RubricPath): FoundBase | undefined {
  const isNamed = ({ path }: RubricPath) => stemOf(path) === id;
  for (const candidate of files.filter(isNamed)) {
    const found = readBase(id, candidate, readBytes(candidate.path, candidate.shown));
    if (found) return found;
  }
  for (const candidate of files.filter((other) => !isNamed(other) && other.path !== extending.path)) {
    const bytes = readWhole(candidate.path);
    const found = bytes.ok ? readBase(id, candidate, bytes.value) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The rubric of a file, where it has this id; a file of that name which is no YAML is taken for it. */
function readBase(id: string, { path, shown, compiled }: Candidate, bytes: Uint8Array): FoundBase | undefined {
  const file = { path, shown };
  const known = compiled === undefined ? undefined : readCompiledRubric(compiled, path);
  if (known) return known.summary.id === id ? { is: 'whole', rubric: known.rubric, file } : undefined;
  const broken = createMistake('broken-base', { id, file: shown });
  const source = parseYamlSource(bytes);
  if (!source.ok) return stemOf(path) === id ? unusable(broken, inOrder(source.problems, shown)) : undefined;
  const { data } = source.value;
  if ((data as { readonly id?: unknown } | null)?.id !== id) return undefined;
  const base = baseIdOf(data);
  if (base !== undefined) return unusable(extendsChain(id, base));
  const checked = parseRubric(data);
  if (checked.ok) return { is: 'whole', rubric: checked.value, file };
  return unusable(broken, located(checked.problems, source.value, shown));
}

function unusable(why: Mistake, problems: readonly Problem[] = []): FoundBase {
  return { is: 'unusable', why, problems };
}
