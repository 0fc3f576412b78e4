import { evaluateSession } from '../interview/build-scorecard.js';
import { type Note, reasonsOf } from '../interview/content.js';
import { currentDimension, currentQuestion, isAtReview, type Session } from '../interview/session.js';
import { contextOf } from '../line/accept-line.js';
import { askedCount, gapWords } from '../line/gaps.js';
import { notesHere } from '../line/names.js';
import { parseLine, verdictInWords } from '../line/parse-line.js';
import { recommendationWords, scoreWords } from '../line/result-words.js';
import { anchorOf, anchorsOf as anchorsOfDimension } from '../rubric/anchors.js';
import { isRated, type Rating } from '../rubric/scale.js';
import { verdictDiffers } from '../scoring/verdict.js';
import type {
  DimensionPlace,
  NoteLine,
  PrivatePlace,
  ReviewedDimension,
  ReviewPlace,
  SceneAnchor,
  SceneResult,
} from './scene.js';
import { overlayOf } from './scene-lists.js';
import type { BoardState } from './state.js';

export function dimensionPlace(state: BoardState): DimensionPlace {
  const { session } = state;
  const { content } = session;
  const dimension = currentDimension(session);
  const here = content.dimensions[content.cursor];
  const at = currentQuestion(session);
  const question = dimension?.questions[at];
  return {
    type: 'dimension',
    number: content.cursor + 1,
    name: dimension?.name ?? '',
    isOptional: dimension?.optional ?? false,
    question: {
      number: at + 1,
      of: dimension?.questions.length ?? 0,
      isAsked: here?.asked.includes(at) ?? false,
      minutes: dimension?.minutes,
    },
    ask: question?.ask ?? '',
    probes: question?.followUps ?? [],
    listenFor: question?.listenFor ?? [],
    anchors: anchorsOf(state, here?.rating),
    borders: Object.entries(dimension?.borders ?? {}).map(([border, test]) => `${border}: ${test}`),
    reason: here?.reason,
    notes: (here?.notes ?? []).map(noteLine),
    overlay: overlayOf(state),
  };
}

function anchorsOf({ session, view, line }: BoardState, given: Rating | undefined): readonly SceneAnchor[] {
  const { scale } = session.open.rubric;
  const dimension = currentDimension(session);
  const typed = view.mending ? undefined : parseLine(line.text, contextOf(session));
  const previewed = typed?.type === 'rate' ? typed.rating : undefined;
  if (!dimension) return [];
  const anchors = anchorsOfDimension(dimension, scale);
  const isWhole = anchors.some(({ rating }) => rating === previewed);
  const own = typeof given === 'number' ? anchorOf(given, dimension, scale) : undefined;
  // A given rating between two anchors has a place of its own.
  const shown = own && !anchors.some(({ rating }) => rating === own.rating) ? [...anchors, own] : anchors;
  return shown
    .toSorted((one, other) => other.rating - one.rating)
    .map(({ rating, text, short = text }) => ({
      rating,
      label: scale.labels[String(rating)] ?? '',
      short,
      text,
      isBar: rating === scale.bar,
      // What lies between two anchors opens both.
      isPreviewed: previewed !== undefined && (isWhole ? rating === previewed : isNextTo(previewed, rating, anchors)),
      isGiven: rating === given,
      isJustGiven: rating === given && view.isJustRated === true,
    }));
}

/** Whether no other anchor lies between the two. */
function isNextTo(previewed: number, rating: number, anchors: readonly { readonly rating: number }[]): boolean {
  return !anchors.some(
    (other) => Math.min(previewed, rating) < other.rating && other.rating < Math.max(previewed, rating),
  );
}

/** A note with its time of day, as the clock of whoever wrote it showed it. */
function noteLine(note: Note): NoteLine {
  const at = /T(\d\d:\d\d)/.exec(note.at ?? '')?.[1] ?? '';
  return { at, text: note.text, ...(note.isFlagged ? { flag: '' } : {}) };
}

export function reviewPlace(state: BoardState): ReviewPlace {
  const { session, view } = state;
  const { content } = session;
  const { rubric } = session.open;
  const isOfDimension = (id: string) => {
    const { dimension } = rubric.redFlags.find((flag) => flag.id === id) ?? {};
    return rubric.dimensions.find((one) => one.id === dimension);
  };
  const { verdict } = content;
  return {
    type: 'review',
    gaps: gapWords(session),
    asked: askedCount(session),
    verdict: verdict && { is: verdictInWords(verdict.is), reason: verdict.reason },
    result: verdict && resultOf(session),
    dimensions: rubric.dimensions.map(({ id, name, weight }, at): ReviewedDimension => {
      const { rating, reason, notes = [] } = content.dimensions[at] ?? {};
      return {
        number: at + 1,
        rating: ratingSign(rating),
        name,
        weight,
        reason,
        notes: notes.map(noteLine),
        flags: flagLines(session, (flag) => isOfDimension(flag)?.id === id),
      };
    }),
    flags: flagLines(session, (flag) => isOfDimension(flag) === undefined),
    whole: content.notes.map(noteLine),
    offset: view.scroll,
    overlay: overlayOf(state),
  };
}

function ratingSign(rating: Rating | undefined): string {
  if (rating === undefined) return '·';
  if (isRated(rating)) return String(rating);
  return rating === 'not-assessed' ? '–' : '∅';
}

function flagLines({ content }: Session, isMeant: (flag: string) => boolean): readonly NoteLine[] {
  return content.flags
    .filter(({ id }) => isMeant(id))
    .flatMap(({ id, evidence }) =>
      evidence.length === 0
        ? [{ at: '', text: 'what was seen? /flag, its number and words', flag: id }]
        : evidence.map(({ text }) => ({ at: '', text, flag: id })),
    );
}

function resultOf(session: Session): SceneResult {
  const evaluation = evaluateSession(session);
  const { result } = evaluation;
  const { verdict } = session.content;
  const isUnexplained = reasonsOf(session.content).length === 0;
  return {
    score: scoreWords(session, evaluation),
    recommendation: recommendationWords(session, evaluation),
    // What a session has for a recommendation is its first reason too.
    reasons: result.because.filter(({ rule }) => rule !== 'session').map(({ text }) => text),
    differs: verdict !== undefined && verdictDiffers(verdict.is, result.recommendation) && isUnexplained,
  };
}

export function privatePlace(state: BoardState): PrivatePlace {
  const { session } = state;
  const question = currentDimension(session)?.questions[currentQuestion(session)];
  return {
    type: 'private',
    ask: isAtReview(session) ? 'The review is hidden: /private shows it.' : (question?.ask ?? ''),
    notes: notesHere(session).length,
    overlay: overlayOf(state),
  };
}
