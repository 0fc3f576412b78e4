import { whoIsWho } from '../../core/panel/who.js';
import type { Pair } from '../../core/person/person.js';
import type { Draft, Opening } from '../../io/store/store.js';

/** Whose draft it is, and of what. */
interface Wanted extends Pick<Opening, 'candidate' | 'interviewer' | 'rubric'> {
  readonly session?: string | undefined;
}

/** The drafts of these two people for this rubric and session that amend nothing, the latest first. */
export function draftsOf(wanted: Wanted, drafts: readonly Draft[], same: readonly Pair[]): readonly Draft[] {
  const { candidates, interviewers } = whoIsWho([...drafts.map(({ session }) => session.open), wanted], same);
  return drafts
    .filter(
      ({ session: { open } }) =>
        open.rubric.id === wanted.rubric.id && open.session === wanted.session && open.amends === undefined,
    )
    .filter(
      ({ session: { open } }) =>
        candidates.isSame(open.candidate, wanted.candidate) &&
        interviewers.isSame(open.interviewer, wanted.interviewer),
    )
    .toSorted((a, b) => Date.parse(b.session.lastAt) - Date.parse(a.session.lastAt));
}
