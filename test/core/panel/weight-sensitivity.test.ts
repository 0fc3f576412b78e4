import { expect, test } from 'vitest';
import { fromWhole, rational } from '../../../src/core/numbers/rational.js';
import { weightSensitivity } from '../../../src/core/panel/weight-sensitivity.js';

function sensitivity(means: readonly (readonly number[])[], weights: readonly number[]) {
  return weightSensitivity({ ratings: means.map((own) => own.map(fromWhole)), weights: weights.map(fromWhole) });
}

test('equal weights may reverse an order that the rubric’s weights make', () => {
  // 80·4 + 20·2 = 360 before 80·3 + 20·5 = 340; equal: 6 after 8
  const { equal } = sensitivity(
    [
      [4, 2],
      [3, 5],
    ],
    [80, 20],
  );
  expect(equal).toEqual({ reversed: [{ ahead: 0, behind: 1 }], levelled: [], tau: -1 });
});

test('each weight is made a fifth smaller and larger, the others rescaled', () => {
  const { fifths } = sensitivity(
    [
      [4, 2],
      [3, 5],
    ],
    [80, 20],
  );
  expect(fifths.map(({ dimension, from, to }) => [dimension, from, to])).toEqual([
    [0, rational(4n, 5n), rational(16n, 25n)],
    [0, rational(4n, 5n), rational(24n, 25n)],
    [1, rational(1n, 5n), rational(4n, 25n)],
    [1, rational(1n, 5n), rational(6n, 25n)],
  ]);
  // The order turns below 3/4: a fifth less than 4/5 is 16/25.
  expect(fifths.map(({ reversed }) => reversed.length)).toEqual([1, 0, 0, 0]);
});

test('a weight grown by a fifth stops at the whole', () => {
  const { fifths } = sensitivity(
    [
      [4, 2],
      [3, 5],
    ],
    [90, 10],
  );
  expect(fifths[1].to).toEqual(rational(1n, 1n));
});

test('the smallest change between neighbours is exact', () => {
  const { neighbours } = sensitivity(
    [
      [4, 2],
      [3, 5],
    ],
    [80, 20],
  );
  expect(neighbours).toEqual([
    { ahead: 0, behind: 1, flip: { criterion: 0, from: rational(4n, 5n), to: rational(3n, 4n) } },
  ]);
});

test('the first place may fall to one who is not second', () => {
  // The first is nowhere below the second. The third passes it when the last dimension, 1 point better, outweighs
  // the 4 points on the others: above 4/5.
  const { first } = sensitivity(
    [
      [5, 5, 4],
      [5, 4, 4],
      [1, 1, 5],
    ],
    [10, 50, 40],
  );
  expect(first).toMatchObject({ ahead: 0, behind: 2, flip: { criterion: 2, to: rational(4n, 5n) } });
});

test('who dominates can’t be passed by any change of one weight', () => {
  const { neighbours, first } = sensitivity(
    [
      [5, 5],
      [4, 4],
    ],
    [50, 50],
  );
  expect(neighbours).toEqual([{ ahead: 0, behind: 1, flip: undefined }]);
  expect(first).toBeUndefined();
});

test('who is level has no order to lose', () => {
  const { neighbours, first, equal } = sensitivity(
    [
      [5, 3],
      [3, 5],
    ],
    [50, 50],
  );
  expect(neighbours).toEqual([]);
  expect(first).toBeUndefined();
  expect(equal).toEqual({ reversed: [], levelled: [], tau: undefined });
});

test('a first place that two share can’t be lost to a third, though the third could pass one of them', () => {
  const { first, neighbours } = sensitivity(
    [
      [5, 3],
      [3, 5],
      [4, 3],
      [1, 5],
    ],
    [50, 50],
  );
  expect(first).toBeUndefined();
  expect(neighbours.map(({ ahead, behind }) => [ahead, behind])).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test('a single dimension has no other weights', () => {
  expect(sensitivity([[5], [3]], [100]).fifths).toEqual([]);
});
