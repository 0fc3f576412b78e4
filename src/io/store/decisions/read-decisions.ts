import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DecisionRecord } from '../../../core/decision/decision.js';
import { isDecision } from '../../../core/decision/is-decision.js';
import { decisionSealProblem, parseDecision } from '../../../core/decision/parse-decision.js';
import type { ReadDecision } from '../../../core/decision/standing.js';
import { type Checked, createProblem, inFile, type Problem } from '../../../core/problem.js';
import { ScorecardError, systemCode } from '../../../errors.js';
import { readRegularFile, reason } from '../../system/files.js';
import { parseJson } from '../../system/parse-json.js';
import { decisionsFolder } from '../layout.js';

export { storeOfDecision } from '../layout.js';

/** A decision in a file. */
export interface FoundDecision extends ReadDecision {
  /** The absolute path. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ReadDecisions {
  /** By the names of their files; those that were changed after they were sealed say so. */
  readonly decisions: readonly FoundDecision[];
  /** Of files that are not valid decisions. */
  readonly problems: readonly Problem[];
}

/**
 * The decisions of the store in a folder; a store without any has no folder for them.
 *
 * @throws ScorecardError where that can't be listed
 */
export function readDecisions(store: string): ReadDecisions {
  const decisions: FoundDecision[] = [];
  const problems: Problem[] = [];
  for (const path of decisionFiles(store)) {
    const read = readDecision(path, path);
    if (read.ok) decisions.push(read.value);
    else problems.push(...read.problems);
  }
  return { decisions, problems };
}

/** The files that are decisions by their place, as absolute paths. @throws ScorecardError where they can't be listed */
export function decisionFiles(store: string): readonly string[] {
  const folder = decisionsFolder(store);
  try {
    return readdirSync(folder)
      .filter((name) => /\.json$/i.test(name) && !name.startsWith('.'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new ScorecardError(`${folder}: ${reason(error)}`);
  }
}

/** The decision in one file, by its absolute path; `shown` is how problems name it. */
export function readDecision(path: string, shown: string): Checked<FoundDecision> {
  const bytes = bytesOf(path);
  if (typeof bytes === 'string') {
    return { ok: false, problems: inFile([createProblem('unreadable', { reason: bytes }, [])], shown) };
  }
  return parseDecisionFile(bytes, path, shown);
}

/** The same of a file that was read. */
export function parseDecisionFile(bytes: Uint8Array, path: string, shown: string): Checked<FoundDecision> {
  const checked = checkDecision(parseJson(bytes));
  if (!checked.ok) return { ok: false, problems: inFile(checked.problems, shown) };
  const record = checked.value;
  return { ok: true, value: { record, altered: decisionSealProblem(record)?.message, path, bytes } };
}

function bytesOf(path: string): Buffer | string {
  try {
    return readRegularFile(path) ?? 'is not a regular file';
  } catch (error) {
    return reason(error);
  }
}

function checkDecision(data: unknown): Checked<DecisionRecord> {
  if (isDecision(data)) return parseDecision(data);
  return { ok: false, problems: [createProblem('no-decision', {}, [])] };
}
