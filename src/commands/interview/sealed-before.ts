import { createPeople } from '../../core/person/person.js';
import { sealedAt } from '../../core/scorecard/chain/newest.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import type { Opening, Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';

interface Desk {
  readonly store: Store;
  readonly host: Host;
}

/** Tells an interviewer who has sealed a scorecard of the candidate by the same rubric that it may be meant. */
export function tellSealedBefore(
  { candidate, interviewer, rubric, session, shadow }: Opening,
  { store, host }: Desk,
): void {
  if (shadow) return;
  const sealed = store
    .sealedBy(interviewer)
    .filter(({ card }) => card.rubric.id === rubric.id && card.session === session && !card.shadow);
  const people = createPeople([...sealed.map(({ card }) => card.candidate), candidate], store.readPeople().same);
  const last = sealed
    .filter(({ card }) => people.isSame(card.candidate, candidate))
    .toSorted((a, b) => sealedAt(a.card) - sealedAt(b.card))
    .at(-1);
  if (!last) return;
  const day = clean(dayOf(last.card.submittedAt ?? ''));
  host.stderr.write(
    say`${clean(interviewer.name)} sealed a scorecard of ${clean(candidate.name)} on ${day}; a second one stands in its place.\nTo change that one: ${command`scorecard amend ${last.location}`}\n`,
  );
}
