import { put } from '../../collections/put.js';
import type { Person } from '../../person/person.js';
import type { RubricEdition } from '../edition.js';
import type { PanelMember } from '../member.js';

/** One session of a candidate's interviews. */
export interface PanelSession {
  readonly id: string;
  /** `undefined` where no rubric was at hand to tell it. */
  readonly title: string | undefined;
  /** Whether the rubric's interview plan has it: `undefined` where nobody knows the plan. */
  readonly isPlanned: boolean | undefined;
  /** Whether a scorecard of it counts, or scorecards of more have all its dimensions. */
  readonly isIn: boolean;
  /** Who held it by its name. */
  readonly interviewers: readonly (Person | undefined)[];
}

/**
 * Which sessions of a candidate are in: those of their plan, else of the rubric, in its order, then those that it doesn't have. Empty where
 * every scorecard is of the whole interview.
 */
export function sessionsOf(members: readonly PanelMember[], edition: RubricEdition): PanelSession[] {
  const held = heldSessions(members);
  if (held.size === 0) return [];
  const { dimensions } = edition;
  const own = plannedSessions(members, edition);
  const sessions = own ?? edition.sessions;
  const isWhole = members.some(({ cards }) => cards.some(({ session }) => session === undefined));
  const isHeld = (id: string) => {
    const at = dimensions.findIndex((dimension) => dimension.id === id);
    return members.some(({ ratings }) => ratings[at] !== undefined && ratings[at] !== 'not-held');
  };
  const planned = sessions?.map(
    ({ id, title, dimensions: ofSession }): PanelSession => ({
      ...{ id, title, isPlanned: true },
      // Somebody was to hold each session of a plan, whatever else has its dimensions.
      isIn: held.has(id) || (own ? isWhole : ofSession.every(isHeld)),
      interviewers: held.get(id) ?? [],
    }),
  );
  const others = [...held]
    .filter(([id]) => !sessions?.some((session) => session.id === id))
    .map(([id, interviewers]): PanelSession => {
      return { id, title: undefined, isPlanned: sessions && false, isIn: true, interviewers };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...(planned ?? []), ...others];
}

/** Those of the candidate's plan; `undefined` without one. */
function plannedSessions(members: readonly PanelMember[], { sessions }: RubricEdition): RubricEdition['sessions'] {
  const planned = members.flatMap(({ cards }) => cards.flatMap((card) => card.planned ?? []))[0];
  if (!planned || planned.ids.length === 0) return undefined;
  const known = [...(sessions ?? []), ...planned.own];
  return known.filter(({ id }) => planned.ids.includes(id));
}

/** The sessions of which scorecards count, each with those who held it. */
export function heldSessions(members: readonly PanelMember[]): ReadonlyMap<string, readonly (Person | undefined)[]> {
  const held = new Map<string, (Person | undefined)[]>();
  for (const { cards, interviewer } of members) {
    for (const session of new Set(cards.flatMap((card) => card.session ?? []))) {
      put(held, session, interviewer);
    }
  }
  return held;
}
