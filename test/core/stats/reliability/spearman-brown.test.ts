import { describe, expect, test } from 'vitest';
import { rational } from '../../../../src/core/numbers/rational.js';
import { ratersFor, spearmanBrown } from '../../../../src/core/stats/reliability/spearman-brown.js';

describe('Spearman and Brown', () => {
  test('from .44 of one interviewer, one to six have .44 .61 .70 .76 .80 .83', () => {
    const reached = [1, 2, 3, 4, 5, 6].map((raters) => spearmanBrown(0.44, raters));
    expect(reached.map((value) => Math.round(value * 1000))).toEqual([440, 611, 702, 759, 797, 825]);
  });

  test('.80 takes 5.1 interviewers who hold interviews of their own, which is six, and two in one panel', () => {
    expect(ratersFor(0.44, 0.8)).toEqual(rational(56n, 11n));
    expect(ratersFor(0.74, 0.8)).toEqual(rational(52n, 37n));
  });

  test('a target that is reached exactly takes nobody more', () => {
    expect(ratersFor(0.5, 0.8)).toEqual(rational(4n, 1n));
    expect(ratersFor(0.2, 0.6)).toEqual(rational(6n, 1n));
  });

  test('a reliability of 0 or 1 reaches nothing, and what is none is refused', () => {
    expect(() => ratersFor(0, 0.8)).toThrow(RangeError);
    expect(() => ratersFor(0.44, 1)).toThrow(RangeError);
    expect(() => spearmanBrown(1.2, 2)).toThrow(RangeError);
  });
});
