import { clean, count } from '../text/text.js';

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
export function renderVerified({ verified, mismatches, invalid, hidden, unchecked }: Verified): string {
  const found = mismatches === 0 ? 'all agree' : count(mismatches, 'mismatch', 'mismatches');
  const parts = [
    // Of none, nothing can be said to agree.
    `${count(verified, 'scorecard')} verified${verified === 0 ? '' : `: ${found}`}`,
    ...(invalid > 0 ? [`${count(invalid, 'file')} not valid`] : []),
    ...(hidden > 0 ? [`${hidden} hidden`] : []),
    ...tally(unchecked).map(([what, number]) => `not checked: ${number} × ${clean(what)}`),
  ];
  return `${parts.join('; ')}\n`;
}

function tally(items: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts];
}
