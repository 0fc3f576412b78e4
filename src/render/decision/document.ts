import type { DecisionRecord } from '../../core/decision/decision.js';
import type { ReadDecision } from '../../core/decision/standing.js';
import { isRated } from '../../core/rubric/scale.js';
import { timeOf } from '../../core/text/date.js';
import type { TerminalText } from '../../core/text/safe-text.js';
import { asPhrase } from '../../core/text/wording.js';
import { type Block, type Document, list, paragraph, type Section, type Table, terms } from '../document/document.js';
import { documentText } from '../document/text.js';
import { letterOf } from '../meeting/words.js';
import { listInWords } from '../packet/list-words.js';
import type { Page } from '../text/page.js';
import { inWords, weightInWords } from '../text/words.js';
import {
  agreementInWords,
  decisionInWords,
  editionThen,
  intervalInWords,
  interviewersOf,
  missingInWords,
  recommendedInWords,
  recordedInWords,
  scoreInWords,
  sealedInWords,
  shownNames,
  takenInWords,
  verdictsInWords,
} from './words.js';

/** A decision for a terminal. */
export function renderDecisionDocument({ record }: ReadDecision, page: Page): TerminalText {
  return documentText(decisionDocument(record), page);
}

/** A decision in plain words; it stands alone when the scorecards are gone. */
export function decisionDocument(record: DecisionRecord): Document {
  return {
    title: `${record.candidate.name}: ${record.rubric.title}`,
    sections: [
      section('', [paragraph(takenInWords(record).join(', ')), ...decidedBlocks(record)]),
      section('What was known', knownBlocks(record)),
      section('Red flags', list(record.redFlags.map(flagInWords))),
      section('Ratings when it was decided', ratingsBlocks(record)),
      section('Verdicts', list(verdictLines(record))),
      section('What it rests on', restingBlocks(record)),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

function section(title: string, blocks: readonly Block[]): Section {
  return { title, level: 2, blocks };
}

function decidedBlocks(record: DecisionRecord): readonly Block[] {
  const { why, differs, followUp, replaces } = record;
  return [
    paragraph(decisionInWords(record)),
    { type: 'quote', text: why },
    ...(differs === undefined
      ? []
      : [
          {
            type: 'quote' as const,
            label: `It differs from the recommendation, ${inWords(differs.from)}:`,
            text: differs.why,
          },
        ]),
    ...(followUp === undefined ? [] : [{ type: 'quote' as const, label: 'To be done:', text: followUp }]),
    ...(replaces === undefined
      ? []
      : [
          {
            type: 'quote' as const,
            label: `In place of an earlier decision (${replaces.digest}):`,
            text: replaces.why,
          },
        ]),
    paragraph(`It was ${recordedInWords(record)}.`),
  ];
}

function knownBlocks(record: DecisionRecord): readonly Block[] {
  const { decided, undecided } = verdictsInWords(record);
  const agreement = agreementInWords(record);
  const calls = [...decided, ...undecided].join(', ');
  return [
    ...terms([
      {
        term: 'Recommendation then',
        text: `${recommendedInWords(record)}${agreement === undefined ? '' : `; ${agreement}`}`,
      },
      { term: 'Score then', text: `${scoreInWords(record)} ${intervalInWords(record)}` },
      { term: 'Verdicts then', text: calls === '' ? '–' : calls },
      { term: 'Coverage then', text: `${record.panel.coverage}%` },
    ]),
    ...list(record.panel.because.map(({ text }) => text)),
    ...missingInWords(record).map(paragraph),
  ];
}

function flagInWords({ flag, severity, seen }: DecisionRecord['redFlags'][number]): string {
  const names = shownNames(seen.map(({ interviewer }) => interviewer));
  const told = seen.flatMap(({ evidence = [] }, at) =>
    evidence.map(({ text, at: when }) => `${names[at]}${when === undefined ? '' : ` at ${timeOf(when)}`}: "${text}"`),
  );
  const noted = told.length === 0 ? 'no evidence was noted' : told.join('; ');
  return `${severity === 'stop' ? 'Stop flag' : 'Concern'}, seen by ${listInWords(names)}: ${asPhrase(flag)}. ${noted}`;
}

function ratingsBlocks(record: DecisionRecord): readonly Block[] {
  const people = interviewersOf(record);
  // A name is wider than a rating.
  const isOne = people.length === 1;
  const key = people.map((name, at) => `${letterOf(at)} ${name}`).join(', ');
  return [
    ...(isOne ? [] : [paragraph(key)]),
    ratingsTable(record, isOne ? people : people.map((_name, at) => letterOf(at))),
    ...list(unratedInWords(record)),
  ];
}

function ratingsTable({ dimensions }: DecisionRecord, people: readonly string[]): Table {
  const rows = dimensions.map(({ name, weight, ratings, median, mean, range, apart }) => [
    name,
    weightInWords(weight),
    ...ratings.map(({ rating }) => (isRated(rating) ? String(rating) : '–')),
    median?.toFixed(1) ?? '–',
    mean?.toFixed(2) ?? '–',
    `${range ?? '–'}${apart ? ' apart' : ''}`,
  ]);
  const head = ['Dimension', 'Weight', ...people, 'Median', 'Mean', 'Range'];
  return { type: 'table', head, rows, right: head.flatMap((_title, at) => (at === 0 ? [] : [at])) };
}

/** Why somebody did not rate something. */
export function unratedInWords(record: DecisionRecord): readonly string[] {
  const people = interviewersOf(record);
  return record.dimensions.flatMap(({ name, ratings }) =>
    ratings.flatMap(({ rating, reason }, at) =>
      isRated(rating) || rating === 'not-held'
        ? []
        : [`${name}, ${people[at]}: ${inWords(rating)}${reason === undefined ? '' : ` (${asPhrase(reason)})`}`],
    ),
  );
}

function verdictLines({ scorecards }: DecisionRecord): readonly string[] {
  const names = shownNames(scorecards.map(({ interviewer }) => interviewer));
  return scorecards.flatMap(({ verdict, session }, at) => {
    if (verdict === undefined) return [];
    const on = session === undefined ? '' : ` (${session})`;
    return [`${names[at]}${on}: ${inWords(verdict.is)}${verdict.reason === undefined ? '' : `: ${verdict.reason}`}`];
  });
}

function restingBlocks(record: DecisionRecord): readonly Block[] {
  const { scorecards, digest } = record;
  const names = shownNames(scorecards.map(({ interviewer }) => interviewer));
  return [
    ...list(
      scorecards.map((card, at) => `${names[at]}, ${sealedInWords(card)}: ${card.digest ?? 'without a digest'}`),
      'These scorecards, by digest; scorecard verify checks them:',
    ),
    paragraph(
      `This record: ${digest ?? 'not sealed'}. Rubric ${editionThen(record)}. A scorecard advises; people decide.`,
    ),
  ];
}
