import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Case, parseCases } from '../../core/cases/parse-cases.js';
import { type Checked, createProblem, inFile } from '../../core/problem.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { command } from '../../core/text/shell-words.js';
import { ScorecardError } from '../../errors.js';
import { behindLinks, isRegularFile, readBytes, reason } from '../system/files.js';
import { writeAtomically } from '../system/write-file.js';
import { parseYamlSource, type YamlSource } from '../yaml/yaml-source.js';
import { checkSource, type FindBase, located, readRubric } from './rubric-file.js';
import { type RubricPath, stemOf } from './rubric-folder.js';

const ENDING = /\.test\.ya?ml$/i;

/** Whether a file holds cases for a rubric, by its name. */
export function isCaseFile(name: string): boolean {
  return ENDING.test(name);
}

/** The files with cases in a folder, by name; not what is in folders below it. */
export function caseFilesIn({ path, shown }: RubricPath): readonly RubricPath[] {
  return readdirSync(path)
    .filter(isCaseFile)
    .sort()
    .map((name) => ({ path: join(path, name), shown: join(shown, name) }))
    .filter((file) => isRegularFile(file.path));
}

/** Where the cases of a rubric stand, if it has any. */
export function casesBeside(rubric: RubricPath): RubricPath {
  return yamlBeside(rubric, `${stemOf(rubric.path)}.test`);
}

/** Where the rubric stands that the cases of a file are for. */
export function rubricBeside(cases: RubricPath): RubricPath {
  return yamlBeside(cases, basename(cases.path).replace(ENDING, ''));
}

/** The YAML file of this name in the same folder, whichever ending it has. */
function yamlBeside({ path, shown }: RubricPath, stem: string): RubricPath {
  const named = (name: string) => ({ path: join(dirname(path), name), shown: join(dirname(shown), name) });
  const short = named(`${stem}.yml`);
  return isRegularFile(short.path) ? short : named(`${stem}.yaml`);
}

export interface ReadCases {
  readonly rubric: Rubric;
  readonly cases: readonly Case[];
  readonly source: YamlSource;
  readonly bytes: Uint8Array;
}

/**
 * The cases of a file and the rubric that they are for, checked; where the rubric has mistakes, those.
 *
 * @throws ScorecardError where the file cannot be read
 */
export function readCases(file: RubricPath, findBase: (rubric: RubricPath) => FindBase): Checked<ReadCases> {
  const bytes = readBytes(file.path, file.shown);
  const beside = rubricBeside(file);
  if (!isRegularFile(beside.path)) {
    const missing = createProblem('no-rubric-beside', { rubric: basename(beside.path) }, []);
    return { ok: false, problems: inFile([missing], file.shown) };
  }
  const rubric = readRubric(readBytes(beside.path, beside.shown), beside.shown, findBase(beside));
  if (!rubric.ok) return rubric;
  return checkSource<ReadCases>(parseYamlSource(bytes), file.shown, (source) => {
    const cases = parseCases(source.data, rubric.value.rubric);
    const cut = source.lostText('likely');
    if (cases.ok && cut.length === 0) {
      return { ok: true, value: { rubric: rubric.value.rubric, cases: cases.value, source, bytes } };
    }
    return { ok: false, problems: located([...cut, ...(cases.ok ? [] : cases.problems)], source, file.shown) };
  });
}

/**
 * Writes cases anew where they stood, with the rights that the file had.
 *
 * @throws ScorecardError where the file cannot be written
 */
export function rewriteCases({ path, shown }: RubricPath, text: string): void {
  const target = behindLinks(path);
  const mode = statSync(target).mode & 0o777;
  // It could be replaced all the same; but whoever takes away the right to write to a file wants it left as it is.
  if ((mode & 0o222) === 0) {
    throw new ScorecardError(`${shown} is read-only and was left as it is`, { hint: command`chmod u+w ${shown}` });
  }
  try {
    writeAtomically(target, text, { mayReplace: true, mode });
  } catch (error) {
    throw new ScorecardError(`${shown} cannot be written: ${reason(error)}`);
  }
}
