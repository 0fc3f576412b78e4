import { type Authored, type AuthoredDraft, splitByVisibility } from '../../core/panel/blindness.js';
import { whoIsWho } from '../../core/panel/who.js';
import type { Pair, Person } from '../../core/person/person.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { ReadScorecard } from '../../io/cards/scorecard-file.js';
import { readOpenDrafts, recordUnblinding } from '../../io/store/blindness.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { count } from '../../render/text/text.js';
import { whoAmI } from './who.js';

export { readKnown, storesAround } from '../../io/store/blindness.js';

interface VisibilityQuery<Card> {
  readonly authorOf: (card: Card) => Authored;
  /** The seal of what has one. */
  readonly digestOf: (card: Card) => string | undefined;
  /** Those whose drafts count. */
  readonly stores: readonly Store[];
  readonly unblind: boolean;
  /** Who sits at the keyboard, where it was said. */
  readonly as: string | undefined;
  /** Names and ids that are one person. */
  readonly same: readonly Pair[];
}

/** What tells whether a scorecard may be shown, of one that was read whole. */
export const ofWholeCards = {
  authorOf: ({ card: { candidate, interviewer, rubric } }: WholeCard): Authored => ({
    candidate,
    interviewer,
    role: rubric.id,
  }),
  digestOf: ({ card }: WholeCard): string | undefined => card.digest,
};

type WholeCard = Pick<ReadScorecard, 'card'>;

interface VisibleCards<Card> {
  readonly cards: readonly Card[];
  /** Who has not submitted yet, in a sentence; empty where there is nobody. */
  readonly waiting: TerminalText;
  /** 1 where something was left out. */
  readonly exitCode: ExitCode;
}

/**
 * The scorecards that may be shown; what is left out is said on stderr. With `unblind` all of them: the own drafts say
 * so from then on, and so does the log.
 *
 * @throws ScorecardError when that can't be recorded
 */
export async function onlyVisible<Card>(
  cards: readonly Card[],
  { authorOf, digestOf, stores, unblind, as, same }: VisibilityQuery<Card>,
  host: Host,
): Promise<VisibleCards<Card>> {
  const { drafts, unreadable } = readOpenDrafts(stores);
  if (unreadable > 0) {
    host.stderr.write(
      say`${count(unreadable, 'draft')} cannot be read, and so cannot hide anything: scorecard doctor says why\n`,
    );
  }
  if (drafts.length === 0) return { cards, waiting: say``, exitCode: EXIT.ok };
  const me = await whoAmI(as, host);
  const who = whoIsWho([...drafts, ...cards.map(authorOf), ...asNamed(me)], same);
  const { visible, hidden, hiding, waiting } = splitByVisibility(drafts, cards, { authorOf, me, who });
  const told = waiting.length === 0 ? say`` : say`not submitted yet: ${listed(waiting)}`;
  if (hidden.length === 0) return { cards, waiting: told, exitCode: EXIT.ok };
  if (unblind) {
    recordUnblinding(hiding, hidden.map(digestOf));
    host.stderr.write(say`${count(hiding.length, 'draft')} of yours will say that other ratings were looked at.\n`);
    return { cards, waiting: told, exitCode: EXIT.ok };
  }
  const names = [...new Set(hidden.map((card) => clean(authorOf(card).candidate.name)))].join(', ');
  host.stderr.write(
    say`${count(hidden.length, 'scorecard')} of other interviewers hidden: your own draft for ${names} is open\nsubmit yours first, or pass --unblind: your scorecard will say so\n`,
  );
  return { cards: visible, waiting: told, exitCode: EXIT.no };
}

/** Whoever sits at the keyboard is known too, by an id that no scorecard may have. */
function asNamed(me: Person | undefined) {
  return me === undefined ? [] : [{ candidate: { name: '' }, interviewer: me }];
}

/** More than these are a number. */
const MOST_LISTED = 5;

function listed(drafts: readonly AuthoredDraft[]): TerminalText {
  const names = drafts.map(
    ({ interviewer, candidate }) => say`${clean(interviewer.name)} for ${clean(candidate.name)}`,
  );
  const once = [...new Set(names)];
  const rest = once.length > MOST_LISTED ? say` and ${once.length - MOST_LISTED} more` : say``;
  return say`${once.slice(0, MOST_LISTED).join(', ')}${rest}`;
}
