import { evaluateSession } from '../interview/build-scorecard.js';
import { reasonsOf } from '../interview/content.js';
import type { SessionChange } from '../interview/event.js';
import { currentDimension, isAtReview, type Session } from '../interview/session.js';
import { type VerdictWord, verdictDiffers } from '../scoring/verdict.js';
import { scaleInWords } from '../text/wording.js';
import { COMMANDS, type CommandName } from './commands.js';
import { flagLine } from './flags.js';
import { openGaps } from './gaps.js';
import { placeName } from './names.js';
import { noteHere, noteOn, noteOnWhole } from './note-line.js';
import { type LineContext, parseLine, ratingTyped, VERDICT_CHOICES, verdictInWords } from './parse-line.js';
import { leaveOut, rate } from './rate-line.js';
import { mend } from './recall.js';
import { undoLine } from './undo.js';
import { did, kept, type LineResult, type LineState, timed } from './view.js';
import { goTo, moved, walk, whichDimension } from './walk.js';

/** Where a line is typed: what its numbers and its words can mean. */
export function contextOf(session: Session): LineContext {
  const { rubric } = session.open;
  return { place: isAtReview(session) ? 'review' : 'board', scale: rubric.scale, dimensions: rubric.dimensions.length };
}

/** What Enter does with a line. Pure: what it leads to is recorded by whoever asks. */
export function acceptLine(state: LineState, line: string): LineResult {
  const { session, view } = state;
  if (view.mending) return mend(state, view.mending, line);
  const parsed = parseLine(line, contextOf(session));
  switch (parsed.type) {
    case 'empty':
      return kept(state, '', isAtReview(session) ? 'nothing to note' : 'nothing to note · Tab: next question');
    case 'keep':
      return kept(state, line, parsed.why);
    case 'note':
      return isAtReview(session)
        ? noteOnWhole(state, parsed.text, { isReason: true, hint: parsed.hint })
        : noteHere(state, parsed.text, parsed.hint);
    case 'file':
      return parsed.number === 0
        ? noteOnWhole(state, parsed.text, { isReason: false })
        : noteOn(state, parsed.number - 1, { text: parsed.text });
    case 'rate':
      return rate(state, session.content.cursor, { rating: parsed.rating });
    case 'rate-there':
      return rate(state, parsed.number - 1, { rating: parsed.rating });
    case 'go':
      return parsed.number === 0 ? review(state) : goTo(state, parsed.number - 1);
    case 'verdict':
      return giveVerdict(state, parsed.is);
    case 'command': {
      const isOfDimension = COMMANDS.find(({ name }) => name === parsed.name)?.isOfDimension;
      if (isOfDimension && isAtReview(session)) return whichDimension(state, line);
      return DO[parsed.name](state, parsed.words, line);
    }
  }
}

/** What keeps a half-typed line when the program is asked to end: it is a note as it stands, whatever it looks like. */
export function keepHalfTyped(state: LineState, line: string): readonly SessionChange[] {
  const { mending } = state.view;
  const text = line.trim();
  if (text === '') return [];
  if (mending) return mend(state, mending, text).changes;
  const dimension = currentDimension(state.session);
  return [
    { type: 'note', ...(dimension ? { dimension: dimension.id } : { reason: true }), text, ...timed('noted', state) },
  ];
}

function giveVerdict(state: LineState, is: VerdictWord): LineResult {
  const { content, revealed } = state.session;
  const first = revealed?.verdict?.is;
  const told =
    first === undefined || first === is
      ? `verdict: ${verdictInWords(is)} · /submit seals`
      : `verdict: ${verdictInWords(is)} (first ${verdictInWords(first)}: both are kept)`;
  const reason = content.verdict?.reason;
  return did(state, told, { changes: [{ type: 'verdict', is, ...(reason === undefined ? {} : { reason }) }] });
}

function review(state: LineState, message = 'the review: why, in your words, then your verdict'): LineResult {
  return moved(state, { to: state.session.open.rubric.dimensions.length }, message);
}

function submit(state: LineState): LineResult {
  const { session, view } = state;
  const { verdict } = session.content;
  if (!isAtReview(session)) {
    const then = verdict === undefined ? 'your verdict first' : '/submit again seals';
    return review(state, `nothing is sealed yet: ${then}`);
  }
  if (verdict === undefined) return did(state, `first your verdict: ${VERDICT_CHOICES}`);
  const gaps = openGaps(session);
  const differs = verdictDiffers(verdict.is, evaluateSession(session).result.recommendation);
  const isUnexplained = differs && reasonsOf(session.content).length === 0;
  const words = [
    ...(gaps === undefined ? [] : [gaps]),
    ...(isUnexplained ? ['your verdict differs from the rubric and no words say why'] : []),
  ].join(' · ');
  if (words === '' || view.acceptedGaps === words) return did(state, undefined, { next: 'submit' });
  return did(state, `${words} · /submit again seals with it`, { view: { acceptedGaps: words } });
}

/** What each command does; `line` is the whole line, for where it stays. */
const DO: Readonly<Record<CommandName, (state: LineState, words: string, line: string) => LineResult>> = {
  ask: (state, words, line) => {
    if (words === '') return did(state, undefined, { view: { list: { type: 'questions', offset: 0 } } });
    const questions = currentDimension(state.session)?.questions ?? [];
    const question = Number(words.normalize('NFKC')) - 1;
    if (questions[question]) return goTo(state, state.session.content.cursor, question);
    return kept(state, line, `the questions here are Q1 to Q${questions.length}`);
  },
  anchors: (state, words, line) => {
    const { scale } = state.session.open.rubric;
    const rating = words === '' ? undefined : ratingTyped(words.normalize('NFKC'), scale);
    if (words !== '' && rating === undefined) return kept(state, line, `ratings are ${scaleInWords(scale)}`);
    const list = { type: 'sheet', offset: 0, ...(rating === undefined ? {} : { rating }) } as const;
    return did(state, undefined, { view: { list } });
  },
  flag: flagLine,
  skip: (state, words) => leaveOut(state, 'not-assessed', words),
  na: (state) =>
    currentDimension(state.session)?.optional
      ? leaveOut(state, 'not-applicable')
      : did(state, `${placeName(state.session)} is not optional: /skip`),
  undo: undoLine,
  time: (state) => {
    const { isPaused } = state.session.clock;
    const message = isPaused ? 'the clock runs' : 'the clock is stopped · /time starts it';
    return did(state, message, { changes: [{ type: isPaused ? 'resume' : 'pause' }] });
  },
  private: (state) => {
    const isPrivate = !state.view.isPrivate;
    return did(state, isPrivate ? 'the question alone · /private: back' : 'back', { view: { isPrivate } });
  },
  review: (state) => review(state),
  next: (state) => walk(state, 'next'),
  help: (state) => did(state, undefined, { view: { list: { type: 'help', offset: 0 } } }),
  quit: (state) => did(state, undefined, { next: 'quit' }),
  submit,
};
