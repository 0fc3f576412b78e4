import type { Rating } from '../rubric/scale.js';
import type { Evidence } from '../scorecard/scorecard.js';
import type { VerdictWord } from '../scoring/verdict.js';

/** A note, and what it is beside that. */
export type Note = Evidence & {
  /** A red flag was seen in it. */
  readonly isFlagged?: true;
  /** It says why the verdict is what it is. */
  readonly isReason?: true;
};

/** One dimension in the course of the interview. No `rating` means that it has not been decided yet. */
export interface DimensionState {
  readonly rating?: Rating;
  /** Why it was not assessed. */
  readonly reason?: string;
  readonly notes: readonly Note[];
  /** Positions of the questions that were asked, ascending. */
  readonly asked: readonly number[];
}

export interface ObservedFlag {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

export interface Verdict {
  readonly is: VerdictWord;
  readonly reason?: string;
}

/** What was entered, and where the interview stands. */
export interface Content {
  /** Position of the current dimension; the number of dimensions stands for the review. */
  readonly cursor: number;
  /** Position of the question that stands there; `undefined`: the next one to ask. */
  readonly question: number | undefined;
  readonly dimensions: readonly DimensionState[];
  readonly flags: readonly ObservedFlag[];
  /** On the interview as a whole, and why the verdict is what it is. */
  readonly notes: readonly Note[];
  readonly verdict?: Verdict;
}

/** Why the verdict is what it is, in the order in which it was said. */
export function reasonsOf({ verdict, notes }: Content): readonly string[] {
  const said = verdict?.reason === undefined ? [] : [verdict.reason];
  return [...said, ...notes.flatMap(({ text, isReason }) => (isReason ? [text] : []))];
}

/** What was seen of a red flag, in one text. */
export function evidenceText(evidence: readonly Evidence[]): string {
  return evidence.map(({ text }) => text).join('; ');
}
