import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { fitsOwnDigest } from './own-digest.js';
import { renderScorecardMarkdown } from './scorecard-markdown.js';

/**
 * Whether the report beside a scorecard is what the scorecard renders to. `unlike`: it is not, but nobody need have
 * edited it, since another version of the program may have worded it; it names the digest of the scorecard all the
 * same.
 */
export function checkMarkdown(card: Scorecard, report: string): 'same' | 'edited' | 'unlike' {
  // A checkout may have changed the ends of lines.
  const text = report.replaceAll('\r\n', '\n');
  if (text === renderScorecardMarkdown(card)) return 'same';
  const isOfThisSeal = card.digest === undefined || text.includes(card.digest);
  return fitsOwnDigest(text) === false || !isOfThisSeal ? 'edited' : 'unlike';
}
