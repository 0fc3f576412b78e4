import { expect, test } from 'vitest';
import { coverageOf } from '../../../src/core/plan/coverage.js';
import { parsePlan } from '../../../src/core/plan/parse-plan.js';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { createRubric } from '../../support/rubrics.js';

const sessions = [{ id: 'talk', title: 'Talk', minutes: 45, dimensions: ['second'] }];

function covered(rubric: Rubric, interviewers: readonly unknown[], own: readonly unknown[] = []) {
  const checked = parsePlan({ candidate: 'Ada Example', role: 'sample', sessions: own, interviewers }, rubric);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('; '));
  return coverageOf(checked.value, rubric).map(
    ({ dimension, by, carries }) => `${dimension.id}${carries ? '!' : ''} ${by.map(({ name }) => name).join(', ')}`,
  );
}

test('a dimension is covered by whoever holds a session with it or all dimensions, and never by a shadow', () => {
  const rubric = createRubric(
    [
      { id: 'first', weight: 40 },
      { id: 'second', weight: 30 },
      { id: 'third', weight: 30 },
    ],
    { sessions },
  );
  const own = [{ id: 'code', title: 'Code', minutes: 60, dimensions: ['first', 'second'] }];
  const people = [
    { name: 'J. Lee', sessions: ['talk'] },
    { name: 'A. Novak', sessions: ['code'] },
  ];
  expect(covered(rubric, people, own)).toEqual(['first! A. Novak', 'second J. Lee, A. Novak', 'third ']);
  expect(covered(rubric, [people[0], { name: 'M. Okafor', shadow: true }])).toEqual([
    'first! ',
    'second J. Lee',
    'third ',
  ]);
  expect(covered(rubric, ['M. Okafor'])).toEqual(['first! M. Okafor', 'second M. Okafor', 'third M. Okafor']);
});

test('dimensions with a minimum carry the role, else the heaviest, else none', () => {
  const three = (weights: readonly number[], minimum?: number) =>
    createRubric(
      weights.map((weight, at) => ({
        id: `d${at}`,
        weight,
        ...(at === 0 && minimum !== undefined ? { minimum } : {}),
      })),
    );
  const carrying = (rubric: Rubric) => covered(rubric, ['J. Lee']).map((line) => line.includes('!'));
  expect(carrying(three([20, 50, 30], 2))).toEqual([true, false, false]);
  expect(carrying(three([20, 40, 40]))).toEqual([false, true, true]);
  expect(carrying(three([25, 25, 25, 25]))).toEqual([false, false, false, false]);
});
