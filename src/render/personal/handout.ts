import { formatPerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { StoreFile } from '../../core/personal/contents.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { minuteOf } from '../../core/text/date.js';
import { renderScorecardBody } from '../scorecard/scorecard-markdown.js';
import { escapeMarkdown, markdownList, markdownTable } from '../text/markdown.js';
import { count } from '../text/text.js';
import { KIND_WORDS } from './traces.js';

/** A file that is handed out, and what it holds. */
export interface HandedOut {
  readonly file: StoreFile;
  /** The scorecard in it; `undefined` for all other files. */
  readonly card: Scorecard | undefined;
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

/** The scorecards to read, one after the other, and what else there is. */
export function renderHandoutReport({ person, at, parts }: Handout): string {
  const others = parts.filter(
    ({ card, file: { kind } }) => !card && (kind === 'draft' || kind === 'decision' || kind === 'plan'),
  );
  return [
    `# What is kept about ${escapeMarkdown(formatPerson(person))}\n\n`,
    `Taken on ${minuteOf(at)}. contents.md lists all that is in this folder, data.json has it as data.\n\n`,
    ...parts.flatMap(({ card, altered }) =>
      card ? [`---\n\n${alteredText(altered)}${renderScorecardBody(card)}\n`] : [],
    ),
    others.length === 0 ? '' : `---\n\n## Also kept, in data.json\n\n${markdownList(others.map(lineOf))}`,
  ].join('');
}

function alteredText(altered: string | undefined): string {
  return altered === undefined ? '' : `> **Not as sealed:** ${escapeMarkdown(altered)}\n\n`;
}

function lineOf({ file: { kind, interviewers, at } }: HandedOut): string {
  const by = interviewers.map(({ name }) => escapeMarkdown(name)).join(', ');
  const when = at === undefined ? '' : `, ${minuteOf(at)}`;
  return `${KIND_WORDS[kind]}${by === '' ? '' : ` of ${by}`}${when}`;
}

/** What is in the folder, where it comes from, and what is not in it and why. */
export function renderHandoutContents({ person, at, parts, replaced, mentioning, interviewing }: Handout): string {
  const rows = parts.map(({ file: { kind, at: when, seal, path } }) => [
    KIND_WORDS[kind],
    when === undefined ? '–' : minuteOf(when),
    seal ? seal.digest : '–',
    escapeMarkdown(path),
  ]);
  const left = [
    ...(replaced > 0
      ? [
          `the names of other candidates: replaced ${count(replaced, 'time')} in what was written; a digest is that of the record as it is kept`,
        ]
      : []),
    ...(mentioning > 0 ? [`${count(mentioning, 'file')} about others, or about nobody, in which the name stands`] : []),
    ...(interviewing > 0
      ? [
          `${count(interviewing, 'file')} that the person wrote or is named in as interviewer, since they are about others`,
        ]
      : []),
    'reports and signatures: they say what the scorecards say',
    'the questions and anchors of the rubrics, which are about nobody',
  ];
  return [
    `# Contents\n\nOf ${escapeMarkdown(formatPerson(person))}, taken on ${minuteOf(at)}.\n\n`,
    markdownList(['report.md: the scorecards, to read', 'data.json: everything, as data', 'contents.md: this list']),
    '\n',
    rows.length === 0 ? '' : `${markdownTable(['What', 'When', 'Digest', 'Kept as'], rows)}\n`,
    `Not in it:\n\n${markdownList(left)}`,
  ].join('');
}

/** All of it as data, each part with where it comes from. */
export function renderHandoutData({ person, at, parts }: Handout): string {
  const files = parts.map(({ file: { path, kind }, altered, records }) => ({
    file: path,
    kind,
    ...(altered === undefined ? {} : { notAsSealed: altered }),
    ...(records.length === 1 ? { data: records[0] } : { records }),
  }));
  return `${JSON.stringify({ schemaVersion: 1, person, at, files }, undefined, 2)}\n`;
}
