import type { Checked } from '../../core/problem.js';
import { parseScorecard } from '../../core/scorecard/parse-scorecard.js';
import { isScorecard } from '../../core/scorecard/quick-check.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { ScorecardError } from '../../errors.js';
import { readBytes } from '../system/files.js';
import { parseCarefully } from './parse-carefully.js';
import { parseJson } from './parse-json.js';

/** A scorecard file, checked against the schema; problems carry file, line and column. */
function readScorecard(path: string, shown = path): Checked<Scorecard> {
  return parseScorecardFile(readBytes(path, shown), shown);
}

/** The bytes of a scorecard file, as `readScorecard` reads them. */
export function parseScorecardFile(bytes: Uint8Array, shown: string): Checked<Scorecard> {
  const data = parseJson(bytes);
  if (isScorecard(data)) return { ok: true, value: data };
  const source = parseCarefully(bytes, shown);
  if (!source.ok) return source;
  const checked = parseScorecard(source.value.data);
  return checked.ok ? checked : { ok: false, problems: source.value.place(checked.problems) };
}

/** @throws ScorecardError with every mistake of the file */
export function loadScorecard(path: string, shown = path): Scorecard {
  const checked = readScorecard(path, shown);
  if (checked.ok) return checked.value;
  throw new ScorecardError(`${shown} is not a valid scorecard`, { problems: checked.problems });
}
