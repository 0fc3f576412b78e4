import { buildDecision, type Decided } from '../../src/core/decision/build-decision.js';
import type { DecisionRecord } from '../../src/core/decision/decision.js';
import { knownThen } from '../../src/core/decision/known-then.js';
import type { Scorecard } from '../../src/core/scorecard/scorecard.js';
import { jsonDocument } from '../../src/core/text/safe-text.js';
import { meetingAbout } from './meetings.js';

interface Parts extends Partial<Decided> {
  readonly id?: string;
}

/** A decision on these scorecards, sealed. */
export function decisionOnCards(cards: readonly Scorecard[], parts: Parts = {}): DecisionRecord {
  const meeting = meetingAbout(cards, true);
  const { id = '2026-11-27-ada-example-sample', ...said } = parts;
  return buildDecision({
    program: { name: 'scorecard', version: '0.0.0' },
    id,
    candidate: meeting.panel.candidate,
    decided: {
      decision: 'hire',
      by: { name: 'H. Brandt' },
      recordedBy: undefined,
      why: 'Led two severe incidents well',
      whyDiffers: undefined,
      followUp: undefined,
      replaces: undefined,
      decidedAt: '2026-11-27T11:40:00+00:00',
      decidedOn: '2026-11-27',
      ...said,
    },
    known: knownThen({ meeting, repeats: [], isAcrossVersions: false }),
    waiting: [],
  });
}

/** The file of a decision, by its path from where the store is. */
export function decisionFile(store: string, record: DecisionRecord): Record<string, string> {
  return { [`${store}/decisions/${record.id}.json`]: jsonDocument(record) };
}
