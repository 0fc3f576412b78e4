import type { Checked } from '../../core/problem.js';
import { parseScorecard } from '../../core/scorecard/parse-scorecard.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { ScorecardError } from '../../errors.js';
import { located } from '../rubrics/rubric-file.js';
import { readBytes } from '../system/files.js';
import { parseYamlSource } from '../yaml/yaml-source.js';

/** A scorecard file, checked against the schema; problems carry file, line and column. */
export function readScorecard(path: string, shown = path): Checked<Scorecard> {
  const bytes = readBytes(path, shown);
  const quick = parseQuickly(bytes);
  if (quick?.ok) return quick;
  // Something is wrong: read it again in the way that knows lines and columns.
  const source = parseYamlSource(bytes);
  if (!source.ok) return { ok: false, problems: source.problems.map((problem) => ({ ...problem, file: shown })) };
  const checked = parseScorecard(source.value.data);
  return checked.ok ? checked : { ok: false, problems: located(checked.problems, source.value, shown) };
}

/** @throws ScorecardError with every mistake of the file */
export function loadScorecard(path: string, shown = path): Scorecard {
  const checked = readScorecard(path, shown);
  if (checked.ok) return checked.value;
  throw new ScorecardError(`${shown} is not a valid scorecard`, { problems: checked.problems });
}

function parseQuickly(bytes: Uint8Array): Checked<Scorecard> | undefined {
  try {
    return parseScorecard(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}
