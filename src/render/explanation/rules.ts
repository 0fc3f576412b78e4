import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { quotedNames } from '../../core/scoring/because.js';
import { evaluate } from '../../core/scoring/evaluate.js';
import type { Reason } from '../../core/scoring/reason.js';
import { type Block, list, paragraph } from '../document/document.js';
import { inWords } from '../text/words.js';

/** Why the recommendation is less than the score alone would give; empty where it is not. */
export function limitText(card: Scorecard): readonly string[] {
  const { recommendation } = card.result;
  const reasons = reasonsOf(card);
  const isLimited = reasons.some((reason) => reason.type === 'band' && reason.band !== recommendation);
  if (recommendation === 'incomplete' || !isLimited) return [];
  const causes = reasons.flatMap((reason) => {
    switch (reason.type) {
      case 'strong-yes-needs':
        return `"${reason.dimension.name}" was rated below what a "strong yes" needs in each topic`;
      case 'minimum':
        return `"${reason.dimension.name}" was rated below the minimum that the form sets for it`;
      case 'stop':
        return 'a warning sign of the kind "stop" was recorded';
      default:
        return [];
    }
  });
  return [
    `Why that is less than the score alone would give: ${causes.join(', and ')}. "Which rules acted" tells more.`,
  ];
}

/** How the form came from the score to its recommendation. */
export function ruleBlocks(card: Scorecard): readonly Block[] {
  const { rubric, result } = card;
  const { bands } = rubric.recommendation;
  return [
    paragraph(
      `The form turns the score into a recommendation: "strong yes" from ${bands['strong-yes']} on, "yes" from ${bands.yes} on, "no" from ${bands.no} on, and "strong no" below that. Some rules limit it, whatever the score is. In your case:`,
    ),
    ...list([...new Set(reasonsOf(card).map((reason) => reasonText(reason, card)))]),
    paragraph(
      result.recommendation === 'incomplete'
        ? 'So the form recommends nothing ("incomplete"). That is neither a yes nor a no.'
        : `So the recommendation is "${inWords(result.recommendation)}"${result.borderline ? ', borderline' : ''}. The people who decide may see it otherwise.`,
    ),
    ...pooling(rubric),
  ];
}

/** What the form makes of several interviewers' ratings, where that is not their mean. */
function pooling({ recommendation: { pool = 'mean' } }: Scorecard['rubric']): readonly Block[] {
  if (pool === 'mean') return [];
  const one =
    pool === 'median'
      ? 'their median: the one in the middle, or halfway between the two in the middle'
      : 'their mean without the highest and the lowest, from four ratings on';
  return [paragraph(`Where several interviewers rated the same topic, the form takes for it ${one}.`)];
}

/**
 * From the data, so that each version's scorecards are told in the same words: version 1 kept no more than sentences.
 */
function reasonsOf(card: Scorecard): readonly Reason[] {
  return evaluate({ ...card, ...card.rubric }).reasons;
}

function reasonText(reason: Reason, { result }: Scorecard): string {
  const could = result.recommendation === 'incomplete' ? 'could then be' : 'can then be';
  const limited = (atMost: string) =>
    `whatever the score is, the recommendation ${could} no better than "${inWords(atMost)}".`;
  switch (reason.type) {
    case 'coverage':
      return `${reason.percent}% was rated, and the form asks for at least ${reason.atLeast}%. That is too little to recommend anything.`;
    case 'session':
      return 'It is one conversation of several. What they say together is judged, so this one recommends nothing.';
    case 'band':
      return bandText(reason, result.score ?? 0);
    case 'strong-yes-needs':
      return `"${reason.dimension.name}" was rated below the ${reason.needs} that a "strong yes" needs in each topic: ${limited(reason.atMost)}`;
    case 'minimum':
      return `"${reason.dimension.name}" was rated below the minimum of ${reason.minimum} that the form sets for it: ${limited(reason.atMost)}`;
    case 'minimum-not-rated':
      return `The form sets a minimum of ${reason.minimum} for "${reason.dimension.name}", which was not rated. That changes nothing.`;
    case 'single-below-minimum':
      return `The form sets a minimum of ${reason.minimum} for "${reason.dimension.name}", and not every interviewer's rating reached it. That changes nothing.`;
    case 'stop':
      return `A warning sign that the form calls a "stop" was recorded (see below): ${limited(reason.atMost)}`;
    case 'concern':
      return 'A warning sign that the form calls a "concern" was recorded (see below). It is to be talked about, and changes neither the score nor the recommendation.';
    case 'borderline':
      return borderlineText(reason);
  }
}

type ReasonOf<Type extends Reason['type']> = Extract<Reason, { readonly type: Type }>;

function bandText({ band, from, below, exact }: ReasonOf<'band'>, score: number): string {
  const range = [
    ...(from === undefined ? [] : [`at least ${from}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ];
  // As version 1 rounded.
  const seemsMore = below !== undefined && score >= below;
  const exactly = seemsMore ? ` (before rounding ${exact.numerator} ÷ ${exact.denominator})` : '';
  return `The score of ${score.toFixed(2)}${exactly} is ${range.join(' and ')}: "${inWords(band)}".`;
}

function borderlineText({ edge, within, step, turning }: ReasonOf<'borderline'>): string {
  const names = quotedNames(turning);
  const higher = step === 'up' ? 'higher' : 'lower';
  const turns =
    turning.length === 0
      ? `No single rating one step ${higher} would have turned it.`
      : `A rating one step ${higher} in ${names} would have turned it.`;
  return `The score is at most ${within} away from the ${edge} at which "yes" begins, which the form calls borderline: to be talked about. The recommendation stays what it is. ${turns}`;
}
