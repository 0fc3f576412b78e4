import { type Checked, createProblem } from '../problem.js';
import { parseScorecard, parseScoredRow } from '../scorecard/parse-scorecard.js';
import { type CardReading, hasStatus, type PanelCard, panelCardOf } from './card.js';

/** What is said of data that is neither. */
export const NO_CARD = 'is neither a scorecard nor what scorecard batch writes';

/** Reads what `readPanelCard` refused, and says every mistake that the schema finds. */
export function diagnosePanelCard(data: unknown, source: string, reading: CardReading): Checked<PanelCard> {
  const isAtAllOne = typeof data === 'object' && data !== null && ('dimensions' in data || 'candidate' in data);
  if (!isAtAllOne) return { ok: false, problems: [{ ...createProblem('no-scorecard', NO_CARD, []), file: source }] };
  const parsed = hasStatus(data) ? parseScorecard(data) : parseScoredRow(data);
  if (parsed.ok) return panelCardOf(parsed.value, source, reading);
  return { ok: false, problems: parsed.problems.map((problem) => ({ ...problem, file: source })) };
}
