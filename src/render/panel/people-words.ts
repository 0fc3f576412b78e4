import type { PanelCard } from '../../core/panel/card.js';
import type { Repeat } from '../../core/panel/counting-cards.js';
import { weighRatings } from '../../core/panel/edition.js';
import type { Who } from '../../core/panel/who.js';
import { type NearPeople, samePair } from '../../core/person/near-names.js';
import { formatPerson } from '../../core/person/parse-person.js';
import type { People, Person } from '../../core/person/person.js';
import { meanOfWeighed } from '../../core/scoring/weighted-sum.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { count } from '../text/text.js';
import { ABSENT, shownScore } from './panel-words.js';

/** More than these are a number. */
const MOST_LINES = 5;

/** Who is who, and whether scores may be told: before the talk they would anchor it. */
export interface RepeatTelling {
  readonly who: Who;
  readonly hasScores: boolean;
}

/** What became of several scorecards of one interviewer, a line for each. */
export function repeatLines(repeats: readonly Repeat[], telling: RepeatTelling): readonly TerminalText[] {
  return cut(
    repeats.map((repeat) => repeatInWords(repeat, telling)),
    (more) => say`and so for ${count(more, 'more interview')}`,
  );
}

function repeatInWords({ type, counting, replaced }: Repeat, { who, hasScores }: RepeatTelling): TerminalText {
  const { candidates, interviewers } = who;
  const [card] = counting.slice(-1);
  if (!card?.interviewer) return say``;
  const by = shown(card.interviewer, interviewers);
  const of = say`${shown(card.candidate, candidates)} (${clean(card.edition.role)})`;
  const number = counting.length + replaced.length;
  const which = number === 2 ? 'later' : 'latest';
  const change = hasScores ? say` (${replaced.map(scoreOf).join(say`, then `)}, now ${scoreOf(card)})` : say``;
  switch (type) {
    case 'amended':
      return say`${by} amended the scorecard of ${of}: the newest of ${number} counts${change}`;
    case 'forked':
      return say`${by} amended one scorecard of ${of} in several ways: the ${which} counts, ${clean(card.source)}${change}`;
    case 'repeated':
      return say`${by} has ${number} scorecards of ${of}: the ${which} counts, ${clean(card.source)}${change}`;
    case 'parts':
      return replaced.length === 0
        ? say`${by} has ${number} scorecards of ${of}, which rate different dimensions: all count`
        : say`${by} has ${number} scorecards of ${of}: where two rate a dimension, the later counts`;
    case 'overlapping':
      return say`${by} has ${number} scorecards of ${of}, of different sessions: where two rate a dimension, the later counts`;
  }
}

function scoreOf({ edition, ratings }: PanelCard): TerminalText {
  const exact = meanOfWeighed(weighRatings(ratings, edition), edition.scale);
  return exact ? shownScore(exact, edition) : ABSENT;
}

/** Names that are nearly one, each with what to type where they are. */
export function nearLines(near: readonly NearPeople[], what: 'candidate' | 'interviewer'): readonly TerminalText[] {
  return cut(
    near.map((pair) => {
      const [one, other] = pair;
      return say`${clean(formatPerson(one))} and ${clean(formatPerson(other))} may be one ${what}; if so: --same ${shellWord(clean(samePair(pair)))}`;
    }),
    (more) => say`and ${count(more, 'more pair')} of ${what}s whose names are nearly alike`,
  );
}

/** Scorecards of people who learn to interview. */
export function shadowsInWords(shadows: readonly PanelCard[]): TerminalText {
  const names = shadows.map(({ interviewer, candidate }) => {
    const by = interviewer === undefined ? 'somebody' : clean(interviewer.name);
    return say`${by} for ${clean(candidate.name)}`;
  });
  const rest = names.length > MOST_LINES ? say` and ${names.length - MOST_LINES} more` : say``;
  return say`${count(shadows.length, 'shadow scorecard')} not counted: ${names.slice(0, MOST_LINES).join(', ')}${rest}`;
}

function shown(person: Person, people: People): TerminalText {
  return clean(people.isShared(person) ? formatPerson(person) : person.name);
}

function cut(lines: readonly TerminalText[], restInWords: (more: number) => TerminalText): readonly TerminalText[] {
  const more = lines.length - MOST_LINES;
  return more > 1 ? [...lines.slice(0, MOST_LINES), restInWords(more)] : lines;
}
