import { afterVote } from '../../core/interview/second-vote.js';
import { currentDimension, currentQuestion, isAtReview, type Session } from '../../core/interview/session.js';
import { listFlags } from '../../core/line/flags.js';
import { numbered, placeName, ratingWords, toVoteOn } from '../../core/line/names.js';
import { plannedMinutes } from '../../core/line/plan.js';
import { sessionTitle } from '../../core/line/result-words.js';
import { neighbour, type Stop } from '../../core/line/walk.js';
import { anchorOf, anchorsOf } from '../../core/rubric/anchors.js';
import { probesOf } from '../../core/rubric/core-questions.js';
import { borderInWords, parseBorder } from '../../core/rubric/rating-key.js';
import type { Dimension, RedFlag } from '../../core/rubric/rubric.js';
import type { Rating, Scale } from '../../core/rubric/scale.js';
import type { Evaluation } from '../../core/scoring/evaluate.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { plainHelpLines } from '../help/lines.js';
import { count, hang, wrap } from '../text/text.js';
import { capitalised } from '../text/words.js';
import { outcomeText, reviewText } from './plain-review.js';
import { inPlainWords, type Paragraph, tellRating } from './plain-words.js';

/**
 * What the plain prompts say: no redraw, no glyphs, important words first, so that a screen reader and a log read well.
 * Each function gives whole lines, each with its line break.
 */
export function createPlainTexts(width: number) {
  const paragraph = (first: TerminalText, text: string) => lines(hang(first, clean(text), width));
  return {
    opening: (session: Session, isResumed: boolean) => rewrap(opening(session, isResumed), width),
    arrival: (session: Session, isNew: boolean) =>
      isAtReview(session) ? reviewText(session, paragraph) : dimensionText(session, isNew, paragraph),
    prompt: promptText,
    message: (message: string) => paragraph(say``, inPlainWords(message)),
    rated: (session: Session, rated: PlainRating) => ratedText(session, rated, paragraph),
    anchors: (session: Session, rating?: number) => anchorsText(session, rating, paragraph),
    questions: (session: Session) => questionsText(session, paragraph),
    flags: (session: Session) => flagsText(session, paragraph),
    help: () => lines(plainHelpLines(width)),
    outcome: (session: Session, evaluation: Evaluation) => rewrap(outcomeText(session, evaluation), width),
  };
}

/** A rating that was just given. */
interface PlainRating {
  /** Position of the dimension. */
  readonly position: number;
  readonly rating: number;
  /** What it was before. */
  readonly was: Rating | undefined;
}

/** The text in whole lines, each wrapped between its words. */
function rewrap(text: TerminalText, width: number): TerminalText {
  return text
    .split('\n')
    .map((line) => wrap(line, width).join('\n'))
    .join('\n');
}

function lines(all: readonly TerminalText[]): TerminalText {
  return all.map((line) => say`${line}\n`).join('');
}

function opening(session: Session, isResumed: boolean): TerminalText {
  const { open, content } = session;
  const { title, dimensions } = open.rubric;
  const minutes = plannedMinutes({ open });
  const plan = minutes === undefined ? say`` : say`, ${minutes} minutes planned`;
  const decided = content.dimensions.filter(({ rating }) => rating !== undefined).length;
  const resumed = isResumed ? say`Resumed: ${decided} of ${count(dimensions.length, 'dimension')} decided.\n` : say``;
  const parts = [open.variant, sessionTitle(open)].filter((part) => part !== undefined);
  const again = toVoteOn(session);
  const variant = parts.length > 0 ? say` (${clean(parts.join(', '))})` : say``;
  return [
    say`${open.amends ? 'Amendment' : 'Interview'}: ${clean(open.candidate.name)}, for ${clean(title)}${variant}. Interviewer: ${clean(open.interviewer.name)}.\n`,
    say`${count(dimensions.length, 'dimension')}${plan}. Words are a note, a number alone rates, /next goes on, /help tells the rest. Every line is saved as you give it.\n${resumed}`,
    ...(again === undefined
      ? []
      : [say`${capitalised(clean(again))}. There a number rates and goes on to the next, Enter keeps the rating.\n`]),
  ].join('');
}

/** The question comes last too, so that it still stands there when the prompt comes. */
function dimensionText(session: Session, isNew: boolean, paragraph: Paragraph): TerminalText {
  const dimension = currentDimension(session);
  const { scale } = session.open.rubric;
  if (!dimension) return say``;
  const at = currentQuestion(session);
  const question = dimension.questions[at];
  const bar = dimension.anchors[String(scale.bar)];
  const ask = question ? paragraph(say`Ask: `, question.ask) : say``;
  if (!isNew) return ask;
  return [
    say`\n${paragraph(say``, headingOf(session, dimension))}`,
    ask,
    ...(question ? probesOf(question).map((probe) => paragraph(say`Probe: `, probe)) : []),
    bar ? paragraph(say`The bar, ${scale.bar}: `, bar.text) : say``,
    ...stateText(session, paragraph),
    ask,
  ].join('');
}

function headingOf({ open: { rubric }, content }: Session, dimension: Dimension): string {
  const minutes = dimension.minutes === undefined ? '' : `, ${dimension.minutes} minutes`;
  const weight = dimension.weight === undefined ? '' : `, weight ${dimension.weight} percent`;
  const optional = dimension.optional ? ', optional (/na: does not apply)' : '';
  return `Dimension ${content.cursor + 1} of ${rubric.dimensions.length}: ${dimension.name}${weight}${minutes}${optional}.`;
}

/** What the dimension at hand got so far. */
function stateText({ open, content }: Session, paragraph: Paragraph): readonly TerminalText[] {
  const state = content.dimensions[content.cursor];
  if (!state) return [];
  const notes = state.notes.map(({ text }) => paragraph(say`Note: `, text));
  return state.rating === undefined
    ? notes
    : [...notes, say`Rated so far: ${tellRating(state, open.rubric.scale.labels)}.\n`];
}

/** Important words first: the rating, its anchor, then where `/next` leads. */
function ratedText(session: Session, { position, rating, was }: PlainRating, paragraph: Paragraph): TerminalText {
  const { rubric } = session.open;
  const dimension = rubric.dimensions[position];
  const anchor = dimension && anchorOf(rating, dimension, rubric.scale);
  const isHere = position === session.content.cursor;
  const before = was === undefined || was === rating ? '' : `, was ${ratingWords(was)}`;
  const where = isHere ? '' : `, on ${numbered(rubric, position)}`;
  const first = `rated ${rating}${labelOf(rubric.scale, rating)}${before}${where}`;
  // What is voted on again goes on by itself.
  const next = isHere && afterVote(session) === undefined ? neighbour(session, 'next') : undefined;
  return [
    paragraph(say``, anchor ? `${first}: ${anchor.text}` : `${first}.`),
    next ? paragraph(say`/next: `, stopInWords(next, session)) : say``,
  ].join('');
}

function stopInWords({ dimension, question }: Stop, { open, content }: Session): string {
  return dimension === content.cursor ? `question ${question + 1}` : numbered(open.rubric, dimension);
}

function anchorsText(session: Session, only: number | undefined, paragraph: Paragraph): TerminalText {
  const dimension = currentDimension(session);
  if (!dimension) return say``;
  const { scale } = session.open.rubric;
  const one = only === undefined ? undefined : anchorOf(only, dimension, scale);
  const shown = only === undefined ? anchorsOf(dimension, scale) : one ? [one] : [];
  const anchors = shown.map(({ rating, text }) => paragraph(say`${rating}${labelOf(scale, rating)}: `, text));
  const borders = Object.entries(dimension.borders)
    .filter(([border]) => only === undefined || isBeside(only, border))
    .map(([border, test]) => paragraph(say`Between ${clean(borderInWords(border, 'and'))}: `, test));
  return [...anchors, ...borders].join('');
}

/** Whether a border is one of the rating's own, or around it. */
function isBeside(rating: number, key: string): boolean {
  const border = parseBorder(key);
  return border !== undefined && border.low <= rating && rating <= border.high;
}

function labelOf(scale: Scale, rating: number): TerminalText {
  const label = scale.labels[String(rating)];
  return label === undefined ? say`` : say`, ${clean(label.toLowerCase())}`;
}

function promptText(session: Session): TerminalText {
  if (isAtReview(session)) {
    return session.content.verdict === undefined ? say`Review, your verdict: ` : say`Review, /submit seals: `;
  }
  const { length } = currentDimension(session)?.questions ?? [];
  if (afterVote(session) !== undefined) return say`${clean(placeName(session))}, Enter keeps ${ratingHere(session)}: `;
  const question = length === 0 ? say`` : say`, question ${currentQuestion(session) + 1} of ${length}`;
  return say`${clean(placeName(session))}${question}: `;
}

/** What stands for the dimension at hand. */
function ratingHere({ content }: Session): TerminalText {
  const { rating } = content.dimensions[content.cursor] ?? {};
  return rating === undefined ? say`it open` : say`${clean(ratingWords(rating))}`;
}

function questionsText(session: Session, paragraph: Paragraph): TerminalText {
  const asked = session.content.dimensions[session.content.cursor]?.asked ?? [];
  return (currentDimension(session)?.questions ?? [])
    .flatMap((question, at) => [
      paragraph(say`Question ${at + 1}${asked.includes(at) ? say` (asked)` : say``}: `, question.ask),
      ...question.listenFor.map((item) => paragraph(say`  Listen for: `, item)),
      ...question.followUps.map((item) => paragraph(say`  Follow up: `, item)),
    ])
    .join('');
}

function flagsText(session: Session, paragraph: Paragraph): TerminalText {
  const { open, content } = session;
  const list = listFlags(open.rubric, currentDimension(session)?.id).map(({ number, flag }) => {
    const isSeen = content.flags.some(({ id }) => id === flag.id);
    const mark = isSeen ? say` (observed)` : say``;
    return say`${paragraph(say`Flag ${number}, ${flag.severity}${mark}: `, flag.flag)}${flagDetails(flag, paragraph)}`;
  });
  return list.join('');
}

function flagDetails(flag: RedFlag, paragraph: Paragraph): TerminalText {
  return flag.probe === undefined ? say`` : paragraph(say`  Ask first: `, flag.probe);
}
