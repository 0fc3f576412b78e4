import { type Authored, splitByVisibility } from '../../core/panel/blindness.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { readOwnDrafts, recordUnblinding } from '../../io/store/blindness.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { count } from '../../render/text/text.js';

export { storesAround } from '../../io/store/blindness.js';

interface VisibilityQuery<Card> {
  readonly authorOf: (card: Card) => Authored;
  /** Those whose drafts count. */
  readonly stores: readonly Store[];
  readonly unblind: boolean;
}

interface VisibleCards<Card> {
  readonly cards: readonly Card[];
  /** 1 where something was left out. */
  readonly exitCode: ExitCode;
}

/**
 * The scorecards that may be shown; what is left out is said on stderr. With `unblind` all of them, and the own drafts
 * say so from then on.
 *
 * @throws ScorecardError when that can't be recorded
 */
export function onlyVisible<Card>(
  cards: readonly Card[],
  { authorOf, stores, unblind }: VisibilityQuery<Card>,
  host: Host,
): VisibleCards<Card> {
  const own = readOwnDrafts(stores);
  if (own.unreadable > 0) {
    host.stderr.write(
      say`${count(own.unreadable, 'draft')} cannot be read, and so cannot hide anything: scorecard doctor says why\n`,
    );
  }
  const { visible, hidden, hiding } = splitByVisibility(own.drafts, cards, authorOf);
  if (hidden.length === 0) return { cards, exitCode: EXIT.ok };
  if (unblind) {
    recordUnblinding(hiding);
    host.stderr.write(say`${count(hiding.length, 'draft')} of yours will say that other ratings were looked at.\n`);
    return { cards, exitCode: EXIT.ok };
  }
  const who = [...new Set(hidden.map((card) => clean(authorOf(card).candidate)))].join(', ');
  host.stderr.write(
    say`${count(hidden.length, 'scorecard')} of other interviewers hidden: your own draft for ${who} is open
submit yours first, or pass --unblind: your scorecard will say so\n`,
  );
  return { cards: visible, exitCode: EXIT.no };
}
