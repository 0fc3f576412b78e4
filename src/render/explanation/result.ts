import { hundredthsHalfUp } from '../../core/numbers/decimal.js';
import { isRated } from '../../core/rubric/scale.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { Reason } from '../../core/scoring/reason.js';
import { recommend } from '../../core/scoring/recommendation.js';
import { computeScore } from '../../core/scoring/scoring.js';
import { workedSum } from '../../core/scoring/worked-sum.js';
import { type Block, list, paragraph } from '../document/document.js';
import { inWords } from '../text/words.js';

/** The result in a few lines. */
export function shortBlocks(card: Scorecard): readonly string[] {
  const { result, verdict } = card;
  const { scale } = card.rubric;
  const label = scale.labels[String(scale.bar)];
  const bar = `${scale.bar}${label === undefined ? '' : ` ("${label}")`} is what the role asks for`;
  const score = result.score === undefined ? 'none, since nothing was rated' : result.score.toFixed(2);
  return [
    `Your score: ${score}. The scale goes from ${scale.min} to ${scale.max}; ${bar}.`,
    `How much of the form was rated: ${result.coverage}%.`,
    result.recommendation === 'incomplete'
      ? 'What the rules of the form recommend: nothing, since too little was rated ("incomplete").'
      : `What the rules of the form recommend: "${inWords(result.recommendation)}" (it can be "strong no", "no", "yes" or "strong yes").`,
    ...limitText(card),
    ...(verdict ? [`What the interviewer concluded: "${inWords(verdict.is)}".`] : []),
  ];
}

/** Why the recommendation is less than the score alone would give. */
function limitText(card: Scorecard): readonly string[] {
  const { recommendation } = card.result;
  const reasons = reasonsOf(card);
  const isLimited = reasons.some((reason) => reason.type === 'band' && reason.band !== recommendation);
  if (recommendation === 'incomplete' || !isLimited) return [];
  const causes = reasons.flatMap((reason) => {
    if (reason.type === 'minimum')
      return `"${reason.dimension.name}" was rated below the minimum that the form sets for it`;
    return reason.type === 'stop' ? 'a warning sign of the kind "stop" was recorded' : [];
  });
  return [
    `Why that is less than the score alone would give: ${causes.join(', and ')}. "Which rules acted" tells more.`,
  ];
}

/** The sum, as one would work it on paper. */
export function sumBlocks({ dimensions, rubric, result }: Scorecard): readonly Block[] {
  const { lines, weights, products } = workedSum(dimensions);
  const applicable = workedSum(
    dimensions.map(({ name, weight, rating }) => ({ name, weight, rating: rating === 'not-applicable' ? rating : 1 })),
  ).weights;
  if (result.score === undefined) return [paragraph('Nothing was rated, so there is no score.')];
  const leftOut = dimensions.filter(({ rating }) => !isRated(rating)).map(({ name }) => name);
  const score = result.score.toFixed(2);
  return [
    paragraph(
      'Each rating is multiplied by the weight of its topic, so that a topic with twice the weight counts twice as much. Then everything is added up, and divided by the weights added up.',
    ),
    {
      type: 'table',
      head: ['Topic', 'Rating', 'Weight', 'Rating × weight'],
      rows: lines.map(({ name, rating, weight, product }) => [name, String(rating), String(weight), String(product)]),
      total: ['Added up', '', String(weights), String(products)],
      right: [1, 2, 3],
    },
    paragraph(`${products} ÷ ${weights} = ${score}${roundingText(result)}. That is the score.`),
    ...(leftOut.length === 0 ? [] : [paragraph(`Left out, since not rated: ${leftOut.join(', ')}.`)]),
    paragraph(
      `How much was rated: ${weights} of the ${applicable} that the weights come to${leftOut.length === 0 ? '' : ` ${where(dimensions)}`}, which is ${result.coverage}%${Number.isInteger((100 * weights) / applicable) ? '' : ', rounded down'}. The form asks for at least ${rubric.recommendation.coverageAtLeast}% before it recommends anything.`,
    ),
  ];
}

function where(dimensions: Scorecard['dimensions']): string {
  return dimensions.some(({ rating }) => rating === 'not-applicable')
    ? 'once topics that do not apply are left out'
    : 'in all';
}

function roundingText({ score = 0, exact }: Scorecard['result']): string {
  if (!exact || exact.numerator * 100 === Math.round(score * 100) * exact.denominator) return '';
  const isKeptBelow = hundredthsHalfUp(exact.numerator, exact.denominator) > Math.round(score * 100);
  return isKeptBelow ? ', rounded down so as not to show more than was reached' : ', rounded to two decimals';
}

/** How the form came from the score to its recommendation. */
export function ruleBlocks(card: Scorecard): readonly Block[] {
  const { rubric, result } = card;
  const { bands } = rubric.recommendation;
  const reasons = reasonsOf(card);
  const isIncomplete = result.recommendation === 'incomplete';
  return [
    paragraph(
      `The form turns the score into a recommendation: "strong yes" from ${bands['strong-yes']} on, "yes" from ${bands.yes} on, "no" from ${bands.no} on, and "strong no" below that. Some rules limit it, whatever the score is. In your case:`,
    ),
    ...list([...new Set(reasons.map((reason) => reasonText(reason, result)))]),
    paragraph(
      isIncomplete
        ? 'So the form recommends nothing ("incomplete"). That is neither a yes nor a no.'
        : `So the recommendation is "${inWords(result.recommendation)}". The people who decide may see it otherwise.`,
    ),
  ];
}

/**
 * From the data, so that each version's scorecards are told in the same words: version 1 kept no more than sentences.
 */
function reasonsOf({ dimensions, redFlags, rubric }: Scorecard): readonly Reason[] {
  return recommend({ score: computeScore(dimensions), dimensions, redFlags, rules: rubric.recommendation }).reasons;
}

function reasonText(reason: Reason, { recommendation, score = 0 }: Scorecard['result']): string {
  const isIncomplete = recommendation === 'incomplete';
  const limited = (atMost: string) =>
    `whatever the score is, the recommendation ${isIncomplete ? 'could then be' : 'can then be'} no better than "${inWords(atMost)}".`;
  switch (reason.type) {
    case 'coverage':
      return `${reason.percent}% was rated, and the form asks for at least ${reason.atLeast}%. That is too little to recommend anything.`;
    case 'band': {
      const from = reason.from === undefined ? [] : [`at least ${reason.from}`];
      const below = reason.below === undefined ? [] : [`below ${reason.below}`];
      // As version 1 rounded.
      const exactly =
        reason.below !== undefined && score >= reason.below
          ? ` (before rounding ${reason.exact.numerator} ÷ ${reason.exact.denominator})`
          : '';
      return `The score of ${score.toFixed(2)}${exactly} is ${[...from, ...below].join(' and ')}: "${inWords(reason.band)}".`;
    }
    case 'minimum':
      return `"${reason.dimension.name}" was rated below the minimum of ${reason.minimum} that the form sets for it: ${limited(reason.atMost)}`;
    case 'stop':
      return `A warning sign that the form calls a "stop" was recorded (see below): ${limited(reason.atMost)}`;
    case 'concern':
      return 'A warning sign that the form calls a "concern" was recorded (see below). It is to be talked about, and changes neither the score nor the recommendation.';
  }
}
