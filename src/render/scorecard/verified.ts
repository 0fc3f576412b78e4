import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { count } from '../text/text.js';

/** What `verify` came to. */
export interface Verified {
  /** Scorecards that were checked. */
  readonly verified: number;
  readonly mismatches: number;
  /** Files that are not valid scorecards. */
  readonly invalid: number;
  /** Scorecards that may not be seen yet. */
  readonly hidden: number;
  /** What could not be checked, each as `a journal (why)`. */
  readonly unchecked: readonly string[];
}

/** One line: how many were verified, what was found, what was not checked and why. */
export function renderVerified({ verified, mismatches, invalid, hidden, unchecked }: Verified): TerminalText {
  const found = mismatches === 0 ? 'all agree' : count(mismatches, 'mismatch', 'mismatches');
  const parts = [
    // Of none, nothing can be said to agree.
    say`${count(verified, 'scorecard')} verified${verified === 0 ? say`` : say`: ${found}`}`,
    ...(invalid > 0 ? [say`${count(invalid, 'file')} not valid`] : []),
    ...(hidden > 0 ? [say`${hidden} hidden`] : []),
    ...tally(unchecked).map(([what, number]) => say`not checked: ${number} × ${clean(what)}`),
  ];
  return say`${parts.join('; ')}\n`;
}

function tally(items: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts];
}
