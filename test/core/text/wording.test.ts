import { expect, test } from 'vitest';
import { shorten } from '../../../src/core/text/wording.js';

test.each([
  ['x'.repeat(40), 'x'.repeat(40)],
  ['x'.repeat(41), `${'x'.repeat(40)}…`],
  ['😀'.repeat(40), '😀'.repeat(40)],
  [`x${'😀'.repeat(60)}`, `x${'😀'.repeat(39)}…`],
])('of %s at most forty letters are quoted, each whole', (text, quoted) => {
  expect(shorten(text)).toBe(quoted);
});
