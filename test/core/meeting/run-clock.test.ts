import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastMinutes, runClock } from '../../../src/core/meeting/run-clock.js';

test('45 minutes, worked by hand', () => {
  // 7 to read, 5 for the rest, 5 to close: 28 to talk, of which a minute each and 25 by 90 : 50 : 10.
  const clock = runClock(45, { shares: [90, 50, 10], hasRest: true });
  expect(clock).toEqual({
    reading: { from: 0, minutes: 7 },
    subjects: [
      { from: 7, minutes: 16 },
      { from: 23, minutes: 9 },
      { from: 32, minutes: 3 },
    ],
    rest: { from: 35, minutes: 5 },
    closing: { from: 40, minutes: 5 },
  });
});

test('where all agree, the rest has the time of the talk', () => {
  const { subjects, rest } = runClock(45, { shares: [], hasRest: true });
  expect([subjects, rest?.minutes]).toEqual([[], 33]);
});

describe('whatever there is to talk about', () => {
  const agenda = fc.record({
    shares: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }),
    hasRest: fc.boolean(),
  });
  const long = fc.integer({ min: 0, max: 400 });

  test('the parts follow on one another and add up to the meeting, and each has a minute', () => {
    fc.assert(
      fc.property(agenda, long, (given, more) => {
        const total = leastMinutes(given) + more;
        const { reading, subjects, rest, closing } = runClock(total, given);
        const parts = [reading, ...subjects, ...(rest ? [rest] : []), closing];
        let from = 0;
        for (const part of parts) {
          expect(part.from).toBe(from);
          expect(part.minutes).toBeGreaterThanOrEqual(1);
          from += part.minutes;
        }
        expect(from).toBe(total);
      }),
    );
  });

  test('a wider spread never gets less', () => {
    fc.assert(
      fc.property(agenda, long, (given, more) => {
        const { subjects } = runClock(leastMinutes(given) + more, given);
        for (const [a, one] of given.shares.entries()) {
          for (const [b, other] of given.shares.entries()) {
            if (one > other) expect(subjects[a]?.minutes).toBeGreaterThanOrEqual(subjects[b]?.minutes ?? 0);
          }
        }
      }),
    );
  });
});
