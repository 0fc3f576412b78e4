import { type Meeting, meetingOf } from '../../src/core/meeting/meeting.js';
import { type PanelCard, readPanelCard } from '../../src/core/panel/card.js';
import { countingCards } from '../../src/core/panel/counting-cards.js';
import { createEditionRegistry } from '../../src/core/panel/edition.js';
import { summarise } from '../../src/core/panel/summary.js';
import { whoIsWho } from '../../src/core/panel/who.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import type { Scorecard } from '../../src/core/scorecard/scorecard.js';
import { createScorecard } from './scorecards.js';

type Parts = Parameters<typeof createScorecard>[0];

/** A scorecard, sealed. */
export function sealed(parts: Parts): Scorecard {
  return seal(createScorecard(parts));
}

/** What its interviewer sealed in its place, mostly after the debrief. */
export function amended(earlier: Scorecard, parts: Parts, reason = 'what was said', isAfterDebrief = true): Scorecard {
  const { candidate, interviewer } = earlier;
  const later = createScorecard({ candidate: candidate.name, interviewer: interviewer.name, ...parts });
  const amends = { digest: earlier.digest ?? '', reason, ...(isAfterDebrief ? { after: 'debrief' as const } : {}) };
  return seal({ ...later, id: `${earlier.id}-2`, amends });
}

function seal(card: Scorecard): Scorecard {
  const { digest: _digest, ...open } = card;
  return { ...open, digest: digestOf(open) };
}

/** The meeting of the one candidate that these scorecards are about. */
export function meetingAbout(scorecards: readonly Scorecard[], hasTalked = false): Meeting {
  const registry = createEditionRegistry();
  const cards = scorecards.map((card): PanelCard => {
    const read = readPanelCard(card, card.id, { registry, keepsEvidence: true, keepsDetail: true });
    if (!read?.ok) throw new Error(JSON.stringify(read));
    return read.value;
  });
  const who = whoIsWho(cards);
  const { cards: counting, repeats } = countingCards(cards, who);
  const [group] = summarise(counting, 'score', who);
  const [ranked] = group?.ranked ?? [];
  if (!group || !ranked) throw new Error('nobody');
  return meetingOf({ ...ranked, basis: group.basis, repeats, who, hasTalked });
}
