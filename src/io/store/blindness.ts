import { dirname, resolve } from 'node:path';
import { isSameName, nameKey } from '../../core/text/person-name.js';
import type { Host } from '../system/host.js';
import { resumeDraft } from './recorder.js';
import { type Draft, listDrafts, storeFolder } from './store.js';

/** What of a scorecard decides on whether it may be seen. */
export interface Authored {
  readonly candidate: string;
  /** `undefined`: not known, so it counts as somebody else. */
  readonly interviewer: string | undefined;
  /** The rubric's id. */
  readonly role: string;
}

/** Scorecards, parted by what the interviewer at the keyboard may see. */
export interface Visibility<Card> {
  readonly visible: readonly Card[];
  /** By other interviewers, on a candidate and role for which an own draft is open. */
  readonly hidden: readonly Card[];
  /** The drafts that hide them. */
  readonly drafts: readonly Draft[];
}

/**
 * Hides other interviewers' ratings while one's own scorecard for the candidate and role is a draft, so that they can't
 * colour it. Drafts are private to a user (mode 0600): those that can be read are one's own.
 */
export function splitByVisibility<Card>(
  stores: readonly string[],
  cards: readonly Card[],
  authorOf: (card: Card) => Authored,
): Visibility<Card> {
  const drafts = new Map<string, Draft[]>();
  for (const draft of [...new Set(stores)].flatMap(listDrafts)) {
    const key = keyOf(draft.open.candidate, draft.open.rubric.id);
    drafts.set(key, [...(drafts.get(key) ?? []), draft]);
  }
  if (drafts.size === 0) return { visible: cards, hidden: [], drafts: [] };
  const hiding = new Set<Draft>();
  const isHidden = (card: Card): boolean => {
    const { candidate, interviewer, role } = authorOf(card);
    const own = (drafts.get(keyOf(candidate, role)) ?? []).filter(
      ({ open }) => interviewer === undefined || !isSameName(open.interviewer, interviewer),
    );
    for (const draft of own) hiding.add(draft);
    return own.length > 0;
  };
  const visible: Card[] = [];
  const hidden: Card[] = [];
  for (const card of cards) (isHidden(card) ? hidden : visible).push(card);
  return { visible, hidden, drafts: [...hiding] };
}

function keyOf(candidate: string, role: string): string {
  return JSON.stringify([nameKey(candidate), role]);
}

/** The stores whose drafts may hide these scorecard files: the user's own, and the folders that the files are in. */
export function storesAround(
  host: Pick<Host, 'cwd' | 'env'>,
  paths: readonly string[],
  store?: string,
): readonly string[] {
  return [...new Set([storeFolder(host, store), ...paths.map((path) => dirname(resolve(host.cwd, path)))])];
}

/**
 * Records in each draft that its interviewer looked at what others rated: their scorecards will say so.
 *
 * @throws ScorecardError when a draft is open in another terminal, before anything was shown
 */
export function recordUnblinding(drafts: readonly Draft[], host: Pick<Host, 'now'>): void {
  for (const { id, path, session } of drafts) {
    if (session.isUnblinded) continue;
    const recorder = resumeDraft(dirname(dirname(path)), id, host);
    recorder.record({ type: 'unblind' });
    recorder.close();
  }
}
