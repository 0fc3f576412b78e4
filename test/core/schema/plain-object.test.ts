import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SessionEventSchema } from '../../../src/core/interview/event.js';
import { plainObjectCheck } from '../../../src/core/schema/plain-object.js';

const CHECKS = SessionEventSchema.options.map(plainObjectCheck);
const isPlain = (data: unknown) => CHECKS.some((check) => check(data));
const at = '2026-11-20T14:00:00.000Z';

test.each([
  { type: 'rate', dimension: 'craft', rating: 4, question: 0, stays: true },
  { type: 'rate', dimension: 'craft', rating: 'not-assessed', reason: 'no time' },
  { type: 'note', dimension: 'craft', text: 'held its load', question: 1, noted: '2026-11-20T15:00:00+01:00' },
  { type: 'mend', note: 2, to: null },
  { type: 'go', to: 3 },
  { type: 'plan', minutes: 45.5 },
  { type: 'undo' },
])('what a journal mostly holds is plain: %o', (event) => {
  expect(isPlain({ at, ...event })).toBe(true);
});

const value = fc.oneof(
  fc.constantFrom<unknown>(
    ...['rate', 'note', 'mend', 'go', 'undo', 'flag', 'verdict', 'plan', 'asked', 'yes', 'craft', '', 'not-assessed'],
    ...[at, '2026-02-30T14:00:00Z', '2026-11-20', 0, 1, -1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY],
    ...[true, false, null, undefined, [], {}],
  ),
  fc.anything(),
);
const KEYS = [...new Set(SessionEventSchema.options.flatMap(({ shape }) => Object.keys(shape)))];
const event = fc.dictionary(fc.constantFrom(...KEYS, 'later', '__proto__', 'toString'), value, { maxKeys: 6 });
const likely = fc.record({ at: fc.constant(at), type: fc.constantFrom('rate', 'note', 'mend', 'go', 'undo', 'plan') });

test('what is plain the schema takes, and gives back as it is', () => {
  fc.assert(
    fc.property(event, fc.option(likely), (data, more) => {
      const whole = { ...data, ...more };
      fc.pre(isPlain(whole));
      expect(SessionEventSchema.safeParse(whole)).toEqual({ success: true, data: whole });
    }),
    { numRuns: 500, maxSkipsPerRun: 1000 },
  );
});
