import { expect, test } from 'vitest';
import { buildScorecard } from '../../../src/core/interview/build-scorecard.js';
import type { SessionChange } from '../../../src/core/interview/event.js';
import { replay } from '../../../src/core/interview/session.js';
import { openedWith } from '../../support/opening.js';
import { createRubric } from '../../support/rubrics.js';

const RUBRIC = createRubric([
  { id: 'a', weight: 60 },
  { id: 'b', weight: 40 },
]);
const OPEN = openedWith(RUBRIC);
const { at } = OPEN;

function seal(...changes: readonly SessionChange[]) {
  const { verdict, changedAfterReveal } = buildScorecard(
    replay([OPEN, ...changes.map((change) => ({ at, ...change })), { at, type: 'submit' }]),
  );
  return { verdict, changedAfterReveal };
}

const rate = (dimension: string, rating: number): SessionChange => ({ type: 'rate', dimension, rating });
const RATED = [rate('a', 4), rate('b', 2)];
const YES: SessionChange = { type: 'verdict', is: 'yes' };

test('where nothing changed after the recommendation was shown, nothing is told', () => {
  expect(seal(...RATED, YES)).toEqual({ verdict: { is: 'yes' }, changedAfterReveal: undefined });
});

test('the first verdict is kept beside the last, through undo too', () => {
  expect(seal(...RATED, YES, { type: 'verdict', is: 'no' }).verdict).toEqual({ is: 'no', first: 'yes' });
  expect(seal(...RATED, YES, { type: 'undo' }, { type: 'verdict', is: 'no' }).verdict).toEqual({
    is: 'no',
    first: 'yes',
  });
});

test('ratings and red flags that changed afterwards are told, those changed back are not', () => {
  const flag: SessionChange = { type: 'flag', flag: 'worry' };
  expect(seal(...RATED, flag, YES, rate('b', 5), { type: 'unflag', flag: 'worry' }).changedAfterReveal).toEqual([
    { dimension: 'b', from: 2, to: 5 },
    { flag: 'worry', to: 'withdrawn' },
  ]);
  expect(seal(...RATED, YES, flag, { type: 'clear', dimension: 'a' }).changedAfterReveal).toEqual([
    { dimension: 'a', from: 4, to: 'not-assessed' },
    { flag: 'worry', to: 'observed' },
  ]);
  expect(seal(...RATED, YES, rate('b', 5), rate('b', 2)).changedAfterReveal).toBeUndefined();
});

test('a dimension that is decided as not assessed afterwards did not change', () => {
  expect(seal(rate('a', 4), YES, { type: 'rate', dimension: 'b', rating: 'not-assessed' }).changedAfterReveal).toBe(
    undefined,
  );
});
