import { join, resolve } from 'node:path';
import type { InterviewSession, Rubric, Variant } from '../../core/rubric/rubric.js';
import { clean, say } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import { exists, isRegularFile } from '../system/files.js';
import type { Host } from '../system/host.js';
import { baseFinder } from './base-rubric.js';
import { invalidRubric, type LoadedRubric, loadRubric, readRubric } from './rubric-file.js';
import { isRubricName, type RubricFolder, rubricFilesIn, shownPath, stemOf } from './rubric-folder.js';

export interface LibraryOptions {
  /** The folder that `--rubrics` gives. */
  readonly rubrics?: string | undefined;
}

/**
 * The folders in which rubrics are looked for, in this order: `--rubrics`, `$SCORECARD_RUBRICS`, `./rubrics`, the
 * built-in ones.
 */
export function rubricFolders(host: Host, { rubrics }: LibraryOptions): readonly RubricFolder[] {
  const folders: RubricFolder[] = [];
  for (const folder of [rubrics, host.env.SCORECARD_RUBRICS]) {
    if (!folder) continue;
    const path = resolve(host.cwd, folder);
    if (!exists(path)) throw new ScorecardError(`${folder}: there is no such folder of rubrics`);
    folders.push({ folder: path, shown: folder });
  }
  const local = resolve(host.cwd, 'rubrics');
  const builtIn = join(host.home, 'rubrics');
  if (local !== builtIn && exists(local)) folders.push({ folder: local, shown: 'rubrics' });
  return [...folders, { folder: builtIn, shown: 'built in', compiled: join(host.home, 'dist/rubrics') }];
}

/** The first folder in which rubrics are looked for. */
export function nearestRubricFolder(host: Host, options: LibraryOptions): string {
  return rubricFolders(host, options)[0]?.folder ?? join(host.home, 'rubrics');
}

export interface ListedRubric extends LoadedRubric {
  /** `built in`, or the folder as the user gave it. */
  readonly from: string;
}

/**
 * All rubrics that `--role` can name; one that an earlier folder also has is left out. Files that are not valid rubrics
 * come as errors.
 */
export function listRubrics(
  host: Host,
  options: LibraryOptions,
): { rubrics: ListedRubric[]; errors: ScorecardError[] } {
  const rubrics: ListedRubric[] = [];
  const errors: ScorecardError[] = [];
  const library = rubricFolders(host, options);
  for (const place of library) {
    for (const file of rubricFilesIn(place.folder)) {
      try {
        const loaded = loadFrom(place, file, { library, host });
        if (!rubrics.some(({ summary }) => summary.id === loaded.summary.id))
          rubrics.push(Object.assign(loaded, { from: place.shown }));
      } catch (error) {
        if (!(error instanceof ScorecardError)) throw error;
        errors.push(error);
      }
    }
  }
  return { rubrics, errors };
}

/**
 * The rubric that `--role` names: an id or alias, or the path of a YAML file.
 *
 * @throws ScorecardError when there is none, with the nearest name, or when its file has mistakes
 */
export function findRubric(role: string, host: Host, options: LibraryOptions): LoadedRubric {
  const library = rubricFolders(host, options);
  if (isRubricPath(role)) {
    const file = { path: resolve(host.cwd, role), shown: role };
    return loadRubric(file.path, { shown: role, findBase: baseFinder(file, library, host) });
  }
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(role)) {
    throw new ScorecardError(`"${role}" is neither a role nor the path of a YAML file`, {
      hint: say`see: scorecard rubric list`,
    });
  }
  const wanted = role.toLowerCase();
  for (const place of library) {
    const name = `${wanted}.yaml`;
    const file = join(place.folder, name);
    if (!isRubricName(name) || !isRegularFile(file)) continue;
    const loaded = loadFrom(place, file, { library, host });
    if (loaded.summary.id === wanted) return loaded;
  }
  const { rubrics } = listRubrics(host, options);
  const found = rubrics.find(({ summary }) => summary.id === wanted || summary.aliases.includes(wanted));
  if (found) return found;
  const names = rubrics.flatMap(({ summary }) => [summary.id, ...summary.aliases]);
  throw new ScorecardError(`there is no role "${role}"${didYouMean(role, names)}`, {
    hint: say`roles: ${rubrics.map(({ summary }) => clean(summary.id)).join(', ')}`,
  });
}

/**
 * A rubric whose text came from standard input, as if it stood in the working folder.
 *
 * @throws ScorecardError with every mistake in it
 */
export function readRubricText(bytes: Uint8Array, host: Host, options: LibraryOptions): Rubric {
  const shown = 'standard input';
  const file = { path: join(host.cwd, '-'), shown };
  const read = readRubric(bytes, shown, baseFinder(file, rubricFolders(host, options), host));
  if (read.ok) return read.value.rubric;
  throw invalidRubric(read.problems, shown);
}

/** @throws ScorecardError when the rubric has no such variant */
export function findVariant(rubric: Rubric, id: string | undefined): Variant | undefined {
  return findPart(rubric, 'variant', rubric.variants, id);
}

/** @throws ScorecardError when the rubric has no such session */
export function findSession(rubric: Rubric, id: string | undefined): InterviewSession | undefined {
  return findPart(rubric, 'session', rubric.sessions, id);
}

function findPart<Part extends { readonly id: string }>(
  rubric: Rubric,
  what: 'variant' | 'session',
  parts: readonly Part[],
  id: string | undefined,
): Part | undefined {
  if (id === undefined) return undefined;
  const found = parts.find((part) => part.id === id);
  if (found) return found;
  const ids = parts.map((part) => part.id);
  throw new ScorecardError(`${rubric.id} has no ${what} "${id}"${didYouMean(id, ids)}`, {
    hint: ids.length > 0 ? say`${what}s: ${ids.map(clean).join(', ')}` : say`this rubric has no ${what}s`,
  });
}

/** Whether the user wrote a path: a role with a slash or a YAML ending is one, any other is only ever a name. */
export function isRubricPath(role: string): boolean {
  return /\.ya?ml$/i.test(role);
}

interface Library {
  /** Where what a rubric extends is looked for. */
  readonly library: readonly RubricFolder[];
  readonly host: Host;
}

function loadFrom({ compiled }: RubricFolder, path: string, { library, host }: Library): LoadedRubric {
  const shown = shownPath(host, path);
  const findBase = baseFinder({ path, shown }, library, host);
  return loadRubric(path, { shown, compiled: compiled && join(compiled, stemOf(path)), findBase });
}
