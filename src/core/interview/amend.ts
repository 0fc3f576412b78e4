import type { Rubric } from '../rubric/rubric.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import type { Amended } from './event.js';

/**
 * What an amendment begins with: all that the sealed scorecard holds. What was not assessed without a reason was
 * perhaps only left open, and is open again. After a debrief, of which `again` names the dimensions to vote on again,
 * the verdict is asked once more, as if there had been none.
 */
export function amendedOf(card: Scorecard, rubric: Rubric, again?: readonly string[]): Amended {
  const dimensions = card.dimensions.map((dimension): [string, Amended['dimensions'][string]] => {
    const { id, rating, reason, evidence = [], asked = [], seconds = 0 } = dimension;
    const questions = rubric.dimensions.find((known) => known.id === id)?.questions ?? [];
    const isOpen = rating === 'not-assessed' && reason === undefined;
    return [
      id,
      {
        ...(isOpen ? {} : { rating }),
        ...(reason === undefined ? {} : { reason }),
        notes: evidence,
        asked: asked.map((text) => questions.findIndex(({ ask }) => ask === text)).filter((position) => position >= 0),
        seconds,
      },
    ];
  });
  const { verdict } = card;
  return {
    digest: card.digest ?? '',
    dimensions: Object.fromEntries(dimensions),
    flags: card.redFlags.map(({ id, evidence = [] }) => ({ id, evidence })),
    notes: card.notes ?? [],
    ...(again ? { after: 'debrief' as const } : {}),
    ...(again && again.length > 0 ? { again } : {}),
    ...(verdict && !again
      ? { verdict: { is: verdict.is, ...(verdict.reason === undefined ? {} : { reason: verdict.reason }) } }
      : {}),
  };
}

/** Whether the rubric has everything that the scorecard rated and saw, so that nothing would be lost. */
export function fitsRubric({ dimensions, redFlags }: Scorecard, rubric: Rubric): boolean {
  return (
    dimensions.length === rubric.dimensions.length &&
    dimensions.every(({ id }, at) => rubric.dimensions[at]?.id === id) &&
    redFlags.every(({ id }) => rubric.redFlags.some((flag) => flag.id === id))
  );
}
