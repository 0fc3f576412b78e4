import { type Authored, type AuthoredDraft, type Reader, splitByVisibility } from '../../core/panel/blindness.js';
import { whoIsWho } from '../../core/panel/who.js';
import type { Pair, Person } from '../../core/person/person.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { attempt, EXIT, type ExitCode } from '../../errors.js';
import type { ReadScorecard } from '../../io/cards/scorecard-file.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import { type PlanInStore, readOpenDrafts, readPlans, recordUnblinding } from '../../io/store/blindness.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { count } from '../../render/text/text.js';
import { hiddenInWords } from './visibility/hidden-words.js';
import { type NamedCards, type NamingQuery, nameGuard } from './visibility/name-guard.js';
import { whoAmI } from './who.js';

export { readKnown, storesAround } from '../../io/store/blindness.js';

interface VisibilityQuery<Card> extends NamingQuery<Card> {
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

interface VisibleCards<Card> extends NamedCards<Card> {
  /** Those that were left out. */
  readonly hidden: readonly Card[];
  /** Who has not submitted yet, in a sentence; empty where there is nobody. */
  readonly waiting: TerminalText;
}

/**
 * The scorecards that may be shown, by the plans of panels and the own drafts; what is left out is said on stderr. With
 * `unblind` all of them: the own drafts say so from then on, and so does the log.
 *
 * @throws ScorecardError when that can't be recorded
 */
export async function onlyVisible<Card>(
  cards: readonly Card[],
  query: VisibilityQuery<Card>,
  host: Host,
): Promise<VisibleCards<Card>> {
  const { authorOf, digestOf, unblind } = query;
  const around = await lookAround(cards, query, host);
  tellUnreadable(count(around.unreadable.drafts, 'draft'), around.unreadable.drafts, host);
  tellUnreadable(count(around.unreadable.plans, 'plan'), around.unreadable.plans, host);
  const { visible, hidden, hiding, hidingPlans, waiting, reader } = around;
  const named = nameGuard(around.plans, { ...reader, host }, query);
  const told = waiting.length === 0 ? say`` : say`not submitted yet: ${listed(waiting)}`;
  const result = (shown: readonly Card[], exitCode: ExitCode) => ({
    ...named(shown, exitCode),
    hidden: exitCode === EXIT.ok ? [] : hidden,
    waiting: told,
  });
  if (hidden.length === 0) return result(cards, EXIT.ok);
  if (unblind) {
    recordUnblinding({ drafts: hiding, plans: hidingPlans, me: reader.me }, hidden.map(digestOf));
    host.stderr.write(
      hiding.length > 0
        ? say`${count(hiding.length, 'draft')} of yours will say that other ratings were looked at.\n`
        : say`The log says that you looked, and a scorecard that you seal of them will say so.\n`,
    );
    return result(cards, EXIT.ok);
  }
  host.stderr.write(say`${hiddenInWords(hidden.map(authorOf), around, host)}\n`);
  return result(visible, EXIT.no);
}

type Query<Card> = Pick<VisibilityQuery<Card>, 'authorOf' | 'stores' | 'as' | 'same'>;

/** Those among scorecards that may not be seen yet, where nothing is told of it. */
export async function hiddenAmong<Card>(
  cards: readonly Card[],
  query: Query<Card>,
  host: Host,
): Promise<ReadonlySet<Card>> {
  return new Set((await lookAround(cards, query, host)).hidden);
}

/** What is open and planned around scorecards, and what of them it hides from who sits at the keyboard. */
async function lookAround<Card>(cards: readonly Card[], { authorOf, stores, as, same }: Query<Card>, host: Host) {
  const { drafts, unreadable } = readOpenDrafts(stores);
  const { plans: written, sealed, unreadable: unreadablePlans } = readPlans(stores);
  const plans = written.length === 0 ? [] : withRoles(written, new Set(cards.map((card) => authorOf(card).role)), host);
  // Nobody is asked for where nothing depends on it.
  const me = drafts.length + plans.length === 0 ? undefined : await whoAmI(as, host);
  const named = [...drafts, ...cards.map(authorOf), ...plans.flatMap(namedIn), ...sealed, ...asNamed(me)];
  const reader: Reader = { me, who: whoIsWho(drafts.length + plans.length === 0 ? [] : named, same) };
  const split = splitByVisibility({ drafts, plans, sealed }, cards, { authorOf, ...reader });
  return { ...split, plans, reader, unreadable: { drafts: unreadable, plans: unreadablePlans } };
}

function tellUnreadable(shown: TerminalText, number: number, host: Host): void {
  if (number === 0) return;
  host.stderr.write(say`${shown} cannot be read, and so cannot hide anything: scorecard doctor says why\n`);
}

/** The plans under the ids of their roles, where one that was written by hand has an alias. */
function withRoles(plans: readonly PlanInStore[], roles: ReadonlySet<string>, host: Host): readonly PlanInStore[] {
  const idOf = (role: string) =>
    attempt(
      () => findRubric(role, host, {}).summary.id,
      () => role,
    );
  return plans.map((plan) => (roles.size === 0 || roles.has(plan.role) ? plan : { ...plan, role: idOf(plan.role) }));
}

/** Whom a plan names. */
function namedIn({ candidate, plan }: PlanInStore) {
  return (plan?.interviewers ?? [undefined]).map((interviewer) => ({ candidate, interviewer }));
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
