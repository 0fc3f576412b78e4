import { dayOfDecision } from '../../core/decision/build-decision.js';
import type { DecisionRecord } from '../../core/decision/decision.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { dayInWords, dayOfInterview } from '../../core/text/date.js';
import { type Block, type Document, list, paragraph, type Section } from '../document/document.js';
import { conclusionBlocks, flagBlocks } from './judgement.js';
import { shortBlocks, sumBlocks } from './result.js';
import { ruleBlocks } from './rules.js';
import { type BarAnchors, topicSections } from './topics.js';

/**
 * What happened in the interviews of one candidate, for the candidate: each said by its scorecard alone, with nothing
 * on anybody else. `contact` is whom to ask for a review or a correction; `barOf` gives, by dimension, how the form
 * describes what the role asks for, where that is known; `decisions` are those that stand.
 */
export function explanationOf(
  cards: readonly Scorecard[],
  contact: string | undefined,
  barOf: (card: Scorecard) => BarAnchors = () => new Map(),
  decisions: readonly DecisionRecord[] = [],
): Document {
  const [first] = cards;
  return {
    title: `How your ${cards.length === 1 ? 'interview was' : 'interviews were'} assessed`,
    sections: [
      { title: 'What this page is', level: 2, blocks: [paragraph(purpose(cards))] },
      { title: 'Who decides', level: 2, blocks: [paragraph(whoDecides(cards.length)), ...decisions.map(decidedBlock)] },
      ...(cards.length === 1 && first
        ? interviewSections(first, 2, barOf(first))
        : cards.flatMap((card, at) => ownPart(card, at, barOf(card)))),
      { title: 'If something is wrong, or you want somebody to look again', level: 2, blocks: reviewBlocks(contact) },
      { title: 'Where this comes from', level: 2, blocks: list(cards.map(originOf)) },
    ],
  };
}

function purpose(cards: readonly Scorecard[]): string {
  const roles = [...new Set(cards.map(({ rubric }) => `"${rubric.title}"`))].join(' and ');
  const interviews = cards.length === 1 ? 'interview' : `${cards.length} interviews`;
  return (
    `This page is for ${cards[0]?.candidate.name}. It explains how the ${interviews} for ${roles} ` +
    `${cards.length === 1 ? 'was' : 'were'} assessed: what was asked, what was written down, and how the result came ` +
    `about. It is made from the ${cards.length === 1 ? 'record of that interview' : 'records of those interviews'} ` +
    'alone, and says nothing about anybody else who applied.'
  );
}

/** That people did, without what came out: whoever hands this out says that. */
function decidedBlock(record: DecisionRecord): Block {
  return paragraph(
    `People decided about "${record.rubric.title}" on ${dayInWords(dayOfDecision(record))}: ${record.by.name}.`,
  );
}

function whoDecides(interviews: number): string {
  const who = interviews === 1 ? 'The interviewer' : 'The interviewers';
  return (
    `People decide. ${who} chose every rating and wrote every note. A computer program, scorecard, then did the ` +
    'arithmetic that is shown below, and applied the written rules of the assessment form: the same rules for everybody ' +
    'who is assessed with that form. What comes out is advice and nothing more. This page does not say what was decided.'
  );
}

/** One of several interviews: everything about it under a heading of its own. */
function ownPart(card: Scorecard, at: number, bar: BarAnchors): readonly Section[] {
  const title = `Interview ${at + 1}: with ${card.interviewer.name}, ${dayInWords(dayOfInterview(card))}`;
  return [{ title, level: 2, blocks: [] }, ...interviewSections(card, 3, bar)];
}

function interviewSections(card: Scorecard, level: 2 | 3, bar: BarAnchors): readonly Section[] {
  const section = (title: string, blocks: readonly Block[]): readonly Section[] =>
    blocks.length === 0 ? [] : [{ title, level, blocks }];
  return [
    ...section('In short', [...list([whoAndWhen(card), ...shortBlocks(card)]), ...standingBlocks(card)]),
    ...topicSections(card, level, bar),
    ...section('How the score came about', sumBlocks(card)),
    ...section('Which rules acted', ruleBlocks(card)),
    ...section('Warning signs that were recorded', flagBlocks(card)),
    ...section("The interviewer's own conclusion", conclusionBlocks(card)),
  ];
}

function whoAndWhen(card: Scorecard): string {
  return `You were interviewed by ${card.interviewer.name} on ${dayInWords(dayOfInterview(card))}.`;
}

/** What sets the record of an interview apart from the usual one. */
function standingBlocks({ amends, unblinded }: Scorecard): readonly Block[] {
  const after = amends?.after === undefined ? '' : ', after the interviewers had talked with each other';
  return [
    ...(amends
      ? [
          paragraph(
            `The interviewer corrected the record of this interview later${after}. This page explains the newest version. The reason that was given: "${amends.reason}".`,
          ),
        ]
      : []),
    ...(unblinded
      ? [paragraph('Before finishing, the interviewer looked at how other interviewers had rated you.')]
      : []),
  ];
}

function reviewBlocks(contact: string | undefined): readonly Block[] {
  const rights = paragraph(
    'You can ask for a person to look at this assessment again, ask for something to be corrected, or add how you saw it yourself. Name the topic and what you find wrong; you need no reason beyond that.',
  );
  const whom: Block =
    contact === undefined
      ? { type: 'blank', label: 'Whom to write to (whoever hands out this page fills this in)' }
      : paragraph(`Write to: ${contact}`);
  return [rights, whom];
}

function originOf({ digest, submittedAt, rubric, startedAt }: Scorecard): string {
  const variant = rubric.variant === undefined ? '' : `, variant ${rubric.variant}`;
  return (
    `The record that was completed on ${dayInWords(submittedAt ?? startedAt)}, by the form ${rubric.id} ` +
    `${rubric.version}${variant}. Its fingerprint, by which it can be found again: ${digest}`
  );
}
