import { expect, test } from 'vitest';
import { goneDecisionOn, goneDecisions } from '../../../src/core/decision/lost-decision.js';
import type { LogEntry } from '../../../src/core/log/entry.js';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const entry = (type: LogEntry['type'], parts: Partial<LogEntry>): LogEntry => ({
  at: '2026-11-21T09:00:00Z',
  by: { name: 'H. Brandt' },
  scorecards: [],
  ...parts,
  type,
});
const decided = (decision: string, ...cards: string[]) =>
  entry('decide', { decisions: [digest(decision)], scorecards: cards.map((card) => ({ digest: digest(card) })) });

test('a decision that is gone is found by a scorecard that amends what it rested on', () => {
  const amended = (card: string, before: string) =>
    entry('amend', { scorecards: [{ digest: digest(card), amends: digest(before) }] });
  const entries = [decided('d', 'a'), amended('b', 'a'), amended('c', 'b')];
  expect(goneDecisionOn({ entries, unread: [] }, [], [digest('c')])?.digest).toBe(digest('d'));
  expect(goneDecisionOn({ entries, unread: [] }, [], [digest('e')])).toBeUndefined();
});

test('amendments that go round in a damaged log end', () => {
  const round = entry('amend', {
    scorecards: [
      { digest: digest('a'), amends: digest('b') },
      { digest: digest('b'), amends: digest('a') },
    ],
  });
  expect(goneDecisionOn({ entries: [round], unread: [] }, [], [digest('a')])).toBeUndefined();
});

test('what was erased on purpose is not gone', () => {
  const entries = [decided('d', 'a'), decided('e', 'b'), entry('erase', { decisions: [digest('d')] })];
  expect(goneDecisions({ entries, unread: [] }, []).map((gone) => gone.digest)).toEqual([digest('e')]);
});
