import type { DecisionRecord } from '../../core/decision/decision.js';
import { formatPerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { StoreFile } from '../../core/personal/contents.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { minuteOf } from '../../core/text/date.js';
import { type JsonText, jsonDocument, type MarkdownText } from '../../core/text/safe-text.js';
import { renderDecisionBody } from '../decision/markdown.js';
import { renderScorecardBody } from '../scorecard/scorecard-markdown.js';
import { joinMarkdown, type Markdown, markdownList, markdownTable, md } from '../text/markdown.js';
import { count } from '../text/text.js';
import { KIND_WORDS } from './traces.js';

/** A file that is handed out, and what it holds. */
export interface HandedOut {
  readonly file: StoreFile;
  /** The scorecard in it; `undefined` for all other files. */
  readonly card: Scorecard | undefined;
  /** The decision in it; `undefined` for all other files. */
  readonly decision: DecisionRecord | undefined;
  /** Why it isn't as it was sealed. */
  readonly altered: string | undefined;
  /** What it holds about the person. */
  readonly records: readonly unknown[];
}

/** What one person is handed out of a store. */
export interface Handout {
  readonly person: Person;
  /** ISO 8601. */
  readonly at: string;
  readonly parts: readonly HandedOut[];
  /** How often another candidate's name was replaced. */
  readonly replaced: number;
  /** Files that are not handed out, since they are about others. */
  readonly mentioning: number;
  readonly interviewing: number;
}

/** The scorecards and decisions to read, one after the other, and what else there is. */
export function renderHandoutReport({ person, at, parts }: Handout): MarkdownText {
  const others = parts.filter(
    ({ card, decision, file: { kind } }) => card === undefined && decision === undefined && ALSO_TOLD.has(kind),
  );
  return joinMarkdown([
    md`# What is kept about ${formatPerson(person)}\n\n`,
    md`Taken on ${minuteOf(at)}. contents.md lists all that is in this folder, data.json has it as data.\n\n`,
    ...parts.flatMap(({ card, altered }) =>
      card ? [md`---\n\n${alteredText(altered)}${renderScorecardBody(card)}\n`] : [],
    ),
    ...parts.flatMap(({ decision, altered }) =>
      decision ? [md`---\n\n${alteredText(altered)}${renderDecisionBody(decision)}\n`] : [],
    ),
    ...(others.length === 0 ? [] : [md`---\n\n## Also kept, in data.json\n\n${markdownList(others.map(lineOf))}`]),
  ]).text;
}

const ALSO_TOLD: ReadonlySet<StoreFile['kind']> = new Set(['draft', 'decision', 'plan']);

function alteredText(altered: string | undefined): Markdown | undefined {
  return altered === undefined ? undefined : md`> **Not as sealed:** ${altered}\n\n`;
}

function lineOf({ file: { kind, interviewers, at } }: HandedOut): string {
  const by = interviewers.map(({ name }) => name).join(', ');
  const when = at === undefined ? '' : `, ${minuteOf(at)}`;
  return `${KIND_WORDS[kind]}${by === '' ? '' : ` of ${by}`}${when}`;
}

/** What is in the folder, where it comes from, and what is not in it and why. */
export function renderHandoutContents(handout: Handout): MarkdownText {
  const { person, at, parts } = handout;
  const rows = parts.map(({ file: { kind, at: when, seal, path } }) => [
    KIND_WORDS[kind],
    when === undefined ? '–' : minuteOf(when),
    seal ? seal.digest : '–',
    path,
  ]);
  return joinMarkdown([
    md`# Contents\n\nOf ${formatPerson(person)}, taken on ${minuteOf(at)}.\n\n`,
    markdownList([
      md`report.md: the scorecards and decisions, to read`,
      md`data.json: everything, as data`,
      md`contents.md: this list`,
    ]),
    ...(rows.length === 0 ? [] : [md`\n`, markdownTable(['What', 'When', 'Digest', 'Kept as'], rows)]),
    md`\nNot in it:\n\n`,
    markdownList(leftOut(handout)),
  ]).text;
}

function leftOut({ replaced, mentioning, interviewing }: Handout): readonly string[] {
  return [
    ...(replaced > 0
      ? [
          `the names of other candidates, replaced ${count(replaced, 'time')}; a digest is that of the record as it is kept`,
        ]
      : []),
    ...(mentioning > 0 ? [`${count(mentioning, 'file')} about others, or about nobody, in which the name stands`] : []),
    ...(interviewing > 0
      ? [`${count(interviewing, 'file')} with the name as interviewer, since they are about others`]
      : []),
    'reports and signatures: they say what the scorecards say',
    'the questions and anchors of the rubrics, which are about nobody',
  ];
}

/** All of it as data, each part with where it comes from. */
export function renderHandoutData({ person, at, parts }: Handout): JsonText {
  const files = parts.map(({ file: { path, kind }, altered, records }) => ({
    file: path,
    kind,
    ...(altered === undefined ? {} : { notAsSealed: altered }),
    ...(records.length === 1 ? { data: records[0] } : { records }),
  }));
  return jsonDocument({ schemaVersion: 1, person, at, files });
}
