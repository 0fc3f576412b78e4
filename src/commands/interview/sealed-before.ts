import { createPeople } from '../../core/person/person.js';
import { sealedAt } from '../../core/scorecard/chain/newest.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import type { Opening, SealedScorecard, Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';

/** What the interviewer has sealed of the candidate by the same rubric and session, the last one last. */
export function sealedBefore(
  { candidate, interviewer, rubric, session, shadow }: Opening,
  store: Store,
): readonly SealedScorecard[] {
  const sealed = store.sealedBy(interviewer).filter(({ card }) => {
    return card.rubric.id === rubric.id && card.session === session && Boolean(card.shadow) === Boolean(shadow);
  });
  const people = createPeople([...sealed.map(({ card }) => card.candidate), candidate], store.readPeople().same);
  return sealed
    .filter(({ card }) => people.isSame(card.candidate, candidate))
    .toSorted((a, b) => sealedAt(a.card) - sealedAt(b.card));
}

/** Tells an interviewer who has sealed such a scorecard that it may be meant. */
export function tellSealedBefore(
  { candidate, interviewer, shadow }: Opening,
  sealed: readonly SealedScorecard[],
  host: Host,
): void {
  const last = sealed.at(-1);
  if (shadow || !last) return;
  const day = clean(dayOf(last.card.submittedAt ?? ''));
  host.stderr.write(
    say`${clean(interviewer.name)} sealed a scorecard of ${clean(candidate.name)} on ${day}; a second one stands in its place.\nTo change that one: ${command`scorecard amend ${last.location}`}\n`,
  );
}
