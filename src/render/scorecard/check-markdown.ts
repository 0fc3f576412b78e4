import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { fitsOwnDigest } from './own-digest.js';
import { renderScorecardMarkdown } from './scorecard-markdown.js';

/**
 * Whether the report beside a scorecard is what the scorecard renders to. `unlike`: it is not, but nobody need have
 * edited it, since another version of the program may have written it so.
 */
export function checkMarkdown(card: Scorecard, report: string): 'same' | 'edited' | 'unlike' {
  // A checkout may have changed the ends of lines.
  const text = report.replaceAll('\r\n', '\n');
  if (text === renderScorecardMarkdown(card)) return 'same';
  return fitsOwnDigest(text) === false ? 'edited' : 'unlike';
}
