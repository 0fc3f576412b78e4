import { createProblem, inFile } from '../problem.js';
import { parseScorecard, parseScoredRow } from '../scorecard/parse-scorecard.js';
import { type CardReading, hasStatus, panelCardOf, type ReadCard } from './card.js';

/** Reads what `readPanelCard` didn't take, with every mistake that the schema finds. */
export function diagnosePanelCard(data: unknown, source: string, reading: CardReading): ReadCard {
  const isAtAllOne = typeof data === 'object' && data !== null && ('dimensions' in data || 'candidate' in data);
  if (!isAtAllOne)
    return { ok: false, problems: inFile([createProblem('no-scorecard', { found: 'other-data' }, [])], source) };
  const parsed = hasStatus(data) ? parseScorecard(data) : parseScoredRow(data);
  if (parsed.ok) return panelCardOf(parsed.value, source, reading);
  return { ok: false, problems: inFile(parsed.problems, source) };
}
