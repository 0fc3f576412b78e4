import { evaluateSession } from '../interview/build-scorecard.js';
import type { SessionChange } from '../interview/event.js';
import { isAtReview, type Session } from '../interview/session.js';
import { nextQuestion } from '../rubric/core-questions.js';
import type { Dimension } from '../rubric/rubric.js';
import type { VerdictWord } from '../scoring/verdict.js';
import { verdictDiffers } from '../scoring/verdict.js';
import { EMPTY_LINE, type Line } from './line-edit.js';

/** What a text being typed will become. */
export type TextPurpose =
  | { readonly type: 'note'; readonly isPasted?: boolean }
  | { readonly type: 'flag'; readonly flag: string }
  | { readonly type: 'rating' }
  | { readonly type: 'skip' }
  | { readonly type: 'reason'; readonly verdict: VerdictWord };

/** What the keys mean at the moment. `board` is the dimension at hand, or the review when the session is there. */
export type Mode =
  | { readonly type: 'board' | 'jump' | 'extremes' | 'leave' }
  | { readonly type: 'text'; readonly purpose: TextPurpose; readonly line: Line }
  | { readonly type: 'flags'; readonly at: number }
  | { readonly type: 'keys'; readonly scroll: number };

/** What the board shows beside the session: nothing of it needs to outlive the program. */
export interface BoardView {
  readonly mode: Mode;
  readonly showsQuestions: boolean;
  readonly showsAllAnchors: boolean;
  readonly isPrivate: boolean;
  /** Position of the question that x marks; `undefined` stands for the first that was not asked. */
  readonly question?: number;
  /** How many lines the review is scrolled by. */
  readonly scroll: number;
  /** What the last key did, or why it did nothing. */
  readonly message?: string;
  /** When the review opened, in milliseconds since the epoch. */
  readonly reviewSince?: number;
}

/** Everything that the layout draws and a key acts on. */
export interface BoardState {
  readonly session: Session;
  readonly view: BoardView;
  /** The present time, in milliseconds since the epoch. */
  readonly now: number;
  /** Why the last write failed; `undefined` while all is on disk. */
  readonly failure?: string | undefined;
}

/** What a key leads to. */
export interface KeyResult {
  readonly view: BoardView;
  readonly changes: readonly SessionChange[];
  readonly next?: 'edit' | 'quit' | 'submit';
}

export const FIRST_VIEW: BoardView = {
  mode: { type: 'board' },
  showsQuestions: false,
  showsAllAnchors: true,
  isPrivate: false,
  scroll: 0,
};

/** The dimension at hand; `undefined` at the review. */
export function currentDimension({ content, open }: Session): Dimension | undefined {
  return open.rubric.dimensions[content.cursor];
}

/** Position of the question that x marks: the chosen one, else the next one to ask. */
export function currentQuestion({ content, open }: Session, view: BoardView): number {
  const { questions = [] } = open.rubric.dimensions[content.cursor] ?? {};
  const next = nextQuestion(questions, content.dimensions[content.cursor]?.asked ?? []);
  return Math.min(view.question ?? next, Math.max(0, questions.length - 1));
}

/** The view once its changes are recorded: another dimension begins afresh, a verdict that differs is asked why. */
export function viewAfter(view: BoardView, before: Session, { session: after, now }: BoardState): BoardView {
  const { question: _question, reviewSince, ...rest } = view;
  const isReview = isAtReview(after);
  const hasMoved = before.content.cursor !== after.content.cursor;
  const since = isReview ? (hasMoved ? now : reviewSince) : undefined;
  const settled = {
    ...(hasMoved ? { ...rest, scroll: 0 } : view),
    ...(since === undefined ? {} : { reviewSince: since }),
  };
  const { verdict } = after.content;
  const isNew = verdict !== undefined && verdict.is !== before.content.verdict?.is && verdict.reason === undefined;
  if (!isNew || !isReview || !verdictDiffers(verdict.is, evaluateSession(after).result.recommendation)) return settled;
  return { ...settled, mode: { type: 'text', purpose: { type: 'reason', verdict: verdict.is }, line: EMPTY_LINE } };
}
