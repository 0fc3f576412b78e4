import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import { fitsOwnDigest } from './own-digest.js';
import { renderScorecardMarkdown } from './scorecard-markdown.js';

/**
 * Whether the report beside a scorecard is what the scorecard renders to. `unlike`: it is not, but nobody need have
 * edited it, since another version of the program may have worded it; it names the digest of the scorecard all the
 * same.
 */
export function checkMarkdown(card: Scorecard, report: string): CheckedMarkdown {
  return checkReport(card.digest, renderScorecardMarkdown(card), report);
}

export type CheckedMarkdown = 'same' | 'edited' | 'unlike';

/** The same of the report of whatever has this digest, and is rendered as this now. */
export function checkReport(digest: string | undefined, rendered: MarkdownText, report: string): CheckedMarkdown {
  // A checkout may have changed the ends of lines.
  const text = report.replaceAll('\r\n', '\n');
  if (text === rendered) return 'same';
  const isOfThisSeal = digest === undefined || text.includes(digest);
  return fitsOwnDigest(text) === false || !isOfThisSeal ? 'edited' : 'unlike';
}
