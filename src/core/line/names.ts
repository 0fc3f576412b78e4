import type { Content } from '../interview/content.js';
import { votesAgain } from '../interview/second-vote.js';
import type { Session } from '../interview/session.js';
import { currentDimension } from '../interview/session.js';
import type { Dimension, Rubric } from '../rubric/rubric.js';
import { isRated, type Rating } from '../rubric/scale.js';
import { shorten } from '../text/wording.js';

/** A dimension in one word or two: its id, spelt as its name spells it where it can be. */
export function shortName({ id, name }: Pick<Dimension, 'id' | 'name'>): string {
  const words = id.replaceAll('-', ' ');
  const from = name.toLowerCase().indexOf(words);
  const spelt = from < 0 ? words : name.slice(from, from + words.length);
  return spelt.charAt(0).toUpperCase() + spelt.slice(1);
}

/** A dimension with its number on the screen: `3 Operations`. */
export function numbered({ dimensions }: Pick<Rubric, 'dimensions'>, position: number): string {
  const dimension = dimensions[position];
  return dimension ? `${position + 1} ${shortName(dimension)}` : 'the whole';
}

/** What is to be voted on again after the debrief: `to vote on again: 3 Operations, 5 FinOps`; nothing else is shown. */
export function toVoteOn(session: Session): string | undefined {
  const votes = votesAgain(session).map((position) => numbered(session.open.rubric, position));
  return votes.length === 0 ? undefined : `to vote on again: ${votes.join(', ')}`;
}

/** Where the words of a line go: the dimension at hand with its number, or the interview as a whole. */
export function placeName({ open, content }: Session): string {
  return numbered(open.rubric, content.cursor);
}

export function positionIn({ dimensions }: Pick<Rubric, 'dimensions'>, id: string | undefined): number {
  return dimensions.findIndex((dimension) => dimension.id === id);
}

/** The notes of a dimension, or those on the interview as a whole. */
export function notesAt(content: Content, position: number | undefined): Content['notes'] {
  return position === undefined ? content.notes : (content.dimensions[position]?.notes ?? []);
}

/** The notes of where the interview stands. */
export function notesHere(session: Session): Content['notes'] {
  return notesAt(session.content, currentDimension(session) ? session.content.cursor : undefined);
}

export function quoted(text: string): string {
  return `“${shorten(text.replace(/\s+/g, ' '))}”`;
}

/** A rating of any kind as a message says it. */
export function ratingWords(rating: Rating | undefined): string {
  if (rating === undefined) return 'open';
  if (isRated(rating)) return String(rating);
  return rating === 'not-assessed' ? 'not assessed' : 'not applicable';
}
