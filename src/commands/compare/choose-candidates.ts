import type { SummaryGroup } from '../../core/panel/summary.js';
import { findCandidate, nameKey } from '../../core/person/name.js';
import { clean, say } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import { editionInWords } from '../../render/panel/panel-words.js';

export interface Choice {
  readonly group: SummaryGroup;
  /** The names of the candidates, as the group's panels spell them. */
  readonly candidates: ReadonlySet<string>;
}

/** More candidates than this are not a comparison any more: a summary shows so many. */
const MOST_UNNAMED = 12;

/**
 * The groups in which all the candidates named can be compared; without names, all candidates of each group.
 *
 * @throws ScorecardError when a name is unknown or ambiguous, or when no edition of a rubric has them all
 */
export function chooseCandidates(names: readonly string[], groups: readonly SummaryGroup[]): readonly Choice[] {
  const known = [...new Map(groups.flatMap(candidatesOf).map((name) => [nameKey(name), name])).values()];
  if (known.length === 0) {
    throw new ScorecardError('there is no scorecard to compare', {
      hint: say`name files or folders, or pass --store DIR; see: scorecard compare --help`,
    });
  }
  if (names.length === 0) return everybody(groups, known);
  const keys = [...new Set(names.map((name) => nameKey(resolveName(name, known))))];
  const choices = groups.flatMap((group): Choice[] => {
    const candidates = candidatesOf(group).filter((candidate) => keys.includes(nameKey(candidate)));
    return candidates.length === keys.length ? [{ group, candidates: new Set(candidates) }] : [];
  });
  if (choices.length === 0) throw notComparable(keys, groups);
  return choices;
}

function candidatesOf({ ranked }: SummaryGroup): readonly string[] {
  return ranked.map(({ panel }) => panel.candidate);
}

function everybody(groups: readonly SummaryGroup[], known: readonly string[]): readonly Choice[] {
  if (groups.every(({ ranked }) => ranked.length <= MOST_UNNAMED)) {
    return groups.map((group) => ({ group, candidates: new Set(candidatesOf(group)) }));
  }
  throw new ScorecardError(`there are ${known.length} candidates: name those to compare`, {
    hint: say`see them all with: scorecard summary`,
  });
}

function resolveName(typed: string, known: readonly string[]): string {
  const match = findCandidate(typed, known);
  if (match.type === 'found') return match.candidate;
  if (match.type === 'ambiguous') {
    throw new ScorecardError(`"${typed}" may be ${listFirst(match.candidates)}`, { hint: say`type more of the name` });
  }
  // A first name alone is enough to find somebody, so a typo may also be near to one.
  const names = [...known, ...known.flatMap((name) => name.split(/\s+/))];
  throw new ScorecardError(`there is no scorecard of "${typed}"${didYouMean(typed, names)}`, {
    hint: say`candidates: ${clean(listFirst(known))}`,
  });
}

/** The first eight names, and how many more there are. */
function listFirst(names: readonly string[]): string {
  const rest = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return `${names.slice(0, 8).join(', ')}${rest}`;
}

function notComparable(keys: readonly string[], groups: readonly SummaryGroup[]): ScorecardError {
  const where = groups.flatMap((group) =>
    candidatesOf(group)
      .filter((candidate) => keys.includes(nameKey(candidate)))
      .map((candidate) => ({ candidate, edition: group.edition })),
  );
  const places = where.map(({ candidate, edition }) => `${candidate}: ${editionInWords(edition)}`).join('; ');
  const rolesOf = (key: string) =>
    where.filter(({ candidate }) => nameKey(candidate) === key).map(({ edition }) => edition.role);
  const [first = [], ...others] = keys.map(rolesOf);
  const isOneRole = first.some((role) => others.every((roles) => roles.includes(role)));
  return new ScorecardError(
    isOneRole
      ? `their scores rest on different versions of the rubric, which are not comparable as they stand (${places})`
      : `they were not interviewed for the same role (${places})`,
    isOneRole ? { hint: say`pass --across-versions to score all again with the newest weights` } : {},
  );
}
