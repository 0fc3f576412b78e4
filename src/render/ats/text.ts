import { isRated } from '../../core/rubric/scale.js';
import type { Evidence, RatedDimension, Scorecard } from '../../core/scorecard/scorecard.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { dayOfInterview } from '../../core/text/date.js';
import { clean, cleanLines, say, type TerminalText } from '../../core/text/safe-text.js';
import { asPhrase } from '../../core/text/wording.js';
import { capitalised, inWords, recommendationInWords } from '../text/words.js';

/** A scorecard as plain text, to be pasted into the box of a form: the verdict first, then what it rests on. */
export function scorecardText(card: Scorecard): TerminalText {
  const blocks = [
    headLines(card),
    verdictLines(card),
    ...card.dimensions.map((dimension) => dimensionLines(dimension, card)),
    section(say`Red flags`, card.redFlags.map(flagText)),
    section(say`Notes`, (card.notes ?? []).map(paragraph)),
    [
      say`Rubric ${clean(card.rubric.id)} ${clean(card.rubric.version)}. ${card.digest === undefined ? say`Not sealed.` : say`Sealed with ${clean(card.digest)}.`}`,
    ],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => say`${line}\n`).join(''))
    .join('\n');
}

/** Several, with a line between them. */
export function scorecardTexts(cards: readonly Scorecard[]): TerminalText {
  return cards.map(scorecardText).join(say`\n${say`-`.repeat(72)}\n\n`);
}

function headLines(card: Scorecard): readonly TerminalText[] {
  const session = card.session === undefined ? say`` : say`, session ${clean(card.session)}`;
  return [
    say`${clean(card.candidate.name)}: ${clean(card.rubric.title)}`,
    say`Interviewed by ${clean(card.interviewer.name)} on ${clean(dayOfInterview(card))}${session}`,
  ];
}

function verdictLines({ verdict, result, rubric }: Scorecard): readonly TerminalText[] {
  const score = result.score === undefined ? say`no score` : say`${fixed(result.score)} of ${rubric.scale.max}`;
  const isOther = verdict !== undefined && verdictDiffers(verdict.is, result.recommendation);
  return [
    say`Verdict: ${verdict === undefined ? say`none` : inWords(verdict.is)}${isOther ? say`, other than the recommendation` : say``}`,
    ...(verdict?.reason === undefined ? [] : indented(verdict.reason)),
    say`Recommendation: ${recommendationInWords(result)}, ${score} over ${result.coverage}% of the weight`,
    ...result.because.flatMap(({ text }) => indented(text)),
  ];
}

function fixed(score: number): TerminalText {
  return clean(score.toFixed(2));
}

function dimensionLines(dimension: RatedDimension, { rubric: { scale } }: Scorecard): readonly TerminalText[] {
  const { name, weight, rating, reason, evidence = [] } = dimension;
  const share = weight === undefined ? say`` : say` (${weight}%)`;
  const label = isRated(rating) ? scale.labels[String(rating)] : undefined;
  const given = isRated(rating) ? say`${rating} of ${scale.max}` : inWords(rating);
  const rest = label === undefined ? say`` : say`, ${clean(label)}`;
  const why = reason === undefined ? say`` : say` (${clean(reason)})`;
  return [say`${clean(name)}${share}: ${given}${rest}${why}`, ...evidence.flatMap(({ text }) => indented(text))];
}

function flagText({ flag, severity, evidence = [] }: Scorecard['redFlags'][number]): readonly TerminalText[] {
  return [
    ...indented(`${capitalised(say`${severity}`)}: ${asPhrase(flag)}`),
    ...evidence.flatMap(({ text }) => indented(text, say`    `)),
  ];
}

function paragraph({ text }: Evidence): readonly TerminalText[] {
  return indented(text);
}

function section(title: TerminalText, items: readonly (readonly TerminalText[])[]): readonly TerminalText[] {
  return items.length === 0 ? [] : [title, ...items.flat()];
}

function indented(text: string, by = say`  `): readonly TerminalText[] {
  return cleanLines(text)
    .split('\n')
    .map((line) => say`${by}${line}`.trimEnd());
}
