import { put } from '../collections/put.js';
import type { People, Person } from '../person/person.js';
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

/** Who sits at the keyboard, and who is who. */
export interface Reader {
  /** `undefined` where nobody knows: then every draft may be one's own. */
  readonly me: Person | undefined;
  readonly who: Who;
}

/** Scorecards, parted by what the interviewer at the keyboard may see. */
export interface Visibility<Card, Draft> {
  readonly visible: readonly Card[];
  /** Scorecards by other interviewers, of a candidate and role for which one's own draft is open. */
  readonly hidden: readonly Card[];
  /** One's own drafts that hide them. */
  readonly hiding: readonly Draft[];
  /** Others' drafts for a candidate and role of whom there is a scorecard. */
  readonly waiting: readonly Draft[];
}

/**
 * Hides other interviewers' ratings while one's own scorecard for the candidate and role is a draft, so that they can't
 * colour it. A name that may be one of several people is each of them.
 */
export function splitByVisibility<Card, Draft extends AuthoredDraft>(
  drafts: readonly Draft[],
  cards: readonly Card[],
  { authorOf, me, who }: Reader & { readonly authorOf: (card: Card) => Authored },
): Visibility<Card, Draft> {
  if (drafts.length === 0) return { visible: cards, hidden: [], hiding: [], waiting: [] };
  const { interviewers } = who;
  const isOwn = ({ interviewer }: Draft) => me === undefined || interviewers.isSame(interviewer, me);
  const own = new Set(drafts.filter(isOwn));
  const draftsAbout = createIndex(drafts, who.candidates);
  const hiding = new Set<Draft>();
  const waiting = new Set<Draft>();
  const visible: Card[] = [];
  const hidden: Card[] = [];
  for (const card of cards) {
    const author = authorOf(card);
    const { interviewer } = author;
    let isHidden = false;
    for (const draft of draftsAbout(author)) {
      if (!own.has(draft)) waiting.add(draft);
      else if (interviewer === undefined || !interviewers.isSame(draft.interviewer, interviewer)) {
        hiding.add(draft);
        isHidden = true;
      }
    }
    (isHidden ? hidden : visible).push(card);
  }
  const inOrder = (some: ReadonlySet<Draft>) => drafts.filter((draft) => some.has(draft));
  return { visible, hidden, hiding: inOrder(hiding), waiting: inOrder(waiting) };
}

/** Finds the drafts on a scorecard's candidate and role, without looking at each. */
function createIndex<Draft extends Authored>(
  drafts: readonly Draft[],
  people: People,
): (card: Authored) => readonly Draft[] {
  const byKey = new Map<string, Draft[]>();
  for (const draft of drafts) {
    for (const key of keysOf(draft, people)) put(byKey, key, draft);
  }
  return (card) => {
    const near = keysOf(card, people).flatMap((key) => byKey.get(key) ?? []);
    return near.filter((draft) => people.isSame(draft.candidate, card.candidate));
  };
}

/** Under which keys a person's drafts are found: who they are, and their name for the case that nobody knows. */
function keysOf({ candidate, role }: Authored, people: People): readonly string[] {
  const [key, name] = [people.keyOf(candidate), people.nameOf(candidate)];
  return [...new Set([key ?? name, name])].map((one) => `${role}\n${one}`);
}
