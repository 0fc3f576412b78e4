import type { Dimension, Exercise, Rubric } from '../../core/rubric/rubric.js';
import { type Block, type Document, list, paragraph, type Section } from '../document/document.js';
import { lengthOf, ownWeight, type RubricInContext, spanInWords, weighTheSame } from './words.js';

/**
 * What a candidate is handed before an interview: what it is about and how it goes, without anything that would tell
 * what to answer. `contact` is whom to write to.
 */
export function candidatePageOf({ rubric }: RubricInContext, contact: string | undefined): Document {
  const section = (title: string, blocks: readonly Block[]): readonly Section[] =>
    blocks.length === 0 ? [] : [{ title, level: 2, blocks }];
  const role = roleInWords(rubric.summary);
  return {
    title: `Your interview: ${rubric.title}`,
    sections: [
      ...section('The role', role === '' ? [] : [paragraph(role)]),
      ...section('How it goes', howItGoes(rubric)),
      ...section('What you will be asked about', topics(rubric)),
      ...section(rubric.exercises.length === 1 ? 'The exercise' : 'Exercises', exercises(rubric)),
      ...section('What you can ask for', ADJUSTMENTS),
      ...section('What you need not tell', [
        paragraph(
          'Names of people, customers and employers, and anything confidential, may be left out: that never counts against you.',
        ),
      ]),
      ...section('Who sees the notes', NOTES),
      ...section('Whom to write to', [whom(contact)]),
    ],
  };
}

/** The summary up to where it speaks of the rubric or its dimensions, which concerns interviewers. */
function roleInWords(summary: string): string {
  const sentences = summary.split(/(?<=[.!?])\s+/);
  const end = sentences.findIndex((sentence) => /\b(?:rubric|dimension)s?\b/i.test(sentence));
  return sentences.slice(0, end < 0 ? undefined : end).join(' ');
}

function howItGoes(rubric: Rubric): readonly Block[] {
  const { sessions, dimensions } = rubric;
  const minutes = lengthOf(rubric);
  const nameOf = (id: string) => dimensions.find((dimension) => dimension.id === id)?.name ?? id;
  const conversations = sessions.map(
    ({ title, minutes, dimensions }) => `${title}, ${minutes} minutes: ${dimensions.map(nameOf).join('; ')}`,
  );
  const length =
    sessions.length > 1
      ? `There are ${sessions.length} conversations, ${minutes} minutes in all.`
      : minutes > 0
        ? `The conversation takes about ${minutes} minutes.`
        : '';
  return [
    paragraph(
      `${length} Everybody who applies for this role is asked the same main questions. They are about work that you did yourself, or about a situation that is described to you. Each topic is rated by itself, from what you say and do; accent, grammar, pace and nerves are not rated. There is time for your own questions.`.trim(),
    ),
    ...list(sessions.length > 1 ? conversations : []),
  ];
}

function topics({ dimensions }: Rubric): readonly Block[] {
  const isWeighed = !weighTheSame(dimensions);
  return [
    ...list(dimensions.map(topicInWords)),
    ...(isWeighed ? [paragraph('The percentages say how much each topic counts.')] : []),
    ...(!isWeighed && dimensions.length > 1 ? [paragraph('All topics count the same.')] : []),
  ];
}

function topicInWords(dimension: Dimension): string {
  const { name, about, optional } = dimension;
  const facts = [ownWeight(dimension), optional ? 'left out if it does not apply to you' : undefined];
  const known = facts.filter((fact) => fact !== undefined);
  const rest = known.length === 0 ? '' : ` (${known.join('; ')})`;
  return `${name}${rest}${about === undefined ? '' : `: ${about}`}`;
}

function exercises({ exercises }: Rubric): readonly Block[] {
  if (exercises.length === 0) return [];
  const lead =
    exercises.length === 1
      ? 'This may be a part of your interview; you are told beforehand.'
      : 'Some of these may be a part of your interview; you are told beforehand which.';
  return [
    paragraph(`${lead} You get all that you need for ${exercises.length === 1 ? 'it' : 'them'}.`),
    ...list(exercises.map(exerciseInWords)),
  ];
}

/** Without its title, which may tell what the case is about. */
function exerciseInWords(exercise: Exercise): string {
  const { tools } = exercise;
  const rest = tools === undefined ? '' : ` Aids: ${tools}`;
  return `An exercise of ${spanInWords(exercise)} minutes.${rest}`;
}

const ADJUSTMENTS: readonly Block[] = [
  paragraph(
    'If something would help you to show what you can do, ask for it beforehand: more time, questions in writing, breaks, captions, assistive software, another format, or anything else. You need not give a reason, and asking is not rated.',
  ),
  paragraph(
    'You may have notes of your own beside you in every conversation. If you would like to use anything else, such as an AI assistant, ask beforehand whether it is allowed, and say so when you use it.',
  ),
];

const NOTES: readonly Block[] = [
  paragraph(
    'Interviewers write down what you say and do, and rate from that. Their notes and ratings are seen by the interviewers of your application and by those who decide about it. A computer program adds up the ratings and gives advice; people decide.',
  ),
  paragraph(
    'Afterwards you can ask for what was written about you, for an explanation of how your interview was assessed, and for mistakes to be corrected.',
  ),
];

function whom(contact: string | undefined): Block {
  if (contact !== undefined) return paragraph(`To ask for any of this: ${contact}`);
  return { type: 'blank', label: 'To ask for any of this (whoever hands out this page fills this in)' };
}
