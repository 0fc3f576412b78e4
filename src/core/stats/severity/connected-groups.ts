import { createRoots } from '../../collections/roots.js';
import type { CheckedRatings } from '../ratings/ratings.js';

/**
 * The interviewers (columns) who can be compared, because they share a candidate or are linked through others who do; those
 * without a rating are in no group. One group: all can be.
 *
 * @see Searle (1987), Linear Models for Unbalanced Data, section 5.3 (connectedness)
 */
export function connectedGroups(ratings: CheckedRatings): readonly (readonly number[])[] {
  const roots = createRoots();
  const rating = new Set<number>();
  ratings.forEach((row, candidate) => {
    row.forEach((given, interviewer) => {
      if (given === undefined) return;
      rating.add(interviewer);
      roots.join(`candidate ${candidate}`, `interviewer ${interviewer}`);
    });
  });
  const groups = new Map<string, number[]>();
  for (const interviewer of [...rating].sort((a, b) => a - b)) {
    const root = roots.of(`interviewer ${interviewer}`);
    groups.set(root, [...(groups.get(root) ?? []), interviewer]);
  }
  return [...groups.values()];
}
