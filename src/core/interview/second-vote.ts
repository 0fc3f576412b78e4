import type { Session } from './session.js';

/** Positions of the dimensions that are voted on again after the debrief, in the order in which they are offered. */
export function votesAgain({ open }: Pick<Session, 'open'>): readonly number[] {
  const { amends, rubric } = open;
  return (amends?.again ?? [])
    .map((id) => rubric.dimensions.findIndex((dimension) => dimension.id === id))
    .filter((position) => position >= 0);
}

/** Where it goes on from a dimension that is voted on again: to the next of them, at last to the review. */
export function afterVote(session: Session): number | undefined {
  const votes = votesAgain(session);
  const at = votes.indexOf(session.content.cursor);
  return at < 0 ? undefined : (votes[at + 1] ?? session.open.rubric.dimensions.length);
}
