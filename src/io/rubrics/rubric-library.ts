import { readdirSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import type { Rubric, Variant } from '../../core/rubric/rubric.js';
import { clean, say } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import { exists, isRegularFile } from '../system/files.js';
import type { Host } from '../system/host.js';
import { type LoadedRubric, loadRubric } from './rubric-file.js';

export interface LibraryOptions {
  /** The folder that `--rubrics` gives. */
  readonly rubrics?: string | undefined;
}

/** A folder in which rubrics are looked for. */
interface RubricFolder {
  readonly folder: string;
  /** The folder as messages name it. */
  readonly shown: string;
  /** Where the build has left the content of its files. */
  readonly compiled?: string;
}

/**
 * The folders in which rubrics are looked for, in this order: `--rubrics`, `$SCORECARD_RUBRICS`, `./rubrics`, the
 * built-in ones.
 */
function rubricFolders(host: Host, { rubrics }: LibraryOptions): readonly RubricFolder[] {
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
  for (const place of rubricFolders(host, options)) {
    for (const file of rubricFilesIn(place.folder)) {
      try {
        const loaded = loadFrom(place, file, host);
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
  if (isRubricPath(role)) return loadRubric(resolve(host.cwd, role), { shown: role });
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(role)) {
    throw new ScorecardError(`"${role}" is neither a role nor the path of a YAML file`, {
      hint: say`see: scorecard rubric list`,
    });
  }
  const wanted = role.toLowerCase();
  for (const place of rubricFolders(host, options)) {
    const file = join(place.folder, `${wanted}.yaml`);
    if (!isRegularFile(file)) continue;
    const loaded = loadFrom(place, file, host);
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

/** @throws ScorecardError when the rubric has no such variant */
export function findVariant(rubric: Rubric, id: string | undefined): Variant | undefined {
  if (id === undefined) return undefined;
  const found = rubric.variants.find((variant) => variant.id === id);
  if (found) return found;
  const ids = rubric.variants.map((variant) => variant.id);
  throw new ScorecardError(`${rubric.id} has no variant "${id}"${didYouMean(id, ids)}`, {
    hint: ids.length > 0 ? say`variants: ${ids.map(clean).join(', ')}` : say`this rubric has no variants`,
  });
}

/** Whether the user wrote a path: a role with a slash or a YAML ending is one, any other is only ever a name. */
export function isRubricPath(role: string): boolean {
  return /\.ya?ml$/i.test(role);
}

function loadFrom({ compiled }: RubricFolder, file: string, host: Host): LoadedRubric {
  const name = basename(file).replace(/\.ya?ml$/i, '');
  return loadRubric(file, { shown: shownPath(host, file), compiled: compiled && join(compiled, name) });
}

/** The rubrics of a folder, by name. */
export function rubricFilesIn(folder: string): readonly string[] {
  return (
    readdirSync(folder)
      .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.'))
      .sort()
      .map((name) => join(folder, name))
      // A pipe would be waited for.
      .filter(isRegularFile)
  );
}

/** The path from the working folder where the file is below it, else the whole path. */
export function shownPath(host: Pick<Host, 'cwd'>, path: string): string {
  const near = relative(host.cwd, path);
  return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near;
}
