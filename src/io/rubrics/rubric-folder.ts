import { readdirSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';
import { isRegularFile } from '../system/files.js';
import type { Host } from '../system/host.js';

/** A folder in which rubrics are looked for. */
export interface RubricFolder {
  readonly folder: string;
  /** The folder as messages name it. */
  readonly shown: string;
  /** Where the build has left the content of its files. */
  readonly compiled?: string | undefined;
}

export interface RubricPath {
  readonly path: string;
  /** The name that problems carry. */
  readonly shown: string;
}

/** Whether a file of a folder of rubrics is one by its name: what `rubric test` runs stands beside it. */
export function isRubricName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !/\.test\.ya?ml$/i.test(name) && !name.startsWith('.');
}

/** The rubrics of a folder, by name; not what is in folders below it. */
export function rubricFilesIn(folder: string): readonly string[] {
  return (
    readdirSync(folder)
      .filter(isRubricName)
      .sort()
      .map((name) => join(folder, name))
      // A pipe would be waited for.
      .filter(isRegularFile)
  );
}

/** The name of a rubric's file without its ending. */
export function stemOf(file: string): string {
  return basename(file).replace(/\.ya?ml$/i, '');
}

/** The path from the working folder where the file is below it, else the whole path. */
export function shownPath(host: Pick<Host, 'cwd'>, path: string): string {
  const near = relative(host.cwd, path);
  return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near;
}
