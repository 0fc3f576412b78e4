import { headerClashes } from '../../core/authoring/header-clashes.js';
import { type Checked, inFile, type Mistake, type Problem } from '../../core/problem.js';
import { baseIdOf } from '../../core/rubric/extend.js';
import { parseRubric } from '../../core/rubric/parse-rubric.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { type RubricSummary, summariseRubric } from '../../core/rubric/rubric-summary.js';
import { sha256 } from '../../core/scorecard/digest.js';
import { jsonDocument, say, type TerminalText } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { ScorecardError } from '../../errors.js';
import { readBytes } from '../system/files.js';
import { parseYamlSource, type ReadYaml, type YamlSource } from '../yaml/yaml-source.js';
import { readCompiledRubric } from './compiled-rubric.js';
import type { RubricPath } from './rubric-folder.js';

export interface LoadedRubric {
  readonly summary: RubricSummary;
  /** The rubric, which may be read only when it is asked for: destructuring reads it. */
  readonly rubric: Rubric;
  readonly file: string;
  /** What scorecards name it by. */
  readonly sha256: string;
}

/** A rubric's file that was read and checked. */
export interface ReadRubric {
  /** With the dimensions that it takes over from another. */
  readonly rubric: Rubric;
  readonly source: YamlSource;
  /** The rubric that it extends. */
  readonly base?: BaseRubric | undefined;
}

export interface BaseRubric {
  readonly rubric: Rubric;
  readonly file: RubricPath;
}

/** What was found of a rubric that another extends. */
export type FoundBase =
  | ({ readonly is: 'whole' } & BaseRubric)
  /** `problems` are those of its own file. */
  | { readonly is: 'unusable'; readonly why: Mistake; readonly problems: readonly Problem[] };

export type FindBase = (id: string) => FoundBase;

/**
 * A rubric file's bytes, checked; `shown` is the name that problems carry.
 *
 * @throws ScorecardError when the rubric that it extends cannot be read
 */
export function readRubric(bytes: Uint8Array, shown: string, findBase: FindBase): Checked<ReadRubric> {
  return checkSource(parseYamlSource(bytes), shown, (source) => checkRubric(source, shown, findBase));
}

function checkRubric(source: YamlSource, shown: string, findBase: FindBase): Checked<ReadRubric> {
  const { data } = source;
  const id = baseIdOf(data);
  const found = id === undefined ? undefined : findBase(id);
  const base = found?.is === 'whole' ? found : undefined;
  const checked = parseRubric(data, found?.is === 'unusable' ? found.why : base?.rubric);
  if (checked.ok) {
    const clashes = headerClashes(checked.value).filter(({ severity }) => severity === 'error');
    if (clashes.length > 0) return { ok: false, problems: located(clashes, source, shown) };
    return { ok: true, value: { rubric: checked.value, source, base } };
  }
  const inBase = found?.is === 'unusable' ? found.problems : [];
  return { ok: false, problems: [...located(checked.problems, source, shown), ...inBase] };
}

/**
 * What scorecards name a rubric by, and a store keeps it under: the SHA-256 of its file; where it extends another, whose
 * file may change too, that of the whole rubric as a store keeps it.
 */
export function rubricSha256(rubric: Rubric, bytes: Uint8Array): string {
  return sha256(rubric.extends === undefined ? new TextDecoder().decode(bytes) : jsonDocument(rubric));
}

interface LoadOptions {
  /** The name that problems carry; the path, unless it is given. */
  readonly shown?: string;
  /** Where the build has left the file's checked content: an absolute path without an ending. */
  readonly compiled?: string | undefined;
  readonly findBase: FindBase;
}

/** @throws ScorecardError with every mistake of the file */
export function loadRubric(path: string, { shown = path, compiled, findBase }: LoadOptions): LoadedRubric {
  const known = compiled === undefined ? undefined : readCompiledRubric(compiled, path);
  if (known) return Object.assign(known, { file: path });
  const bytes = readBytes(path, shown);
  const checked = readRubric(bytes, shown, findBase);
  if (!checked.ok) {
    throw invalidRubric(
      checked.problems,
      shown,
      say`fix the file, then run: ${command`scorecard rubric check ${shown}`}`,
    );
  }
  const { rubric } = checked.value;
  return { rubric, summary: summariseRubric(rubric), file: path, sha256: rubricSha256(rubric, bytes) };
}

/** What is not a rubric, with every mistake. */
export function invalidRubric(problems: readonly Problem[], shown: string, hint?: TerminalText): ScorecardError {
  return new ScorecardError(`${shown} is not a valid rubric`, { problems, ...(hint ? { hint } : {}) });
}

/**
 * What was read, checked, with all that is wrong in one list: what was slipped in the text hides nothing else that is
 * wrong with it.
 */
export function checkSource<T>(read: ReadYaml, file: string, check: (source: YamlSource) => Checked<T>): Checked<T> {
  if (read.ok) return check(read.value);
  const rest = read.mended && check(read.mended);
  const problems = [...inFile(read.problems, file), ...(rest === undefined || rest.ok ? [] : rest.problems)];
  return { ok: false, problems: byPlace(problems) };
}

/** Problems with their places in the file, from top to bottom; what has its place already keeps it. */
export function located(problems: readonly Problem[], source: YamlSource, file: string): readonly Problem[] {
  return inOrder(
    problems.map((problem) => (problem.line === undefined ? source.locate(problem) : problem)),
    file,
  );
}

/** From top to bottom, in this file. */
export function inOrder(problems: readonly Problem[], file: string): readonly Problem[] {
  return byPlace(inFile(problems, file));
}

function byPlace(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
