import { hundredthsHalfUp } from '../../core/numbers/decimal.js';
import { isRated } from '../../core/rubric/scale.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { workedSum } from '../../core/scoring/worked-sum.js';
import { type Block, paragraph } from '../document/document.js';
import { inWords } from '../text/words.js';
import { limitText } from './rules.js';

/** The result in a few lines. */
export function shortBlocks(card: Scorecard): readonly string[] {
  const { result, verdict, session } = card;
  const { scale } = card.rubric;
  const isPart = session !== undefined;
  const label = scale.labels[String(scale.bar)];
  const bar = `${scale.bar}${label === undefined ? '' : ` ("${label}")`} is what the role asks for`;
  const score = result.score === undefined ? 'none, since nothing was rated' : result.score.toFixed(2);
  return [
    `Your score${isPart ? ' in this conversation' : ''}: ${score}. The scale goes from ${scale.min} to ${scale.max}; ${bar}.`,
    `How much of ${isPart ? 'what this conversation was about' : 'the form'} was rated: ${result.coverage}%.`,
    result.recommendation === 'incomplete'
      ? `What the rules of the form recommend: nothing, since ${isPart ? 'this was one conversation of several' : 'too little was rated'} ("incomplete").`
      : `What the rules of the form recommend: "${inWords(result.recommendation)}"${result.borderline ? ', borderline' : ''} (it can be "strong no", "no", "yes" or "strong yes").`,
    ...limitText(card),
    ...(verdict ? [`What the interviewer concluded: "${inWords(verdict.is)}".`] : []),
  ];
}

/** The sum, as one would work it on paper. */
export function sumBlocks({ dimensions, rubric, result, session }: Scorecard): readonly Block[] {
  const { lines, weights, products } = workedSum(dimensions);
  const applicable = workedSum(
    dimensions.map(({ name, weight, rating }) => ({ name, weight, rating: rating === 'not-applicable' ? rating : 1 })),
  ).weights;
  if (result.score === undefined) return [paragraph('Nothing was rated, so there is no score.')];
  const leftOut = dimensions.filter(({ rating }) => !isRated(rating)).map(({ name }) => name);
  const score = result.score.toFixed(2);
  const isWeighted = dimensions.some(({ weight }) => weight !== undefined);
  const whole = isWeighted
    ? `that the weights ${session === undefined ? '' : 'of its topics '}come to`
    : `topics${session === undefined ? '' : ' of this conversation'}`;
  const needed =
    session === undefined
      ? `The form asks for at least ${rubric.recommendation.coverageAtLeast}% before it recommends anything.`
      : 'The other topics of the form belong to other conversations, and count there.';
  return [
    paragraph(
      isWeighted
        ? 'Each rating is multiplied by the weight of its topic, so that a topic with twice the weight counts twice as much. Then everything is added up, and divided by the weights added up.'
        : 'All topics count the same: their ratings are added up, and divided by how many there are.',
    ),
    isWeighted
      ? {
          type: 'table',
          head: ['Topic', 'Rating', 'Weight', 'Rating × weight'],
          rows: lines.map(({ name, rating, weight, product }) => [
            name,
            String(rating),
            String(weight),
            String(product),
          ]),
          total: ['Added up', '', String(weights), String(products)],
          right: [1, 2, 3],
        }
      : {
          type: 'table',
          head: ['Topic', 'Rating'],
          rows: lines.map(({ name, rating }) => [name, String(rating)]),
          total: ['Added up', String(products)],
          right: [1],
        },
    paragraph(`${products} ÷ ${weights} = ${score}${roundingText(result)}. That is the score.`),
    ...(leftOut.length === 0 ? [] : [paragraph(`Left out, since not rated: ${leftOut.join(', ')}.`)]),
    paragraph(
      `How much was rated: ${weights} of the ${applicable} ${whole}${leftOut.length === 0 ? '' : ` ${where(dimensions)}`}, which is ${result.coverage}%${Number.isInteger((100 * weights) / applicable) ? '' : ', rounded down'}. ${needed}`,
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
