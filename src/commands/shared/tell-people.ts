import type { PanelCard } from '../../core/panel/card.js';
import { nearPeople, withoutDifferent } from '../../core/person/near-names.js';
import type { People, Person } from '../../core/person/person.js';
import { say } from '../../core/text/safe-text.js';
import type { Host } from '../../io/system/host.js';
import { nearLines, type RepeatTelling, repeatLines } from '../../render/panel/people-words.js';
import type { GatheredPeople } from './gather-cards.js';

/** Says of these scorecards which interviewers left several, and which names are nearly one. */
export function tellPeople(
  cards: readonly PanelCard[],
  { who, repeats, different }: GatheredPeople,
  host: Pick<Host, 'stderr'>,
  { hasScores }: Pick<RepeatTelling, 'hasScores'> = { hasScores: true },
): void {
  const counting = new Set(cards);
  const { candidates, interviewers } = who;
  const near = (people: People, named: readonly Person[]) =>
    withoutDifferent(nearPeople(eachOnce(people, named)), { people, different });
  const lines = [
    ...repeatLines(
      repeats.filter((repeat) => repeat.counting.some((card) => counting.has(card))),
      { who, hasScores },
    ),
    ...nearLines(
      near(
        candidates,
        cards.map(({ candidate }) => candidate),
      ),
      'candidate',
    ),
    ...nearLines(
      near(
        interviewers,
        cards.flatMap(({ interviewer }) => interviewer ?? []),
      ),
      'interviewer',
    ),
  ];
  for (const line of lines) host.stderr.write(say`${line}\n`);
}

/** Each person once, with the id that any gives. */
function eachOnce(people: People, named: readonly Person[]): readonly Person[] {
  const once = new Map<string, Person>();
  for (const person of named) {
    const key = people.keyOf(person);
    if (key === undefined) continue;
    const known = once.get(key);
    if (known === undefined || (!known.id && person.id)) once.set(key, person);
  }
  return [...once.values()];
}
