import type { PanelCard } from '../../../core/panel/card.js';
import { findAmong } from '../../../core/person/find-person.js';
import { createPeople, type People, type Person } from '../../../core/person/person.js';
import { say } from '../../../core/text/safe-text.js';
import { EXIT, ScorecardError } from '../../../errors.js';
import { choosePerson } from '../choose-person.js';

interface Among {
  readonly cards: readonly Pick<PanelCard, 'candidate'>[];
  /** Those that may not be seen yet. */
  readonly hidden: readonly Pick<PanelCard, 'candidate'>[];
  readonly people: People;
}

/**
 * The candidates who are meant by what was typed, among the scorecards that may be seen.
 *
 * @throws ScorecardError when nobody or one of several is meant, or somebody all of whose scorecards are hidden
 */
export function chooseNamed(names: readonly string[], { cards, hidden, people }: Among): readonly Person[] {
  const candidates = cards.map(({ candidate }) => candidate);
  return names.map((name) => {
    if (findAmong(name, candidates, people).type === 'unknown') checkHidden(name, hidden);
    const nothing = `there is no scorecard of "${name}"`;
    return choosePerson(name, candidates, {
      people,
      nothing,
      otherwise: say`name files or folders, or pass --store DIR`,
    });
  });
}

/** @throws ScorecardError where the one who is meant is known, but not to be seen */
function checkHidden(name: string, hidden: Among['hidden']): void {
  const candidates = hidden.map(({ candidate }) => candidate);
  const people = createPeople(candidates, []);
  const match = findAmong(name, candidates, people);
  if (match.type !== 'found') return;
  const number = candidates.filter((candidate) => people.isSame(candidate, match.person)).length;
  throw allHidden(number, match.person.name);
}

/** What was left out was told before. */
export function allHidden(number: number, of?: string): ScorecardError {
  const whose = of === undefined ? '' : ` of ${of}`;
  const what = number === 1 ? `the one scorecard${whose} is` : `all ${number} scorecards${whose} are`;
  return new ScorecardError(`${what} hidden, see above`, { exitCode: EXIT.no });
}
