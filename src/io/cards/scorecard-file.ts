import { isDecision } from '../../core/decision/is-decision.js';
import { type Checked, createProblem, inFile } from '../../core/problem.js';
import { parseScorecard } from '../../core/scorecard/parse-scorecard.js';
import { isScorecard } from '../../core/scorecard/quick-check.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { type StoredScorecard, upgradeScorecard } from '../../core/scorecard/stored-scorecard.js';
import { ScorecardError } from '../../errors.js';
import { readBytes } from '../system/files.js';
import { parseJson } from '../system/parse-json.js';
import { parseCarefully } from './parse-carefully.js';

/** A scorecard that was read from a file. */
export interface ReadScorecard {
  /** As the file has it: what its digest is over. */
  readonly stored: StoredScorecard;
  /** The same in the shape of the present version. */
  readonly card: Scorecard;
}

/** The bytes of a scorecard file, checked against the schema; problems carry file, line and column. */
export function parseScorecardFile(bytes: Uint8Array, shown: string): Checked<ReadScorecard> {
  const data = parseJson(bytes);
  if (isScorecard(data)) return { ok: true, value: read(data) };
  if (isDecision(data)) {
    return { ok: false, problems: inFile([createProblem('no-scorecard', { found: 'decision' }, [])], shown) };
  }
  if (data === undefined && isJournal(bytes)) {
    return { ok: false, problems: inFile([createProblem('no-scorecard', { found: 'journal' }, [])], shown) };
  }
  const source = parseCarefully(bytes, shown);
  if (!source.ok) return source;
  const checked = parseScorecard(source.value.data);
  if (checked.ok) return { ok: true, value: read(checked.value) };
  return { ok: false, problems: source.value.place(checked.problems) };
}

/** Whether the first line opens an interview. */
function isJournal(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(0x0a);
  const first = end < 0 ? undefined : parseJson(bytes.subarray(0, end));
  return typeof first === 'object' && first !== null && 'type' in first && first.type === 'open';
}

function read(stored: StoredScorecard): ReadScorecard {
  return { stored, card: upgradeScorecard(stored) };
}

/** @throws ScorecardError with every mistake of the file */
export function loadScorecard(path: string, shown = path): ReadScorecard {
  const checked = parseScorecardFile(readBytes(path, shown), shown);
  if (checked.ok) return checked.value;
  throw new ScorecardError(`${shown} is not a valid scorecard`, { problems: checked.problems });
}
