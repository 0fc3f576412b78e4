import type { SessionChange } from '../interview/event.js';
import { currentDimension, currentQuestion, type Session } from '../interview/session.js';
import type { Rating } from '../rubric/scale.js';
import { numbered, placeName, ratingWords } from './names.js';
import { did, type LineResult, type LineState } from './view.js';
import { tabHint } from './walk.js';

interface NewRating {
  readonly rating: Rating;
  readonly reason?: string;
}

/** A number alone: the rating of the dimension at hand, or of another. */
export function rate(state: LineState, position: number, { rating }: { readonly rating: number }): LineResult {
  const { session } = state;
  const { open, content } = session;
  const isHere = position === content.cursor;
  const was = content.dimensions[position]?.rating;
  const again = was === undefined || was === rating ? '' : ` (was ${ratingWords(was)})`;
  const change = ratingChange(session, position, { rating });
  const hint = isHere ? tabHint(session) : '';
  return did(state, `rated ${rating}${again}: ${numbered(open.rubric, position)}${hint}`, {
    changes: change,
    view: { isJustRated: isHere },
  });
}

function ratingChange(session: Session, position: number, { rating, reason }: NewRating): readonly SessionChange[] {
  const { open, content } = session;
  const dimension = open.rubric.dimensions[position]?.id;
  if (dimension === undefined) return [];
  // A rating says that the question was asked; leaving the dimension out does not.
  const question = typeof rating === 'number' && position === content.cursor ? questionHere(session) : undefined;
  const asked = question === undefined ? {} : { question };
  return [{ type: 'rate', dimension, rating, ...(reason ? { reason } : {}), ...asked, stays: true }];
}

/** `/skip` and `/na`: the dimension at hand gets no rating. */
export function leaveOut(state: LineState, rating: 'not-assessed' | 'not-applicable', reason = ''): LineResult {
  const { content } = state.session;
  const was = content.dimensions[content.cursor]?.rating;
  const replaced = typeof was === 'number' ? ` (replaces your ${was}; /undo)` : '';
  const what = rating === 'not-assessed' ? 'not assessed' : 'does not apply';
  return did(state, `${what}: ${placeName(state.session)}${replaced}`, {
    changes: ratingChange(state.session, content.cursor, { rating, reason }),
  });
}

/** The question at hand, where the dimension has any. */
export function questionHere(session: Session): number | undefined {
  const at = currentQuestion(session);
  return currentDimension(session)?.questions[at] ? at : undefined;
}
