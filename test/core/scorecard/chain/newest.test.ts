import { expect, test } from 'vitest';
import { newestOf } from '../../../../src/core/scorecard/chain/newest.js';

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

test('of two amendments of a scorecard that is not there the later counts', () => {
  expect(newest(card('b', 'gone', 22), card('c', 'gone', 21))).toEqual(['b']);
});

test('a long chain takes as long as it has scorecards', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => card(`${at}`, at === 0 ? undefined : `${at - 1}`));
  const start = performance.now();
  expect(newest(...chain.reverse())).toEqual(['19999']);
  expect(performance.now() - start).toBeLessThan(3000);
});
