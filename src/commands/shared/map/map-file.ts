import { resolve } from 'node:path';
import { createNote, inFile, type Problem } from '../../../core/problem.js';
import { mapFileData, parseMapFile, type ReadMap, type TableMap } from '../../../core/table/map/map-file.js';
import type { TerminalText } from '../../../core/text/safe-text.js';
import { ScorecardError } from '../../../errors.js';
import { located } from '../../../io/rubrics/rubric-file.js';
import { readBytes } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';
import { yamlText } from '../../../io/yaml/write-yaml.js';
import { parseYamlSource } from '../../../io/yaml/yaml-source.js';

/** Where something was said. */
export type Place = Required<Pick<Problem, 'file' | 'line' | 'column'>>;

/** A map as its file says it, each column and text with its place. */
export interface PlacedMap extends TableMap {
  readonly columns: readonly (ReadMap['columns'][number] & { readonly place: Place })[];
  readonly values: readonly (ReadMap['values'][number] & { readonly place: Place })[];
  /** Where a part stands that has no place of its own. */
  placeOf(path: readonly string[]): Place;
}

/** Reads the file of `--map-file`. @throws ScorecardError with every mistake of the file, each with its place */
export function readMapFile(file: string, host: Pick<Host, 'cwd'>): PlacedMap {
  const source = parseYamlSource(readBytes(resolve(host.cwd, file), file));
  if (!source.ok) throw mistaken(file, inFile(source.problems, file));
  const checked = parseMapFile(source.value.data);
  if (!checked.ok) throw mistaken(file, located(checked.problems, source.value, file));
  const placeOf = (path: ReadMap['columns'][number]['path']): Place => {
    const { line = 1, column = 1 } = source.value.locate(createNote('empty', {}, path));
    return { file, line, column };
  };
  const placed = <Part extends { readonly path: readonly (string | number)[] }>(part: Part) => ({
    ...part,
    place: placeOf(part.path),
  });
  const { columns, values, ...rest } = checked.value;
  return { ...rest, columns: columns.map(placed), values: values.map(placed), placeOf };
}

function mistaken(file: string, problems: readonly Problem[]): ScorecardError {
  return new ScorecardError(`${file} does not say how a table is read`, { problems });
}

/** The file of `--write-map`, for people to go on with. */
export function mapFileText(map: TableMap, table: string): TerminalText {
  const comment = `How ${table} was read: each column with what it holds, nothing where it was left out.\nChange what isn't right, then pass it as --map-file.`;
  return yamlText(mapFileData(map), comment);
}
