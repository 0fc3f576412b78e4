import type { Panel } from '../../core/panel/panel.js';
import type { SummaryGroup } from '../../core/panel/summary.js';
import { findPerson } from '../../core/person/find-person.js';
import { formatPerson, parsePerson } from '../../core/person/parse-person.js';
import type { People, Person } from '../../core/person/person.js';
import { clean, say } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import { editionInWords } from '../../render/panel/panel-words.js';

export interface Choice {
  readonly group: SummaryGroup;
  readonly panels: readonly Panel[];
}

/** More candidates than this are not a comparison any more: a summary shows so many. */
const MOST_UNNAMED = 12;

/**
 * The groups in which all the candidates named can be compared; without names, all candidates of each group.
 *
 * @throws ScorecardError when a name is unknown or ambiguous, or when no edition of a rubric has them all
 */
export function chooseCandidates(
  names: readonly string[],
  groups: readonly SummaryGroup[],
  people: People,
): readonly Choice[] {
  const known = new Map(groups.flatMap(panelsOf).map((panel) => [keyOf(panel, people), panel.candidate]));
  if (known.size === 0) {
    throw new ScorecardError('there is no scorecard to compare', {
      hint: say`name files or folders, or pass --store DIR; see: scorecard compare --help`,
    });
  }
  if (names.length === 0) return everybody(groups, known.size);
  const keys = new Set(names.map((name) => resolveName(name, known, people)));
  const choices = groups.flatMap((group): Choice[] => {
    const panels = panelsOf(group).filter((panel) => keys.has(keyOf(panel, people)));
    return panels.length === keys.size ? [{ group, panels }] : [];
  });
  if (choices.length === 0) throw notComparable(keys, groups, people);
  return choices;
}

function panelsOf({ ranked }: SummaryGroup): readonly Panel[] {
  return ranked.map(({ panel }) => panel);
}

function keyOf({ candidate }: Pick<Panel, 'candidate'>, people: People): string {
  return people.keyOf(candidate) ?? candidate.name;
}

function everybody(groups: readonly SummaryGroup[], known: number): readonly Choice[] {
  if (groups.every(({ ranked }) => ranked.length <= MOST_UNNAMED)) {
    return groups.map((group) => ({ group, panels: panelsOf(group) }));
  }
  throw new ScorecardError(`there are ${known} candidates: name those to compare`, {
    hint: say`see them all with: scorecard summary`,
  });
}

/** The key of the candidate that was typed. */
function resolveName(typed: string, known: ReadonlyMap<string, Person>, people: People): string {
  const key = people.keyOf(parsePerson(typed));
  if (key !== undefined && known.has(key)) return key;
  const candidates = [...known.values()];
  const match = findPerson(typed, candidates);
  if (match.type === 'found') return keyOf({ candidate: match.person }, people);
  if (match.type === 'ambiguous') {
    const hint = key === undefined ? say`type the id` : say`type more of the name`;
    throw new ScorecardError(`"${typed}" may be ${listFirst(match.people.map(formatPerson))}`, { hint });
  }
  const names = candidates.map(({ name }) => name);
  // A first name alone is enough to find somebody, so a typo may also be near to one.
  const words = [...names, ...names.flatMap((name) => name.split(/\s+/))];
  throw new ScorecardError(`there is no scorecard of "${typed}"${didYouMean(typed, words)}`, {
    hint: say`candidates: ${clean(listFirst(names))}`,
  });
}

/** The first eight names, and how many more there are. */
function listFirst(names: readonly string[]): string {
  const rest = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return `${names.slice(0, 8).join(', ')}${rest}`;
}

function notComparable(keys: ReadonlySet<string>, groups: readonly SummaryGroup[], people: People): ScorecardError {
  const where = groups.flatMap((group) =>
    panelsOf(group)
      .map((panel) => ({ key: keyOf(panel, people), shown: panel.shown, edition: group.edition }))
      .filter(({ key }) => keys.has(key)),
  );
  const places = where.map(({ shown, edition }) => `${shown}: ${editionInWords(edition)}`).join('; ');
  const rolesOf = (wanted: string) => where.filter(({ key }) => key === wanted).map(({ edition }) => edition.role);
  const [first = [], ...others] = [...keys].map(rolesOf);
  const isOneRole = first.some((role) => others.every((roles) => roles.includes(role)));
  return new ScorecardError(
    isOneRole
      ? `their scores rest on different versions of the rubric, which are not comparable as they stand (${places})`
      : `they were not interviewed for the same role (${places})`,
    isOneRole ? { hint: say`pass --across-versions to score all again with the newest weights` } : {},
  );
}
