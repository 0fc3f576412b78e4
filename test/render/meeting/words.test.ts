import { expect, test } from 'vitest';
import { lettersOf } from '../../../src/render/meeting/words.js';

const membersWith = (letters: readonly (string | undefined)[]) => letters.map((letter) => ({ letter }));

test('whoever goes by a label stands on the scale by its letter, also where others of the plan are not in yet', () => {
  expect(lettersOf(membersWith(['B', 'C', undefined, undefined]))).toEqual(['B', 'C', 'A', 'D']);
});

test('without labels the letters follow one another', () => {
  expect(lettersOf(membersWith([undefined, undefined, undefined]))).toEqual(['A', 'B', 'C']);
});
