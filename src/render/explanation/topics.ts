import { isRated, type Rating } from '../../core/rubric/scale.js';
import type { RatedDimension, Scorecard } from '../../core/scorecard/scorecard.js';
import { type Block, list, paragraph, type Section } from '../document/document.js';
import { capitalised, inWords, withArticle } from '../text/words.js';

/** How the form describes what the role asks for, by the id of the dimension. */
export type BarAnchors = ReadonlyMap<string, string>;

/** What the candidate was rated on, a section for each topic. */
export function topicSections(
  { dimensions, rubric, session }: Scorecard,
  level: 2 | 3,
  bar: BarAnchors,
): readonly Section[] {
  const isAskedKept = dimensions.some(({ asked = [] }) => asked.length > 0);
  const which = `These are the topics of the form${session === undefined ? '' : ' that this conversation was about'}.`;
  const quoted = dimensions.every(({ rating, anchor }) => !isRated(rating) || anchor !== undefined)
    ? 'For each rating the form describes beforehand what that looks like; the description of the rating you were given is quoted.'
    : 'For some of its ratings the form describes beforehand what they look like; the description of the rating you were given is quoted where there is one.';
  const intro = `${which} ${quoted}`;
  const weights = dimensions.some(({ weight }) => weight !== undefined)
    ? 'The per cent behind a topic is its weight: how much it counts when all topics are rated.'
    : 'All topics count the same.';
  return [
    {
      title: 'Topic by topic',
      level,
      blocks: [
        paragraph(`${intro} ${weights}`),
        ...(isAskedKept ? [] : [paragraph('Which questions you were asked was not recorded.')]),
      ],
    },
    ...dimensions.map(
      (dimension): Section => ({
        title: dimension.weight === undefined ? dimension.name : `${dimension.name} (${dimension.weight}%)`,
        level: level === 2 ? 3 : 4,
        blocks: topicBlocks(dimension, rubric, { isAskedKept, bar: bar.get(dimension.id) }),
      }),
    ),
  ];
}

function topicBlocks(
  dimension: RatedDimension,
  { scale }: Scorecard['rubric'],
  { isAskedKept, bar }: { readonly isAskedKept: boolean; readonly bar: string | undefined },
): readonly Block[] {
  const { rating, anchor, evidence = [], asked = [], minimum } = dimension;
  return [
    paragraph(ratingText(dimension, scale)),
    ...(anchor === undefined
      ? []
      : [{ type: 'quote' as const, label: `${asOpening(rating)} is described as:`, text: anchor }]),
    ...(bar === undefined || !isRated(rating) || rating >= scale.bar
      ? []
      : [
          {
            type: 'quote' as const,
            label: `${asOpening(scale.bar)}, which the role asks for, is described as:`,
            text: bar,
          },
        ]),
    ...(asked.length > 0
      ? list(asked, 'You were asked:')
      : isRated(rating) && isAskedKept
        ? [paragraph('Which questions you were asked was not recorded.')]
        : []),
    ...(evidence.length > 0
      ? list(
          evidence.map(({ text }) => text),
          'The interviewer wrote down:',
        )
      : isRated(rating)
        ? [paragraph('The interviewer wrote nothing down on this topic.')]
        : []),
    ...(minimum === undefined ? [] : [paragraph(minimumText(rating, minimum))]),
  ];
}

function asOpening(rating: Rating): string {
  return capitalised(isRated(rating) ? withArticle(rating) : inWords(rating));
}

function minimumText(rating: Rating, minimum: number): string {
  const below = isRated(rating) && rating < minimum ? ', and the rating is below it' : '';
  return `The form sets a minimum of ${minimum} for this topic${below}.`;
}

function ratingText({ rating, reason }: RatedDimension, scale: Scorecard['rubric']['scale']): string {
  const why = reason === undefined ? '' : ` The reason that was given: "${reason}".`;
  switch (rating) {
    case 'not-assessed':
      return `Not assessed: it was not asked, or nothing could be learnt. This is not a bad mark; the topic is left out of the score.${why}`;
    case 'not-applicable':
      return `Not applicable: the form lets this topic be left out where it does not fit. It is left out of the score.${why}`;
    default:
      return `Rated ${ratedInWords(rating, scale)}.`;
  }
}

function ratedInWords(rating: Rating, { min, max, labels }: Scorecard['rubric']['scale']): string {
  const label = labels[String(rating)];
  return `${rating} on the scale from ${min} to ${max}${label === undefined ? '' : ` ("${label}")`}`;
}
