import { put } from '../collections/put.js';
import type { People, Person } from '../person/person.js';
import type { Plan } from '../plan/plan.js';
import { hidesOthers, type SealedPart, seatsOf } from '../plan/seats.js';
import type { Who } from './who.js';

/** What decides whether a scorecard may be seen. */
export interface Authored {
  readonly candidate: Person;
  /** `undefined` where nobody is named, which counts as somebody else. */
  readonly interviewer: Person | undefined;
  /** The rubric's id. */
  readonly role: string;
}

/** An open draft. */
export interface AuthoredDraft extends Authored {
  readonly interviewer: Person;
}

/** The plan of a panel, as far as it decides what may be seen. */
export interface PlanInForce {
  readonly candidate: Person;
  /** The rubric's id. */
  readonly role: string;
  /** `undefined` where it has mistakes: then it hides what it may mean to hide. */
  readonly plan: Plan | undefined;
}

/** Who sits at the keyboard, and who is who. */
export interface Reader {
  /** `undefined` where nobody knows: then every draft may be one's own. */
  readonly me: Person | undefined;
  readonly who: Who;
}

/** What is open and planned around scorecards. */
export interface Surroundings<Draft, Planned> {
  readonly drafts: readonly Draft[];
  readonly plans: readonly Planned[];
  /** What is sealed where the plans are. */
  readonly sealed: readonly SealedPart[];
}

/** Scorecards, parted by what the interviewer at the keyboard may see. */
export interface Visibility<Card, Draft, Planned> {
  readonly visible: readonly Card[];
  /** Scorecards by other interviewers that the own draft or a plan hides. */
  readonly hidden: readonly Card[];
  /** One's own drafts that hide them. */
  readonly hiding: readonly Draft[];
  /** The plans that do. */
  readonly hidingPlans: readonly Planned[];
  /** Others' drafts for a candidate and role of whom there is a scorecard. */
  readonly waiting: readonly Draft[];
}

/**
 * Hides other interviewers' ratings, so that they can't colour one's own: while one's own scorecard for the candidate
 * and role is a draft, and as long as the plan of the panel says. A name that may be one of several people is each of
 * them.
 */
export function splitByVisibility<Card, Draft extends AuthoredDraft, Planned extends PlanInForce>(
  { drafts, plans, sealed }: Surroundings<Draft, Planned>,
  cards: readonly Card[],
  { authorOf, me, who }: Reader & { readonly authorOf: (card: Card) => Authored },
): Visibility<Card, Draft, Planned> {
  if (drafts.length + plans.length === 0)
    return { visible: cards, hidden: [], hiding: [], hidingPlans: [], waiting: [] };
  const { interviewers, candidates } = who;
  const isOwn = ({ interviewer }: Draft) => me === undefined || interviewers.isSame(interviewer, me);
  const own = new Set(drafts.filter(isOwn));
  const draftsAbout = createIndex(drafts, candidates);
  const plansAbout = createIndex(plans, candidates);
  const sealedAbout = createIndex(sealed, candidates);
  const hides = new Map(
    plans.map((one) => {
      const seats = one.plan && seatsOf(one.plan, sealedAbout(one), interviewers);
      return [one, !one.plan || !seats || hidesOthers(one.plan, seats, me, interviewers)];
    }),
  );
  const hiding = new Set<Draft>();
  const hidingPlans = new Set<Planned>();
  const waiting = new Set<Draft>();
  const visible: Card[] = [];
  const hidden: Card[] = [];
  for (const card of cards) {
    const author = authorOf(card);
    const { interviewer } = author;
    const about = plansAbout(author);
    const isOpen = about.length > 0 && about.every(({ plan }) => plan?.visible === 'always');
    let isHidden = false;
    for (const draft of draftsAbout(author)) {
      if (!own.has(draft)) waiting.add(draft);
      else if (!isOpen && (interviewer === undefined || !interviewers.isSame(draft.interviewer, interviewer))) {
        hiding.add(draft);
        isHidden = true;
      }
    }
    const isMine = me !== undefined && interviewer !== undefined && interviewers.isSame(interviewer, me);
    for (const plan of isMine ? [] : about) {
      if (!hides.get(plan)) continue;
      hidingPlans.add(plan);
      isHidden = true;
    }
    (isHidden ? hidden : visible).push(card);
  }
  const inOrder = <One>(all: readonly One[], some: ReadonlySet<One>) => all.filter((one) => some.has(one));
  return {
    visible,
    hidden,
    hiding: inOrder(drafts, hiding),
    hidingPlans: inOrder(plans, hidingPlans),
    waiting: inOrder(drafts, waiting),
  };
}

type Subject = Pick<Authored, 'candidate' | 'role'>;

/** Finds what is about a scorecard's candidate and role, without looking at each. */
function createIndex<One extends Subject>(all: readonly One[], people: People): (card: Subject) => readonly One[] {
  const byKey = new Map<string, One[]>();
  for (const one of all) {
    for (const key of keysOf(one, people)) put(byKey, key, one);
  }
  return (card) => {
    const near = new Set(keysOf(card, people).flatMap((key) => byKey.get(key) ?? []));
    return [...near].filter((one) => people.isSame(one.candidate, card.candidate));
  };
}

/** Under which keys a person's drafts are found: who they are, and their name for the case that nobody knows. */
function keysOf({ candidate, role }: Subject, people: People): readonly string[] {
  const [key, name] = [people.keyOf(candidate), people.nameOf(candidate)];
  return [...new Set([key ?? name, name])].map((one) => `${role}\n${one}`);
}
