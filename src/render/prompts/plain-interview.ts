import { type Gaps, gapsOf } from '../../core/interview/gaps.js';
import { evidenceText } from '../../core/interview/notes.js';
import type { DimensionState, Session } from '../../core/interview/session.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import { anchorsOf } from '../../core/rubric/anchors.js';
import { nextQuestion, probesOf } from '../../core/rubric/core-questions.js';
import { borderInWords } from '../../core/rubric/rating-key.js';
import type { Dimension, RedFlag } from '../../core/rubric/rubric.js';
import { isRated, type Scale } from '../../core/rubric/scale.js';
import type { Evaluation } from '../../core/scoring/evaluate.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { asPhrase, scaleInWords } from '../../core/text/wording.js';
import { plainKeyLines } from '../help/keys.js';
import { count, hang, wrap } from '../text/text.js';
import { capitalised, inWords, recommendationInWords, withArticle } from '../text/words.js';

/**
 * What the plain prompts say: no redraw, no glyphs, important words first, so that a screen reader and a log read well.
 * Each function gives whole lines, each with its line break.
 */
export function createPlainTexts(width: number) {
  const paragraph = (first: TerminalText, text: string) => lines(hang(first, clean(text), width));
  return {
    opening: (session: Session, isResumed: boolean) => rewrap(opening(session, isResumed), width),
    dimension: (session: Session, position: number) => dimensionText(session, position, paragraph),
    prompt: promptText,
    anchors: ({ open }: Session, position: number) => {
      const dimension = open.rubric.dimensions[position];
      return dimension ? anchorsText(dimension, open.rubric.scale, paragraph) : say``;
    },
    questions: (session: Session, position: number) => questionsText(session, position, paragraph),
    flags: (session: Session) => flagsText(session, paragraph),
    keys: ({ open }: Session) => lines(plainKeyLines(width, open.rubric.scale)),
    rated: (session: Session, position: number) => rewrap(ratedText(session, position), width),
    review: (session: Session) => rewrap(reviewText(session), width),
    unsupportedExtremes: (session: Session) => {
      const text = extremesText(session);
      return text === undefined ? undefined : rewrap(text, width);
    },
    verdictPrompt: say`Your verdict: 1 strong no, 2 no, 3 yes, 4 strong yes, 0 no decision, b back: `,
    outcome: (session: Session, evaluation: Evaluation) => rewrap(outcomeText(session, evaluation), width),
  };
}

/** The text in whole lines, each wrapped between its words. */
function rewrap(text: TerminalText, width: number): TerminalText {
  return text
    .split('\n')
    .map((line) => wrap(line, width).join('\n'))
    .join('\n');
}

type Paragraph = (first: TerminalText, text: string) => TerminalText;

function lines(all: readonly TerminalText[]): TerminalText {
  return all.map((line) => say`${line}\n`).join('');
}

function opening({ open, content }: Session, isResumed: boolean): TerminalText {
  const { title, dimensions } = open.rubric;
  const minutes = dimensions.reduce((sum, dimension) => sum + (dimension.minutes ?? 0), 0);
  const plan = minutes > 0 ? say`, ${minutes} minutes planned` : say``;
  const decided = content.dimensions.filter(({ rating }) => rating !== undefined).length;
  const resumed = isResumed ? say`Resumed: ${decided} of ${dimensions.length} dimensions decided.\n` : say``;
  const variant = open.variant ? say` (${clean(open.variant)})` : say``;
  return [
    say`${open.amends ? 'Amendment' : 'Interview'}: ${clean(open.candidate.name)}, for ${clean(title)}${variant}. Interviewer: ${clean(open.interviewer.name)}.\n`,
    say`${count(dimensions.length, 'dimension')}${plan}. Type ? for the keys. Every answer is saved as you give it.\n${resumed}`,
  ].join('');
}

function dimensionText(session: Session, position: number, paragraph: Paragraph): TerminalText {
  const { rubric } = session.open;
  const dimension = rubric.dimensions[position];
  const state = session.content.dimensions[position];
  if (!dimension || !state) return say``;
  const minutes = dimension.minutes === undefined ? say`` : say`, ${dimension.minutes} minutes`;
  const weight = dimension.weight === undefined ? say`` : say`, weight ${dimension.weight} percent`;
  const optional = dimension.optional ? say`, optional (na: not applicable)` : say``;
  const heading = say`Dimension ${position + 1} of ${rubric.dimensions.length}: ${clean(dimension.name)}${weight}${minutes}${optional}.`;
  const first = dimension.questions[nextQuestion(dimension.questions, state.asked)];
  return [
    say`\n${paragraph(say``, heading)}`,
    ...(first
      ? [paragraph(say`Ask: `, first.ask), ...probesOf(first).map((probe) => paragraph(say`Probe: `, probe))]
      : []),
    shortsText(dimension, rubric.scale, paragraph),
    ...state.notes.map(({ text }) => paragraph(say`Note: `, text)),
    state.rating === undefined ? say`` : say`Rated so far: ${tellRating(state, rubric.scale.labels)}.\n`,
  ].join('');
}

/** The short forms of the anchors; where there are none, all that the anchors say. */
function shortsText(dimension: Dimension, scale: Scale, paragraph: Paragraph): TerminalText {
  const shorts = anchorsOf(dimension, scale).flatMap(({ rating, short }) =>
    short === undefined ? [] : [paragraph(say`${rating}: `, short)],
  );
  return shorts.length === 0 ? anchorsText(dimension, scale, paragraph) : shorts.join('');
}

function anchorsText(dimension: Dimension, scale: Scale, paragraph: Paragraph): TerminalText {
  const anchors = anchorsOf(dimension, scale).map(({ rating, text }) => paragraph(say`${rating}: `, text));
  const borders = Object.entries(dimension.borders).map(([border, test]) =>
    paragraph(say`Between ${clean(borderInWords(border, 'and'))}: `, test),
  );
  return [...anchors, ...borders].join('');
}

function promptText({ open }: Session): TerminalText {
  return say`Rating ${clean(scaleInWords(open.rubric.scale))}, n note, f flag, s skip, b back, r review, q quit, ? keys: `;
}

function questionsText({ open, content }: Session, position: number, paragraph: Paragraph): TerminalText {
  const dimension = open.rubric.dimensions[position];
  const asked = content.dimensions[position]?.asked ?? [];
  return (dimension?.questions ?? [])
    .flatMap((question, at) => [
      paragraph(say`Question ${at + 1}${asked.includes(at) ? say` (asked)` : say``}: `, question.ask),
      ...question.listenFor.map((item) => paragraph(say`  Listen for: `, item)),
      ...question.followUps.map((item) => paragraph(say`  Follow up: `, item)),
    ])
    .join('');
}

function flagsText({ open, content }: Session, paragraph: Paragraph): TerminalText {
  if (open.rubric.redFlags.length === 0) return say`This rubric has no red flags.\n`;
  const list = open.rubric.redFlags.map((flag, at) => {
    const observed = content.flags.find(({ id }) => id === flag.id);
    const mark = observed ? say` (observed)` : say``;
    return say`${paragraph(say`Flag ${at + 1}, ${flag.severity}${mark}: `, flag.flag)}${flagDetails(flag, paragraph)}`;
  });
  return say`${list.join('')}To observe one: f NUMBER EVIDENCE. To take one back: f NUMBER again.\n`;
}

function flagDetails(flag: RedFlag, paragraph: Paragraph): TerminalText {
  return flag.probe === undefined ? say`` : paragraph(say`  Ask first: `, flag.probe);
}

function tellRating(state: DimensionState, labels: Readonly<Record<string, string>>): TerminalText {
  if (state.rating === undefined) return say`no rating`;
  if (isRated(state.rating)) {
    const label = labels[String(state.rating)];
    return say`${state.rating}${label === undefined ? say`` : say`, ${clean(label)}`}`;
  }
  const words = state.rating === 'not-assessed' ? say`not assessed` : say`not applicable`;
  return state.reason ? say`${words} (${clean(state.reason)})` : words;
}

function ratedText({ open, content }: Session, position: number): TerminalText {
  const dimension = open.rubric.dimensions[position];
  const state = content.dimensions[position];
  if (!dimension || !state) return say``;
  const notes = state.notes.length > 0 ? say`, ${count(state.notes.length, 'note')}` : say``;
  return say`${clean(dimension.name)}: ${tellRating(state, open.rubric.scale.labels)}${notes}.\n`;
}

function reviewText(session: Session): TerminalText {
  const { open, content } = session;
  const names = open.rubric.dimensions.map(({ name }) => clean(name));
  const { withoutEvidence, notAssessed } = gapsOf(session);
  return [
    say`\nReview: ${clean(open.candidate.name)}, for ${clean(open.rubric.title)}.\n`,
    ...names.map((_name, at) => say`${at + 1}. ${ratedText(session, at)}`),
    ...content.flags.map(({ id, evidence }) =>
      flagLine(
        open.rubric.redFlags.find((flag) => flag.id === id),
        evidenceText(evidence),
      ),
    ),
    withoutEvidence.length > 0 ? say`Evidence is missing for: ${namesOf(withoutEvidence)}.\n` : say``,
    notAssessed.length > 0 ? say`Not assessed: ${namesOf(notAssessed)}.\n` : say``,
    content.verdict ? say`Verdict so far: ${verdictText(content.verdict)}.\n` : say``,
  ].join('');
}

function verdictText({ is, reason }: NonNullable<Session['content']['verdict']>): TerminalText {
  return reason ? say`${inWords(is)}: ${clean(asPhrase(reason))}` : inWords(is);
}

function namesOf(gaps: Gaps['notAssessed']): TerminalText {
  return gaps.map(({ dimension }) => clean(dimension.name)).join('; ');
}

function flagLine(flag: RedFlag | undefined, evidence: string | undefined): TerminalText {
  return flag
    ? say`Red flag, ${flag.severity}: ${clean(asPhrase(flag.flag))}${evidence ? say`: ${clean(asPhrase(evidence))}` : say``}.\n`
    : say``;
}

/** The ratings at an end of the scale that nothing supports; `undefined` when there are none. */
function extremesText(session: Session): TerminalText | undefined {
  const { min, max } = session.open.rubric.scale;
  const names = gapsOf(session).unsupportedExtremes.map(
    ({ dimension, state }) => say`${clean(dimension.name)} (${state.rating ?? ''})`,
  );
  if (names.length === 0) return undefined;
  return say`${capitalised(withArticle(min))} or ${withArticle(max)} without evidence is hard to defend: ${names.join('; ')}.\n`;
}

function outcomeText(session: Session, { score, result }: Evaluation): TerminalText {
  const shown =
    score.hundredths === undefined
      ? say`none, nothing was rated`
      : say`${formatHundredths(score.hundredths)} of ${session.open.rubric.scale.max}`;
  return [
    say`Score: ${shown}. Coverage: ${result.coverage} percent.\n`,
    say`Recommendation: ${recommendationInWords(result, (word) => say`${word}`)}. Verdict: ${session.content.verdict?.is ?? 'none'}.\n`,
    ...result.because.map(({ text }) => say`Because: ${clean(asPhrase(text))}.\n`),
  ].join('');
}
