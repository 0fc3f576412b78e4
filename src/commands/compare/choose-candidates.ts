import type { Panel } from '../../core/panel/panel.js';
import type { SummaryGroup } from '../../core/panel/summary.js';
import type { People } from '../../core/person/person.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { editionInWords } from '../../render/panel/panel-words.js';
import { chooseNamed } from '../shared/found/choose-named.js';
import type { Gathered } from '../shared/gather-cards.js';

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
  { hidden, people: { who } }: Pick<Gathered, 'hidden' | 'people'>,
): readonly Choice[] {
  const people = who.candidates;
  const panels = groups.flatMap(panelsOf);
  const known = new Set(panels.map((panel) => keyOf(panel, people)));
  if (names.length === 0) return everybody(groups, known.size);
  const meant = chooseNamed(names, { cards: panels, hidden, people });
  const keys = new Set(meant.map((candidate) => keyOf({ candidate }, people)));
  const choices = groups.flatMap((group): Choice[] => {
    const chosen = panelsOf(group).filter((panel) => keys.has(keyOf(panel, people)));
    return chosen.length === keys.size ? [{ group, panels: chosen }] : [];
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
