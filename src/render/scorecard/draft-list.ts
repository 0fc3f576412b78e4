import type { Person } from '../../core/person/person.js';
import { minuteOf } from '../../core/text/date.js';
import { shellWord } from '../../core/text/shell-words.js';
import type { Page } from '../text/page.js';
import { clean, truncate } from '../text/text.js';

/** An open draft as lists tell it. */
export interface ListedDraft {
  readonly id: string;
  readonly candidate: Person;
  readonly interviewer: Person;
  readonly role: string;
  readonly title: string;
  readonly decided: number;
  readonly dimensions: number;
  readonly startedAt: string;
  /** ISO 8601, of the last answer. */
  readonly lastAt: string;
  /** The digest of the sealed scorecard that it amends. */
  readonly amends?: string;
  /** Its scorecard was not written yet when the program ended. */
  readonly isSubmitted: boolean;
}

export interface DraftList {
  /** Newest first. */
  readonly drafts: readonly ListedDraft[];
  /** Where they are. */
  readonly store: string;
  /** `interview --resume` as it is to be typed for this store. */
  readonly resume: string;
}

/** Two lines for each draft: what it is, and the command that goes on with it. */
export function renderDrafts({ drafts, store, resume }: DraftList, { width, style }: Page): string {
  if (drafts.length === 0) return `No drafts in ${clean(store)}.\n`;
  const lines = drafts.flatMap((draft) => [
    truncate(`${draftInWords(draft)}, by ${clean(draft.interviewer.name)}`, width),
    `  ${style.accent(`${resume} ${shellWord(draft.id)}`)}`,
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

/** `Ada Example, Head of Infrastructure Engineering: 3 of 8 decided, 2026-11-20 14:03`. */
export function draftInWords({
  candidate,
  title,
  decided,
  dimensions,
  lastAt,
  isSubmitted,
  amends,
}: ListedDraft): string {
  const rated = amends === undefined ? `${decided} of ${dimensions} decided` : 'amends a sealed scorecard';
  const state = isSubmitted ? 'submitted, its scorecard still to be written' : rated;
  return `${clean(candidate.name)}, ${clean(title)}: ${state}, ${minuteOf(lastAt)}`;
}
