import { type Gaps, gapsOf } from '../../core/interview/gaps.js';
import { type DimensionState, evidenceText, type Session } from '../../core/interview/session.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import type { Dimension, RedFlag } from '../../core/rubric/rubric.js';
import { isRated, ratingsOf } from '../../core/rubric/scale.js';
import type { Evaluation } from '../../core/scoring/evaluate.js';
import { asPhrase } from '../../core/text/wording.js';
import { plainKeyLines } from '../help/keys.js';
import { clean, count, hang, wrap } from '../text/text.js';

/**
 * What the plain prompts say: no redraw, no glyphs, important words first, so that a screen reader and a log read well.
 * Each function gives whole lines, each with its line break.
 */
export function createPlainTexts(width: number) {
  const paragraph = (first: string, text: string) => lines(hang(first, clean(text), width));
  return {
    opening: (session: Session, isResumed: boolean) => rewrap(opening(session, isResumed), width),
    dimension: (session: Session, position: number) => dimensionText(session, position, paragraph),
    prompt: promptText,
    anchors: ({ open }: Session, position: number) => {
      const dimension = open.rubric.dimensions[position];
      return dimension ? anchorsText(dimension, open.rubric.scale, paragraph) : '';
    },
    questions: (session: Session, position: number) => questionsText(session, position, paragraph),
    flags: (session: Session) => flagsText(session, paragraph),
    keys: () => lines(plainKeyLines(width)),
    rated: (session: Session, position: number) => rewrap(ratedText(session, position), width),
    review: (session: Session) => rewrap(reviewText(session), width),
    unsupportedExtremes: (session: Session) => {
      const text = extremesText(session);
      return text === undefined ? undefined : rewrap(text, width);
    },
    verdictPrompt: 'Your verdict: 1 strong no, 2 no, 3 yes, 4 strong yes, 0 no decision, b back: ',
    outcome: (session: Session, evaluation: Evaluation) => rewrap(outcomeText(session, evaluation), width),
  };
}

/** The text in whole lines, each wrapped between its words. */
function rewrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrap(line, width).join('\n'))
    .join('\n');
}

type Paragraph = (first: string, text: string) => string;

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function opening({ open, content }: Session, isResumed: boolean): string {
  const { title, dimensions } = open.rubric;
  const minutes = dimensions.reduce((sum, dimension) => sum + (dimension.minutes ?? 0), 0);
  const plan = minutes > 0 ? `, ${minutes} minutes planned` : '';
  const decided = content.dimensions.filter(({ rating }) => rating !== undefined).length;
  const resumed = isResumed ? `Resumed: ${decided} of ${dimensions.length} dimensions decided.\n` : '';
  const variant = open.variant ? ` (${open.variant})` : '';
  return (
    `Interview: ${clean(open.candidate.name)}, for ${clean(title)}${variant}. Interviewer: ${clean(open.interviewer.name)}.\n` +
    `${count(dimensions.length, 'dimension')}${plan}. Type ? for the keys. Every answer is saved as you give it.\n${resumed}`
  );
}

function dimensionText(session: Session, position: number, paragraph: Paragraph): string {
  const { rubric } = session.open;
  const dimension = rubric.dimensions[position];
  const state = session.content.dimensions[position];
  if (!dimension || !state) return '';
  const minutes = dimension.minutes === undefined ? '' : `, ${dimension.minutes} minutes`;
  const optional = dimension.optional ? ', optional (na: not applicable)' : '';
  const heading = `Dimension ${position + 1} of ${rubric.dimensions.length}: ${clean(dimension.name)}, weight ${dimension.weight} percent${minutes}${optional}.`;
  const first = dimension.questions.find((_question, at) => !state.asked.includes(at)) ?? dimension.questions[0];
  return [
    `\n${paragraph('', heading)}`,
    first ? paragraph('Ask: ', first.ask) : '',
    anchorsText(dimension, rubric.scale, paragraph),
    ...state.notes.map(({ text }) => paragraph('Note: ', text)),
    state.rating === undefined ? '' : `Rated so far: ${tellRating(state, rubric.scale.labels)}.\n`,
  ].join('');
}

function anchorsText(dimension: Dimension, scale: Session['open']['rubric']['scale'], paragraph: Paragraph): string {
  const anchors = [...ratingsOf(scale)]
    .reverse()
    .map((rating) => paragraph(`${rating}: `, dimension.anchors[rating] ?? ''));
  const borders = Object.entries(dimension.borders).map(([border, test]) =>
    paragraph(`Between ${border.replace('-', ' and ')}: `, test),
  );
  return [...anchors, ...borders].join('');
}

function promptText({ open }: Session): string {
  const { min, max } = open.rubric.scale;
  return `Rating ${min} to ${max}, n note, f flag, s skip, b back, r review, q quit, ? keys: `;
}

function questionsText({ open, content }: Session, position: number, paragraph: Paragraph): string {
  const dimension = open.rubric.dimensions[position];
  const asked = content.dimensions[position]?.asked ?? [];
  return (dimension?.questions ?? [])
    .flatMap((question, at) => [
      paragraph(`Question ${at + 1}${asked.includes(at) ? ' (asked)' : ''}: `, question.ask),
      ...question.listenFor.map((item) => paragraph('  Listen for: ', item)),
      ...question.followUps.map((item) => paragraph('  Follow up: ', item)),
    ])
    .join('');
}

function flagsText({ open, content }: Session, paragraph: Paragraph): string {
  if (open.rubric.redFlags.length === 0) return 'This rubric has no red flags.\n';
  const list = open.rubric.redFlags.map((flag, at) => {
    const observed = content.flags.find(({ id }) => id === flag.id);
    const mark = observed ? ' (observed)' : '';
    return paragraph(`Flag ${at + 1}, ${flag.severity}${mark}: `, flag.flag) + flagDetails(flag, paragraph);
  });
  return `${list.join('')}To observe one: f NUMBER EVIDENCE. To take one back: f NUMBER again.\n`;
}

function flagDetails(flag: RedFlag, paragraph: Paragraph): string {
  return flag.probe === undefined ? '' : paragraph('  Ask first: ', flag.probe);
}

function tellRating(state: DimensionState, labels: Readonly<Record<string, string>>): string {
  if (state.rating === undefined) return 'no rating';
  if (isRated(state.rating)) return `${state.rating}, ${clean(labels[state.rating] ?? '')}`;
  const words = state.rating === 'not-assessed' ? 'not assessed' : 'not applicable';
  return state.reason ? `${words} (${clean(state.reason)})` : words;
}

function ratedText({ open, content }: Session, position: number): string {
  const dimension = open.rubric.dimensions[position];
  const state = content.dimensions[position];
  if (!dimension || !state) return '';
  const notes = state.notes.length > 0 ? `, ${count(state.notes.length, 'note')}` : '';
  return `${clean(dimension.name)}: ${tellRating(state, open.rubric.scale.labels)}${notes}.\n`;
}

function reviewText(session: Session): string {
  const { open, content } = session;
  const names = open.rubric.dimensions.map(({ name }) => clean(name));
  const { withoutEvidence, notAssessed } = gapsOf(session);
  return [
    `\nReview: ${clean(open.candidate.name)}, for ${clean(open.rubric.title)}.\n`,
    ...names.map((_name, at) => `${at + 1}. ${ratedText(session, at)}`),
    ...content.flags.map(({ id, evidence }) =>
      flagLine(
        open.rubric.redFlags.find((flag) => flag.id === id),
        evidenceText(evidence),
      ),
    ),
    withoutEvidence.length > 0 ? `Evidence is missing for: ${namesOf(withoutEvidence)}.\n` : '',
    notAssessed.length > 0 ? `Not assessed: ${namesOf(notAssessed)}.\n` : '',
  ].join('');
}

function namesOf(gaps: Gaps['notAssessed']): string {
  return gaps.map(({ dimension }) => clean(dimension.name)).join('; ');
}

function flagLine(flag: RedFlag | undefined, evidence: string | undefined): string {
  return flag
    ? `Red flag, ${flag.severity}: ${asPhrase(clean(flag.flag))}${evidence ? `: ${asPhrase(clean(evidence))}` : ''}.\n`
    : '';
}

/** The ratings at an end of the scale that nothing supports; `undefined` when there are none. */
function extremesText(session: Session): string | undefined {
  const { min, max } = session.open.rubric.scale;
  const names = gapsOf(session).unsupportedExtremes.map(
    ({ dimension, state }) => `${clean(dimension.name)} (${state.rating})`,
  );
  if (names.length === 0) return undefined;
  return `A ${min} or a ${max} without evidence is hard to defend: ${names.join('; ')}.\n`;
}

function outcomeText(session: Session, { score, result }: Evaluation): string {
  const shown =
    score.hundredths === undefined
      ? 'none, nothing was rated'
      : `${formatHundredths(score.hundredths)} of ${session.open.rubric.scale.max}`;
  return [
    `Score: ${shown}. Coverage: ${result.coverage} percent.\n`,
    `Recommendation: ${result.recommendation}. Verdict: ${session.content.verdict?.is ?? 'none'}.\n`,
    ...result.because.map(({ text }) => `Because: ${asPhrase(clean(text))}.\n`),
  ].join('');
}
