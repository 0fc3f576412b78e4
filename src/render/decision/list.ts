import { dayOfDecision } from '../../core/decision/build-decision.js';
import type { DecisionRecord } from '../../core/decision/decision.js';
import { decisionDiffers } from '../../core/decision/differs.js';
import { formatPerson } from '../../core/person/parse-person.js';
import {
  type CsvText,
  clean,
  type JsonText,
  jsonDocument,
  type MarkdownText,
  say,
  type TerminalText,
} from '../../core/text/safe-text.js';
import { renderCsv } from '../text/csv.js';
import { markdownTable } from '../text/markdown.js';
import type { Page } from '../text/page.js';
import { type Column, renderTable } from '../text/table.js';
import { inWords, recommendationInWords } from '../text/words.js';

/** A decision among others. */
export interface ListedDecision {
  readonly record: DecisionRecord;
  /** Whether another stands in its place. */
  readonly isReplaced: boolean;
  /** The file, as the user would give it. */
  readonly file: string;
  /** How the candidate is shown: by name, with the id where others have the name too. */
  readonly shown: string;
}

const COLUMNS: readonly (Column<ListedDecision> & { readonly title: string })[] = [
  { title: 'Candidate', head: say`CANDIDATE`, cell: ({ shown }) => clean(shown), shrinkTo: 12 },
  { title: 'Role', head: say`ROLE`, cell: ({ record }) => clean(record.rubric.id), shrinkTo: 8, drop: 2 },
  { title: 'Decision', head: say`DECISION`, cell: ({ record, isReplaced }) => decided(record, isReplaced) },
  { title: 'Date', head: say`DATE`, cell: ({ record }) => clean(dayOfDecision(record)) },
  { title: 'By', head: say`BY`, cell: ({ record }) => clean(record.by.name), shrinkTo: 8, drop: 1 },
  { title: 'Rules said', head: say`RULES SAID`, cell: ({ record }) => recommended(record) },
  { title: 'Differs', head: say``, cell: ({ record }) => (differs(record) ? say`differs` : say``) },
];

function decided({ decision }: DecisionRecord, isReplaced: boolean): TerminalText {
  return say`${inWords(decision)}${isReplaced ? ' (replaced)' : ''}`;
}

function recommended({ panel: { recommendation, borderline } }: DecisionRecord): TerminalText {
  return recommendationInWords({ recommendation, borderline });
}

function differs({ decision, panel }: DecisionRecord): boolean {
  return decisionDiffers(decision, panel.recommendation);
}

export function renderDecisionsTable(listed: readonly ListedDecision[], page: Page): TerminalText {
  return listed.length === 0 ? say`` : renderTable(listed, COLUMNS, page);
}

export function renderDecisionsMarkdown(listed: readonly ListedDecision[]): MarkdownText {
  return markdownTable(
    COLUMNS.map(({ title }) => title),
    listed.map((one) => COLUMNS.map(({ cell }) => cell(one))),
  ).text;
}

export function renderDecisionsCsv(listed: readonly ListedDecision[]): CsvText {
  const head = [
    ...['candidate', 'candidate_id', 'role', 'version', 'variant', 'decision', 'date', 'by', 'why'],
    ...['recommendation', 'borderline', 'score', 'coverage', 'differs', 'why_differs', 'replaced', 'file', 'digest'],
  ];
  const rows = listed.map(({ record, isReplaced, file }) => [
    ...[record.candidate.name, record.candidate.id, record.rubric.id, record.rubric.version, record.rubric.variant],
    ...[record.decision, dayOfDecision(record), formatPerson(record.by), record.why],
    ...[record.panel.recommendation, yesOrNo(record.panel.borderline === true), record.panel.score],
    ...[record.panel.coverage, yesOrNo(differs(record)), record.differs?.why, yesOrNo(isReplaced), file, record.digest],
  ]);
  return renderCsv(head, rows);
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

export function renderDecisionsJson(listed: readonly ListedDecision[]): JsonText {
  return jsonDocument({
    schemaVersion: 1,
    decisions: listed.map(({ record, isReplaced, file }) => ({
      file,
      digest: record.digest,
      candidate: record.candidate,
      role: record.rubric.id,
      version: record.rubric.version,
      variant: record.rubric.variant,
      decision: record.decision,
      date: dayOfDecision(record),
      by: record.by,
      why: record.why,
      recommendation: record.panel.recommendation,
      borderline: record.panel.borderline,
      score: record.panel.score,
      coverage: record.panel.coverage,
      differs: differs(record),
      whyDiffers: record.differs?.why,
      replaced: isReplaced,
    })),
  });
}
