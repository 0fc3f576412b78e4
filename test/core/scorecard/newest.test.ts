import { expect, test } from 'vitest';
import { newestOf } from '../../../src/core/scorecard/newest.js';

const card = (digest: string, amends?: string, day = 20) => ({
  digest,
  submittedAt: `2026-11-${day}T14:00:00Z`,
  ...(amends === undefined ? {} : { amends: { digest: amends, reason: 'misheard' } }),
});
const newest = (...cards: ReturnType<typeof card>[]) => newestOf(cards, (one) => one).map(({ digest }) => digest);

test('a chain counts once, for its newest', () => {
  expect(newest(card('c', 'b', 22), card('a'), card('b', 'a', 21), card('other'))).toEqual(['c', 'other']);
});

test('of two that amend one scorecard the later counts, with what amends it', () => {
  expect(newest(card('a'), card('early', 'a', 21), card('late', 'a', 22), card('of-early', 'early', 23))).toEqual([
    'late',
  ]);
});

test('an amendment stands alone where its predecessor is not there', () => {
  expect(newest(card('b', 'gone'))).toEqual(['b']);
});
