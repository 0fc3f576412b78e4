import { array, assert, constantFrom, integer, property } from 'fast-check';
import { wrapAnsi } from 'fast-wrap-ansi';
import { expect, test } from 'vitest';
import { wrapPlain } from '../../../src/render/text/wrap-plain.js';

const piece = constantFrom('a', 'word', 'longer-word', ' ', ' ', '  ', '\n', '–', 'x'.repeat(30), '“q”');

test('plain text is wrapped as the library wraps it, whatever its words, spaces and lines', () => {
  assert(
    property(array(piece, { maxLength: 30 }), integer({ min: 1, max: 40 }), (pieces, cells) => {
      const text = pieces.join('');
      expect(wrapPlain(text, cells)).toEqual(wrapAnsi(text, cells, { hard: true, trim: true }).split('\n'));
    }),
    { numRuns: 5000 },
  );
});
