import type { VerdictChange } from '../../core/meeting/changes.js';
import type { Meeting } from '../../core/meeting/meeting.js';
import type { MemberRating, RatingRow } from '../../core/meeting/rating-rows.js';
import type { Topic } from '../../core/meeting/topics.js';
import type { MemberVerdict, PanelMember } from '../../core/panel/member.js';
import type { PooledFlag } from '../../core/panel/panel-flags.js';
import { isRated } from '../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { count, padEnd } from '../text/text.js';
import { inWords, weightInWords } from '../text/words.js';

/** An interviewer as the meeting calls them; a table may name none. */
export function shownName(shown: string | undefined): string {
  return shown ?? 'no name';
}

/** The interviewer at a place of the panel. */
export function memberName({ panel: { members } }: Pick<Meeting, 'panel'>, at: number): string {
  return shownName(members[at]?.shown);
}

/** `before the talk`, `after the talk, 2026-11-25`. */
export function stateInWords({ isAfterTalk, talkedOn }: Meeting): string {
  if (!isAfterTalk) return 'before the talk';
  return `after the talk${talkedOn === undefined ? '' : `, ${talkedOn}`}`;
}

/** `10% × 3 apart = 30`. */
export function productInWords({ row, weight, range, product }: Topic): TerminalText {
  const points = say`${range} apart`;
  return row.dimension.weight === undefined ? points : say`${weightInWords(weight)} × ${points} = ${product}`;
}

/** `Stop flag, seen by A. Novak: …`. */
export function flagInWords({ flag, severity, seen }: PooledFlag): { readonly head: string; readonly text: string } {
  const who = seen.map(({ shown }) => shownName(shown)).join(', ');
  return { head: `${severity === 'stop' ? 'Stop flag' : 'Concern'}, seen by ${who}`, text: flag };
}

/** Who gave a verdict, with the session that it is on: `A. Novak (leadership)`. */
export function verdictBy(meeting: Meeting, { member, verdict }: MemberVerdict): string {
  const session = verdict?.session;
  return `${memberName(meeting, member)}${session === undefined ? '' : ` (${session})`}`;
}

/** `verdict yes → no`, `verdict on leadership yes → no`. */
export function verdictChangeInWords({ session, from, to }: VerdictChange): TerminalText {
  const on = session === undefined ? say`` : say` on ${clean(session)}`;
  return say`verdict${on} ${inWords(from ?? 'none')} → ${inWords(to ?? 'none')}`;
}

/** A rating, or why there is none: `4`, `not assessed: left to the technical session`. */
export function givenInWords({ rating, reason }: MemberRating): string {
  if (isRated(rating)) return String(rating);
  return reason === undefined ? inWords(rating) : `${inWords(rating)}: ${reason}`;
}

/**
 * What stands for each interviewer on the scale of a terminal: the letter of the label that they go by, for all others
 * the next that is free.
 */
export function lettersOf(members: readonly Pick<PanelMember, 'letter'>[]): readonly TerminalText[] {
  const ofLabels = new Set(members.map(({ letter }) => letter));
  let at = 0;
  return members.map(({ letter }) => {
    if (letter !== undefined) return clean(letter);
    while (ofLabels.has(letterOf(at))) at += 1;
    at += 1;
    return letterOf(at - 1);
  });
}

/** The letter of the interviewer at a place, where nobody goes by a label. */
export function letterOf(at: number): TerminalText {
  return clean(String.fromCodePoint((at < 26 ? 65 : 97 - 26) + at));
}

/**
 * Who stands where, a line for each dimension: `C  .  |  AB .`. A slot for each whole rating, as wide in all of them;
 * the bar as `|` where nobody stands on it.
 */
export function strips({ rows, panel: { edition, members } }: Meeting): readonly TerminalText[] {
  const { min, max } = edition.scale;
  const whole = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const letters = lettersOf(members);
  const slots = rows.map((row) => whole.map((rating) => standing(row, rating, letters)));
  const widths = whole.map((_rating, at) => Math.max(1, ...slots.map((row) => row[at]?.length ?? 0)));
  return slots.map((row) =>
    row
      .map((here, at) => {
        const sign = here === '' ? (whole[at] === edition.bar ? say`|` : say`.`) : here;
        return padEnd(sign, widths[at] ?? 1);
      })
      .join(' ')
      .trimEnd(),
  );
}

/** The letters of those who gave this rating, or the half above it. */
function standing({ ratings }: RatingRow, whole: number, letters: readonly TerminalText[]): TerminalText {
  return letters
    .filter((_letter, member) => {
      const rating = ratings[member]?.rating ?? 'not-held';
      return isRated(rating) && Math.floor(rating) === whole;
    })
    .join('');
}

/** How many ratings and verdicts are others since the talk: `2 of 32 ratings changed, and 1 verdict`. */
export function changedInWords({ changes, comparable }: Meeting): TerminalText {
  const { ratings, verdicts } = countChanges(changes);
  if (changes.length === 0) return say`Nothing was changed after the talk`;
  const more = verdicts === 0 ? say`` : say`, and ${count(verdicts, 'verdict')}`;
  return say`${ratings} of ${count(comparable, 'rating')} changed${more}`;
}

export function countChanges(changes: Meeting['changes']): { readonly ratings: number; readonly verdicts: number } {
  return {
    ratings: changes.reduce((sum, change) => sum + change.ratings.length, 0),
    verdicts: changes.reduce((sum, change) => sum + change.verdicts.length, 0),
  };
}

/** Whose first scorecard came after the talk; empty where nobody's did. */
export function latecomersInWords(meeting: Meeting): string {
  const names = meeting.latecomers.map((at) => memberName(meeting, at));
  if (names.length === 0) return '';
  return `The first scorecard of ${names.join(', ')} came after the talk: there is no rating from before it to compare with.`;
}
