import { findAmong, labelsOf } from '../../core/person/find-person.js';
import { parsePerson } from '../../core/person/parse-person.js';
import type { People, Person } from '../../core/person/person.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';

interface Choice {
  readonly people: People;
  /** What there is none of, should nobody be meant: `there is no scorecard of "ada"`. */
  readonly nothing: string;
  /** What can be done where there are no candidates at all. */
  readonly otherwise: TerminalText;
}

/**
 * Which of these candidates is meant by what was typed: an id, a name that is known to be theirs, or its beginning.
 *
 * @throws ScorecardError when nobody is meant, or one of several people
 */
export function choosePerson(typed: string, candidates: readonly Person[], choice: Choice): Person {
  const { people, nothing, otherwise } = choice;
  const match = findAmong(typed, candidates, people);
  if (match.type === 'found') return match.person;
  if (match.type === 'ambiguous') {
    const isWhole = people.keyOf(parsePerson(typed)) !== undefined;
    throw new ScorecardError(`"${typed}" may be ${listFirst(labelsOf(match.people))}`, {
      hint: isWhole ? say`type more of the name, or the id` : say`type the id`,
    });
  }
  const names = [...new Set(candidates.map(({ name }) => name))];
  // A first name alone is enough to find somebody, so a typo may also be near to one.
  const words = [...names, ...names.flatMap((name) => name.split(/\s+/))];
  throw new ScorecardError(`${nothing}${didYouMean(typed, words)}`, {
    hint: names.length === 0 ? otherwise : say`candidates: ${clean(listFirst(names))}`,
  });
}

/** The first eight, and how many more there are. */
function listFirst(names: readonly string[]): string {
  const rest = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return `${names.slice(0, 8).join(', ')}${rest}`;
}
