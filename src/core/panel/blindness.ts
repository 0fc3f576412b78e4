import { isSameName, nameKey } from '../person/name.js';

/** What decides whether a scorecard may be seen. */
export interface Authored {
  readonly candidate: string;
  /** `undefined` where nobody is named, which counts as somebody else. */
  readonly interviewer: string | undefined;
  /** The rubric's id. */
  readonly role: string;
}

/** An open draft of one's own. */
export interface OwnDraft extends Authored {
  readonly interviewer: string;
}

/** Scorecards, parted by what the interviewer at the keyboard may see. */
export interface Visibility<Card, Draft> {
  readonly visible: readonly Card[];
  /** Scorecards by other interviewers, of a candidate and role for which one's own draft is open. */
  readonly hidden: readonly Card[];
  /** One's own drafts that hide them. */
  readonly hiding: readonly Draft[];
}

/**
 * Hides other interviewers' ratings while one's own scorecard for the candidate and role is a draft, so that they can't
 * colour it.
 */
export function splitByVisibility<Card, Draft extends OwnDraft>(
  drafts: readonly Draft[],
  cards: readonly Card[],
  authorOf: (card: Card) => Authored,
): Visibility<Card, Draft> {
  if (drafts.length === 0) return { visible: cards, hidden: [], hiding: [] };
  const byKey = new Map<string, Draft[]>();
  for (const draft of drafts) byKey.set(keyOf(draft), [...(byKey.get(keyOf(draft)) ?? []), draft]);
  const hiding = new Set<Draft>();
  const isHidden = (card: Card): boolean => {
    const author = authorOf(card);
    const against = (byKey.get(keyOf(author)) ?? []).filter(
      ({ interviewer }) => author.interviewer === undefined || !isSameName(interviewer, author.interviewer),
    );
    for (const draft of against) hiding.add(draft);
    return against.length > 0;
  };
  const visible: Card[] = [];
  const hidden: Card[] = [];
  for (const card of cards) (isHidden(card) ? hidden : visible).push(card);
  return { visible, hidden, hiding: [...hiding] };
}

function keyOf({ candidate, role }: Authored): string {
  return JSON.stringify([nameKey(candidate), role]);
}
