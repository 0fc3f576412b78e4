import type { Panel } from '../../core/panel/panel.js';
import type { SummaryGroup } from '../../core/panel/summary.js';
import type { People } from '../../core/person/person.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { editionInWords } from '../../render/panel/panel-words.js';
import { choosePerson } from '../shared/choose-person.js';

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
  { hidesSome }: { readonly hidesSome: boolean },
): readonly Choice[] {
  const yet = hidesSome ? ' that may be seen yet' : '';
  const known = new Map(groups.flatMap(panelsOf).map((panel) => [keyOf(panel, people), panel.candidate]));
  const otherwise = say`name files or folders, or pass --store DIR; see: scorecard compare --help`;
  if (known.size === 0) throw new ScorecardError(`there is no scorecard${yet || ' to compare'}`, { hint: otherwise });
  if (names.length === 0) return everybody(groups, known.size);
  const candidates = [...known.values()];
  const keys = new Set(
    names.map((name) => {
      const nothing = `there is no scorecard of "${name}"${yet}`;
      return keyOf({ candidate: choosePerson(name, candidates, { people, nothing, otherwise }) }, people);
    }),
  );
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
