import { expect, test } from 'vitest';
import { applyEvent, createSession } from '../../../src/core/interview/session.js';
import { planOf } from '../../../src/core/line/plan.js';
import { openedWith } from '../../support/opening.js';
import { createRubric } from '../../support/rubrics.js';

const rubric = createRubric(
  ['a', 'b', 'c', 'd'].map((id) => ({ id, weight: 25, minutes: 10 })),
  { sessions: [{ id: 'first', title: 'First', minutes: 30, dimensions: ['a', 'b'] }] },
);
const at = (minutes: number) => new Date(Date.parse('2026-11-20T14:00:00Z') + minutes * 60_000).toISOString();
const now = (minutes: number) => Date.parse(at(minutes));

test('time is what the dimensions are given, or what was said', () => {
  expect(planOf(createSession(openedWith(rubric)), now(10))).toEqual({
    left: 30,
    over: 0,
    spent: 10,
    isStopped: false,
    toGo: 4,
    minutesEach: 7,
  });
  expect(planOf(createSession({ ...openedWith(rubric), minutes: 45 }), now(10)).left).toBe(35);
});

test('a rated dimension leaves its minutes to the others, and time runs over', () => {
  const session = applyEvent(createSession(openedWith(rubric)), {
    at: at(20),
    type: 'rate',
    dimension: 'a',
    rating: 4,
    stays: true,
  });
  expect(planOf(session, now(20))).toMatchObject({ left: 20, toGo: 3, minutesEach: 6 });
  expect(planOf(session, now(42))).toMatchObject({ left: undefined, over: 2, minutesEach: undefined });
});

test('a clock that is stopped stands, and no time passes while the machine sleeps', () => {
  const paused = applyEvent(createSession(openedWith(rubric)), { at: at(10), type: 'pause' });
  expect(planOf(paused, now(30))).toMatchObject({ left: 30, isStopped: true });
  const away = applyEvent(createSession(openedWith(rubric)), { at: at(100), type: 'away', since: at(5) });
  expect(planOf(away, now(101))).toMatchObject({ left: 34, spent: 6 });
});

test('without minutes there is nothing to be late for', () => {
  const bare = createRubric([{ id: 'a', weight: 100 }]);
  expect(planOf(createSession(openedWith(bare)), now(90))).toMatchObject({ left: undefined, over: 0, spent: 90 });
});
