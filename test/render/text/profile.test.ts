import { describe, expect, test } from 'vitest';
import type { Rating } from '../../../src/core/rubric/scale.js';
import { profile } from '../../../src/render/text/profile.js';

describe('a profile', () => {
  test.each<[readonly Rating[], number, number, string]>([
    [[1, 2, 3, 4, 5], 1, 5, '▁▂▄▆█'],
    [[1, 2, 3, 4], 1, 4, '▁▃▅█'],
    [[0, 1], 0, 1, '▁█'],
    [[4.5, 3.25], 1, 5, '▇▅'],
    [[3, 'not-assessed', 'not-applicable'], 1, 5, '▄·-'],
    [[], 1, 5, ''],
  ])('of %j on a scale of %i to %i is %s', (ratings, min, max, shown) => {
    expect(profile(ratings, { min, max })).toBe(shown);
  });
});
