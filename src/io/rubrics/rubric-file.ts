import { type Checked, inFile, type Problem } from '../../core/problem.js';
import { parseRubric } from '../../core/rubric/parse-rubric.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { type RubricSummary, summariseRubric } from '../../core/rubric/rubric-summary.js';
import { sha256 } from '../../core/scorecard/digest.js';
import { say } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { ScorecardError } from '../../errors.js';
import { readBytes } from '../system/files.js';
import { parseYamlSource, type YamlSource } from '../yaml/yaml-source.js';
import { readCompiledRubric } from './compiled-rubric.js';

export interface LoadedRubric {
  readonly summary: RubricSummary;
  /** The rubric, which may be read only when it is asked for: destructuring reads it. */
  readonly rubric: Rubric;
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
}

/** A rubric file's bytes, checked; `shown` is the name that problems carry. */
export function parseRubricFile(bytes: Uint8Array, shown: string): Checked<Rubric> {
  const source = parseYamlSource(bytes);
  if (!source.ok) return { ok: false, problems: inOrder(source.problems, shown) };
  const checked = parseRubric(source.value.data);
  return checked.ok ? checked : { ok: false, problems: located(checked.problems, source.value, shown) };
}

interface LoadOptions {
  /** The name that problems carry; the path, unless it is given. */
  readonly shown?: string;
  /** Where the build has left the file's checked content: an absolute path without an ending. */
  readonly compiled?: string | undefined;
}

/** @throws ScorecardError with every mistake of the file */
export function loadRubric(path: string, { shown = path, compiled }: LoadOptions = {}): LoadedRubric {
  const bytes = readBytes(path, shown);
  const known = compiled === undefined ? undefined : readCompiledRubric(compiled, bytes);
  if (known) return Object.assign(known, { file: path });
  const checked = parseRubricFile(bytes, shown);
  if (!checked.ok) {
    throw new ScorecardError(`${shown} is not a valid rubric`, {
      problems: checked.problems,
      hint: say`fix the file, then run: ${command`scorecard rubric check ${shown}`}`,
    });
  }
  const rubric = checked.value;
  return { rubric, summary: summariseRubric(rubric), file: path, sha256: sha256(new TextDecoder().decode(bytes)) };
}

/** Problems with their places in the file, from top to bottom; what has its place already keeps it. */
export function located(problems: readonly Problem[], source: YamlSource, file: string): readonly Problem[] {
  return inOrder(
    problems.map((problem) => (problem.line === undefined ? source.locate(problem) : problem)),
    file,
  );
}

function inOrder(problems: readonly Problem[], file: string): readonly Problem[] {
  return inFile(problems, file).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
