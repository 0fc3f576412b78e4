import type { Content } from '../interview/content.js';
import { gapsOf } from '../interview/gaps.js';
import type { Session } from '../interview/session.js';
import { corePositions } from '../rubric/core-questions.js';
import { numbered, positionIn, ratingWords } from './names.js';

/** The same lack in some dimensions: `5, 7 rated 3 without a note`. */
interface Gap {
  readonly count: number;
  readonly words: string;
}

/** What the review lists, each in a few words: `7 rated 3 without a note`. */
export function gapWords(session: Session): readonly string[] {
  const { rubric } = session.open;
  const numberOf = ({ id }: { readonly id: string }) => positionIn(rubric, id) + 1;
  const left = gapsOf(session).notAssessed.map(({ dimension }) => numberOf(dimension));
  return [...unsupported(session), ...gapOf(left, 'not assessed'), ...flagGaps(session)].map(({ words }) => words);
}

/**
 * What `/submit` asks about once more: what was left open, not what was decided to be left out. `2 gaps (5, 7 rated 3
 * without a note)`; `undefined` where there is nothing.
 */
export function openGaps(session: Session): string | undefined {
  const open = session.content.dimensions.flatMap(({ rating }, at) => (rating === undefined ? [at + 1] : []));
  const gaps = [...unsupported(session), ...gapOf(open, 'not rated'), ...flagGaps(session)];
  const count = gaps.reduce((sum, gap) => sum + gap.count, 0);
  if (count === 0) return undefined;
  return `${count} ${count === 1 ? 'gap' : 'gaps'} (${gaps.map(({ words }) => words).join('; ')})`;
}

function gapOf(numbers: readonly number[], what: string): readonly Gap[] {
  return numbers.length === 0 ? [] : [{ count: numbers.length, words: `${numbers.join(', ')} ${what}` }];
}

/** Those of one rating together. */
function unsupported(session: Session): readonly Gap[] {
  const { rubric } = session.open;
  const byRating = new Map<string, number[]>();
  for (const { dimension, state } of gapsOf(session).withoutEvidence) {
    const words = ratingWords(state.rating);
    byRating.set(words, [...(byRating.get(words) ?? []), positionIn(rubric, dimension.id) + 1]);
  }
  return [...byRating].flatMap(([words, numbers]) => gapOf(numbers, `rated ${words} without a note`));
}

/** Notes in which a red flag was seen, and nobody has said which. */
export function pendingFlags({ content }: Session): readonly PendingFlag[] {
  const told = new Set(content.flags.flatMap(({ evidence }) => evidence.map(({ at }) => at)));
  return content.dimensions.flatMap(({ notes }, position) =>
    notes.flatMap((note) => (note.isFlagged && !told.has(note.at) ? [{ position, note }] : [])),
  );
}

export interface PendingFlag {
  readonly position: number;
  readonly note: Content['notes'][number];
}

function flagGaps(session: Session): readonly Gap[] {
  return pendingFlags(session).map(({ position }) => ({
    count: 1,
    words: `⚑ on ${numbered(session.open.rubric, position)}: which?`,
  }));
}

/** How many of the questions that every candidate is asked were asked. */
export function askedCount({ open, content }: Session): { readonly count: number; readonly of: number } {
  const core = open.rubric.dimensions.map((dimension) => corePositions(dimension));
  return {
    count: core.flatMap((positions, at) => positions.filter((one) => content.dimensions[at]?.asked.includes(one)))
      .length,
    of: core.flat().length,
  };
}
