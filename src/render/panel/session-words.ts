import type { PanelSession } from '../../core/panel/joining/panel-sessions.js';
import type { Panel } from '../../core/panel/panel.js';
import type { Ranked } from '../../core/panel/ranking.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { count } from '../text/text.js';

/** More than these are a number. */
const MOST_LINES = 8;

type OfPanel = Pick<Panel, 'sessions'>;

/** `2 of 3`; how many of the plan's are in. The bare number where nobody knows the plan; empty without sessions. */
export function sessionsInShort({ sessions }: OfPanel): TerminalText {
  if (sessions.length === 0) return say``;
  const { inside, planned } = counted(sessions);
  return planned === undefined ? say`${inside}` : say`${inside} of ${planned}`;
}

/** `2 of 3 sessions in: leadership is missing`, `3 of 3 sessions in`; empty without sessions. */
export function sessionsInWords({ sessions }: OfPanel): TerminalText {
  if (sessions.length === 0) return say``;
  const { inside, planned } = counted(sessions);
  if (planned === undefined) return say`${count(inside, 'session')} in: no rubric here tells of how many`;
  const missing = sessions.filter(({ isIn }) => !isIn).map(({ id }) => clean(id));
  const told = say`${inside} of ${count(planned, 'session')} in`;
  if (missing.length === 0) return told;
  return say`${told}: ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`;
}

/** For each candidate of whom sessions are missing, or may be, which; a line each. */
export function missingSessions(ranked: readonly Pick<Ranked, 'panel'>[]): readonly TerminalText[] {
  const lines = ranked.flatMap(({ panel }) => {
    const isAllIn = panel.sessions.every(({ isIn, isPlanned }) => isIn && isPlanned !== undefined);
    return isAllIn ? [] : [say`${clean(panel.shown)}, ${sessionsInWords(panel)}.`];
  });
  const more = lines.length - MOST_LINES;
  return more > 1 ? [...lines.slice(0, MOST_LINES), say`and so for ${more} more candidates.`] : lines;
}

function counted(sessions: readonly PanelSession[]): { inside: number; planned: number | undefined } {
  const isPlanKnown = sessions.every(({ isPlanned }) => isPlanned !== undefined);
  const own = sessions.filter(({ isPlanned }) => isPlanned !== false);
  return { inside: own.filter(({ isIn }) => isIn).length, planned: isPlanKnown ? own.length : undefined };
}

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly TerminalText[]): TerminalText {
  const [last = say``, ...others] = words.toReversed();
  return others.length === 0 ? last : say`${others.toReversed().join(', ')} and ${last}`;
}

/** The heads of `sessionCells` in CSV. */
export const SESSION_HEADS = ['sessionsIn', 'sessionsMissing'] as const;

/** The ids of a candidate's sessions: those that are in, and those that are missing. */
export function sessionCells({ sessions }: OfPanel): readonly [string, string] {
  const ids = (isIn: boolean) =>
    sessions
      .filter((session) => session.isIn === isIn)
      .map(({ id }) => id)
      .join(', ');
  return [ids(true), ids(false)];
}
