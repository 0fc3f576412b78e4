import { afterVote } from '../interview/second-vote.js';
import { currentQuestion, isAtReview, type Session } from '../interview/session.js';
import { corePositions, nextQuestion } from '../rubric/core-questions.js';
import { numbered } from './names.js';
import { did, kept, type LineResult, type LineState } from './view.js';

/** A question that Tab stops at. */
export interface Stop {
  readonly dimension: number;
  readonly question: number;
}

/** The core questions of the interview, in their order, without those of dimensions that are not assessed. */
export function stopsOf({ open, content }: Session): readonly Stop[] {
  return open.rubric.dimensions.flatMap((dimension, at) => {
    const { rating } = content.dimensions[at] ?? {};
    if (rating === 'not-assessed' || rating === 'not-applicable') return [];
    const positions = corePositions(dimension);
    return (positions.length > 0 ? positions : [0]).map((question) => ({ dimension: at, question }));
  });
}

/** The stop after where the interview stands, or before it. */
export function neighbour(session: Session, step: 'next' | 'previous'): Stop | undefined {
  const here = { dimension: session.content.cursor, question: currentQuestion(session) };
  const isAfter = (stop: Stop) =>
    stop.dimension > here.dimension || (stop.dimension === here.dimension && stop.question > here.question);
  const isHere = (stop: Stop) => stop.dimension === here.dimension && stop.question === here.question;
  const stops = stopsOf(session);
  if (step === 'next') return stops.find(isAfter);
  return stops.findLast((stop) => !isAfter(stop) && !isHere(stop));
}

/** Goes to the next core question, or the one before. It never goes round. */
export function walk(state: LineState, step: 'next' | 'previous'): LineResult {
  const { session } = state;
  const to = neighbour(session, step);
  if (!to) return did(state, step === 'next' ? endOfQuestions(session) : 'the first question');
  return goTo(state, to.dimension, to.question);
}

/** Goes to a question; without one, to the dimension's first that was not asked. */
export function goTo(state: LineState, position: number, question?: number): LineResult {
  const { open, content } = state.session;
  const dimension = open.rubric.dimensions[position];
  if (!dimension) return did(state, undefined);
  const { questions } = dimension;
  const at = question ?? nextQuestion(questions, content.dimensions[position]?.asked ?? []);
  const hasMoved = position !== content.cursor;
  const message = hasMoved || question === undefined ? numbered(open.rubric, position) : `Q${at + 1}`;
  return moved(state, { to: position, ...(questions[at] ? { question: at } : {}) }, `now ${message}`);
}

/** Where somebody is: the message says nothing that others must not see. */
export function moved(
  state: LineState,
  where: { readonly to: number; readonly question?: number },
  message: string | undefined,
): LineResult {
  const { view } = did(state, message);
  return { changes: [{ type: 'go', ...where }], line: '', view: { ...view, scroll: 0 } };
}

/** What Tab would show, behind a rating; empty where it shows nothing more. After a debrief, what to vote on next. */
export function tabHint(session: Session): string {
  const vote = afterVote(session);
  if (vote !== undefined)
    return isReview(vote, session) ? ' · next: /review' : ` · next: /${numbered(session.open.rubric, vote)}`;
  const to = neighbour(session, 'next');
  if (!to) return '';
  const name =
    to.dimension === session.content.cursor ? `Q${to.question + 1}` : numbered(session.open.rubric, to.dimension);
  return ` · Tab: ${name}`;
}

function isReview(position: number, { open }: Session): boolean {
  return position >= open.rubric.dimensions.length;
}

/** What is still to do, where Tab leads no further. */
function endOfQuestions(session: Session): string {
  const { dimensions } = session.content;
  const notAsked = stopsOf(session)
    .filter(({ dimension, question }) => !dimensions[dimension]?.asked.includes(question))
    .filter(({ dimension }) => (session.open.rubric.dimensions[dimension]?.questions.length ?? 0) > 0)
    .map(({ dimension, question }) => `${dimension + 1} Q${question + 1}`);
  const toRate = dimensions.flatMap(({ rating }, at) => (rating === undefined ? [at + 1] : []));
  return [
    isAtReview(session) ? 'the review comes last' : 'the last question',
    ...(notAsked.length > 0 ? [`not asked: ${notAsked.join(', ')}`] : []),
    ...(toRate.length > 0 ? [`to rate: ${toRate.join(', ')}`] : []),
    isAtReview(session) ? '/1 goes to the first' : '/review',
  ].join(' · ');
}

/** A command that is about one dimension, where there is none. */
export function whichDimension(state: LineState, line: string): LineResult {
  const { length } = state.session.open.rubric.dimensions;
  return kept(state, line, `which dimension? ${length > 1 ? `/1 to /${length}` : '/1'} goes there`);
}
