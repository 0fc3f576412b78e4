import { meetingOf, votedAgain } from '../../core/meeting/meeting.js';
import { summarise } from '../../core/panel/summary.js';
import { formatPerson } from '../../core/person/parse-person.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { gatherCards } from '../shared/gather-cards.js';

/**
 * The dimensions of this scorecard that its panel had to talk about first, by their ids: what `panel debrief` of the
 * same store names. Only what the interviewer may see decides; nobody's rating is shown.
 */
export async function talkedAbout(card: Scorecard, store: Store, host: Host): Promise<readonly string[]> {
  const { interviewer, rubric, dimensions } = card;
  const as = formatPerson(interviewer);
  const { cards, people } = await gatherCards([store.location], { as, role: rubric.id, detail: true }, host);
  const { who, repeats } = people;
  for (const { ranked, basis } of summarise(cards, 'score', who)) {
    const own = ranked.find(({ panel }) =>
      panel.members.some((member) => member.cards.some(({ digest }) => digest === card.digest)),
    );
    if (!own) continue;
    const again = votedAgain(meetingOf({ ...own, basis, repeats, who, hasTalked: true }));
    return again.filter((id) => dimensions.some((dimension) => dimension.id === id));
  }
  return [];
}
