import type { Person } from '../../core/person/person.js';
import { minuteOf } from '../../core/text/date.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import type { Page } from '../text/page.js';
import { truncate } from '../text/text.js';

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
  readonly resume: TerminalText;
}

/** Two lines for each draft: what it is, and the command that goes on with it. */
export function renderDrafts({ drafts, store, resume }: DraftList, { width, style }: Page): TerminalText {
  if (drafts.length === 0) return say`No drafts in ${clean(store)}.\n`;
  const lines = drafts.flatMap((draft) => [
    truncate(say`${draftInWords(draft)}, by ${clean(draft.interviewer.name)}`, width),
    say`  ${style.accent(say`${resume} ${shellWord(draft.id)}`)}`,
  ]);
  return lines.map((line) => say`${line}\n`).join('');
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
}: ListedDraft): TerminalText {
  const rated = amends === undefined ? say`${decided} of ${dimensions} decided` : say`amends a sealed scorecard`;
  const state = isSubmitted ? say`submitted, its scorecard still to be written` : rated;
  return say`${clean(candidate.name)}, ${clean(title)}: ${state}, ${clean(minuteOf(lastAt))}`;
}
