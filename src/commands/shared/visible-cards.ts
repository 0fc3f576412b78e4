import { type Authored, type AuthoredDraft, splitByVisibility } from '../../core/panel/blindness.js';
import { whoIsWho } from '../../core/panel/who.js';
import type { Pair, Person } from '../../core/person/person.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { ReadScorecard } from '../../io/cards/scorecard-file.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import { type PlanInStore, readOpenDrafts, readPlans, recordUnblinding } from '../../io/store/blindness.js';
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
 * The scorecards that may be shown, by the plans of panels and the own drafts; what is left out is said on stderr. With
 * `unblind` all of them: the own drafts say so from then on, and so does the log.
 *
 * @throws ScorecardError when that can't be recorded
 */
export async function onlyVisible<Card>(
  cards: readonly Card[],
  { authorOf, digestOf, stores, unblind, as, same }: VisibilityQuery<Card>,
  host: Host,
): Promise<VisibleCards<Card>> {
  const { drafts, unreadable } = readOpenDrafts(stores);
  const { plans, sealed, unreadable: unreadablePlans } = readPlans(stores);
  tellUnreadable(count(unreadable, 'draft'), unreadable, host);
  tellUnreadable(count(unreadablePlans, 'plan'), unreadablePlans, host);
  if (drafts.length + plans.length === 0) return { cards, waiting: say``, exitCode: EXIT.ok };
  const me = await whoAmI(as, host);
  const who = whoIsWho([...drafts, ...cards.map(authorOf), ...plans.flatMap(namedIn), ...sealed, ...asNamed(me)], same);
  const split = splitByVisibility({ drafts, plans, sealed }, cards, { authorOf, me, who });
  const { visible, hidden, hiding, hidingPlans, waiting } = split;
  const told = waiting.length === 0 ? say`` : say`not submitted yet: ${listed(waiting)}`;
  if (hidden.length === 0) return { cards, waiting: told, exitCode: EXIT.ok };
  if (unblind) {
    recordUnblinding({ drafts: hiding, plans: hidingPlans, me }, hidden.map(digestOf));
    host.stderr.write(
      hiding.length > 0
        ? say`${count(hiding.length, 'draft')} of yours will say that other ratings were looked at.\n`
        : say`The log says that you looked, and a scorecard that you seal of them will say so.\n`,
    );
    return { cards, waiting: told, exitCode: EXIT.ok };
  }
  host.stderr.write(say`${hiddenInWords(hidden.map(authorOf), split, host)}\n`);
  return { cards: visible, waiting: told, exitCode: EXIT.no };
}

function tellUnreadable(shown: TerminalText, number: number, host: Host): void {
  if (number === 0) return;
  host.stderr.write(say`${shown} cannot be read, and so cannot hide anything: scorecard doctor says why\n`);
}

interface Hiders {
  readonly hiding: readonly AuthoredDraft[];
  readonly hidingPlans: readonly PlanInStore[];
}

/** That something is hidden, why, and what shows it: nothing that the hidden scorecards say. */
function hiddenInWords(hidden: readonly Authored[], { hiding, hidingPlans }: Hiders, host: Host): TerminalText {
  const what = count(hidden.length, 'scorecard');
  const reasons = [
    ...hidingPlans.map((one) => planInWords(one, host)),
    ...(hiding.length > 0 && hidingPlans.length === 0 ? [say`your own draft for ${namesIn(hidden)} is open`] : []),
  ];
  const isForAll = hiding.length === 0 && hidingPlans.every(({ plan }) => plan?.visible !== 'after-own');
  const isBroken = hidingPlans.some(({ plan }) => plan === undefined);
  const remedy =
    isForAll || isBroken
      ? say`scorecard panel status says ${isBroken ? 'where the mistakes are' : 'who is missing'}; --unblind shows them, and is on record`
      : say`submit yours first, or pass --unblind: your scorecard will say so`;
  return say`${what} of other interviewers hidden: ${reasons.join('; ')}\n${remedy}`;
}

function planInWords({ location, plan, candidate }: PlanInStore, host: Host): TerminalText {
  const file = clean(shownPath(host, location));
  const name = clean(candidate.name);
  if (!plan) return say`${file} has mistakes, and hides those of ${name} until it is mended`;
  return plan.visible === 'after-all'
    ? say`by ${file} those of ${name} are shown once all are in`
    : say`by ${file} those of ${name} are shown once all of your own are in`;
}

function namesIn(cards: readonly Authored[]): TerminalText {
  return say`${[...new Set(cards.map(({ candidate }) => clean(candidate.name)))].join(', ')}`;
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
