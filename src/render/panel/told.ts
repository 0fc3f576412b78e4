import { verdictsStrongestFirst } from '../../core/panel/member.js';
import type { Panel } from '../../core/panel/panel.js';
import { type PooledFlag, stopsFirst } from '../../core/panel/panel-flags.js';
import type { Ranked } from '../../core/panel/ranking.js';
import { isRated } from '../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { asPhrase } from '../../core/text/wording.js';
import { inWords } from '../text/words.js';
import { interviewerInWords } from './panel-words.js';

/** What interviewers said of several candidates, under one heading. */
export interface ToldPart {
  readonly title: TerminalText;
  readonly candidates: readonly ToldCandidate[];
}

export interface ToldCandidate {
  readonly candidate: TerminalText;
  readonly lines: readonly TerminalText[];
}

/** Red flags and verdicts, each with who, what and why; a heading without a line is left out. */
export function judgementsTold(panels: readonly Panel[]): readonly ToldPart[] {
  return [told(say`Red flags`, panels, flagLines), told(say`Verdicts`, panels, verdictLines)].filter(isSaid);
}

/** More candidates than these are looked through for their scores: what was said of each would be a book. */
const MOST_TOLD = 12;

/** The same of the candidates of a summary, as long as they are few. */
export function judgementsOf(ranked: readonly Pick<Ranked, 'panel'>[]): readonly ToldPart[] {
  return ranked.length > MOST_TOLD ? [] : judgementsTold(ranked.map(({ panel }) => panel));
}

/** Who rated what, where that is not the same for all. */
export function coverageTold(panels: readonly Panel[]): readonly ToldPart[] {
  const isWhole = panels.every(({ members }) => members.every(({ ratings }) => ratings.every(isRated)));
  return isWhole ? [] : [told(say`Who rated what`, panels, coverageLines)].filter(isSaid);
}

function told(
  title: TerminalText,
  panels: readonly Panel[],
  linesOf: (panel: Panel) => readonly TerminalText[],
): ToldPart {
  const candidates = panels.map((panel) => ({ candidate: clean(panel.shown), lines: linesOf(panel) }));
  return { title, candidates: candidates.filter(({ lines }) => lines.length > 0) };
}

function isSaid({ candidates }: ToldPart): boolean {
  return candidates.length > 0;
}

/** Those that stop first: which, who saw it, and what. */
function flagLines({ flags }: Panel): readonly TerminalText[] {
  return stopsFirst(flags).map(({ severity, flag, seen }) => {
    const by = seen.map(sightingInWords).join('; ');
    return say`${severity}: ${clean(asPhrase(flag))}. Seen by ${by}`;
  });
}

function sightingInWords({ shown, evidence }: PooledFlag['seen'][number]): TerminalText {
  return say`${interviewerInWords(shown)}: ${evidence === undefined ? 'nothing was noted' : clean(asPhrase(evidence))}`;
}

/** The strongest objection first, each strength apart. */
function verdictLines({ members }: Panel): readonly TerminalText[] {
  return verdictsStrongestFirst(members).flatMap(({ member, verdict }) => {
    if (!verdict) return [];
    const session = verdict.session === undefined ? say`` : say` (${clean(verdict.session)})`;
    const why = verdict.reason === undefined ? say`` : say`: ${clean(verdict.reason)}`;
    return [say`${inWords(verdict.is)}, ${interviewerInWords(members[member]?.shown)}${session}${why}`];
  });
}

/** What was in none of an interviewer's sessions is no gap of theirs. */
function coverageLines({ members, edition }: Panel): readonly TerminalText[] {
  return members.map(({ shown, ratings }) => {
    const held = ratings.flatMap((rating, at) => (rating === 'not-held' ? [] : [{ rating, at }]));
    const rated = held.filter(({ rating }) => isRated(rating));
    const without = held.flatMap(({ rating, at }) =>
      isRated(rating) ? [] : [say`${clean(edition.dimensions[at]?.name ?? '')} (${inWords(rating)})`],
    );
    const gaps = without.length === 0 ? say`` : say`; without ${without.join(', ')}`;
    return say`${interviewerInWords(shown)}: ${rated.length} of ${held.length}${held.length < ratings.length ? heldInWords(held, edition) : say``}${gaps}`;
  });
}

function heldInWords(held: readonly { readonly at: number }[], { dimensions }: Panel['edition']): TerminalText {
  return say` (${held.map(({ at }) => clean(dimensions[at]?.name ?? '')).join(', ')})`;
}
