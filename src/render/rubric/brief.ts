import { anchorsOf } from '../../core/rubric/anchors.js';
import { coreQuestions, probesOf } from '../../core/rubric/core-questions.js';
import type { Dimension, RedFlag, Rubric, Variant } from '../../core/rubric/rubric.js';
import { asPhrase, scaleInWords } from '../../core/text/wording.js';
import { type Document, list, paragraph, type Section, type Term, terms } from '../document/document.js';
import { count } from '../text/text.js';
import { headingOf, lengthOf, type RubricInContext, sessionInWords, weighTheSame } from './words.js';

/** What an interviewer reads in the five minutes before: on one page, what to ask and how to rate it. */
export function briefOf({ rubric, variant, session }: RubricInContext): Document {
  const { title, howToRate, dimensions, sessions } = rubric;
  const plan = session === undefined ? sessions.map((one) => sessionInWords(one, rubric)) : [];
  return {
    title: session === undefined ? title : `${title}: ${session.title}`,
    layout: 'sheet',
    sections: [
      {
        title: '',
        level: 2,
        blocks: [
          paragraph(planInWords(rubric, variant)),
          ...list(plan),
          ...(howToRate === undefined ? [] : [paragraph(`How to rate: ${howToRate}`)]),
        ],
      },
      ...dimensions.map((dimension, at) => dimensionSection(dimension, at, rubric)),
      ...stopFlags(rubric.redFlags),
    ],
  };
}

function planInWords(rubric: Rubric, variant: Variant | undefined): string {
  const { dimensions, sessions, scale } = rubric;
  const minutes = lengthOf(rubric);
  const parts = [
    minutes === 0 ? undefined : `${minutes} minutes`,
    sessions.length < 2 ? undefined : count(sessions.length, 'session'),
    count(dimensions.length, 'dimension'),
    weighTheSame(dimensions) ? 'equal weights' : undefined,
  ].filter((part) => part !== undefined);
  const context = variant === undefined ? '' : ` Variant: ${asPhrase(variant.title)}.`;
  return `${parts.join(', ')}; rated ${scaleInWords(scale)}, and ${scale.bar} meets the bar.${context} ${rubric.id} ${rubric.version}.`;
}

function dimensionSection(dimension: Dimension, at: number, { scale }: Rubric): Section {
  const asked = coreQuestions(dimension).flatMap((question): readonly Term[] => [
    { term: 'Ask', text: question.ask },
    ...probesOf(question).map((text) => ({ term: 'then', text })),
  ]);
  const rated = anchorsOf(dimension, scale).map(
    ({ rating, short, text }): Term => ({ term: String(rating), text: short ?? text }),
  );
  return {
    title: `${at + 1}. ${headingOf(dimension)}`,
    level: 3,
    blocks: [...terms(asked), ...terms(rated)],
  };
}

function stopFlags(redFlags: readonly RedFlag[]): readonly Section[] {
  const items = redFlags.flatMap(({ flag, severity, probe }) =>
    severity === 'stop' ? [probe === undefined ? flag : `${asPhrase(flag)}. Ask first: ${probe}`] : [],
  );
  return items.length === 0 ? [] : [{ title: 'Stop flags: at most "no"', level: 3, blocks: list(items) }];
}
