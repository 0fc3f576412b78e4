import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, say, type TerminalText } from '../../../src/core/text/safe-text.js';
import { truncate, widthOf } from '../../../src/render/text/text.js';

test('a cut text is never wider than asked, whatever it is made of', () => {
  const piece = fc.constantFrom('word ', '山田', 'e\u0301', '👩', '🇩🇪', '❤', 'עדי', '\u0301', '…');
  fc.assert(
    fc.property(
      fc.array(piece),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(say`…`, say`...`),
      (pieces, cells, ellipsis) => {
        const text = pieces.join('') as TerminalText;
        const cut = truncate(text, cells, ellipsis);
        expect(widthOf(cut)).toBeLessThanOrEqual(cells);
        if (widthOf(text) <= cells && cells > 0) expect(cut).toBe(text);
      },
    ),
  );
});

test.each([
  ['Ada Example', 5, 'Ada …'],
  ['山田太郎', 5, '山田…'],
  ['עדי דוגמה', 4, 'עדי…'],
  ['cafe\u0301s', 4, 'caf…'],
])('%j in %i cells is %j', (text, cells, expected) => {
  expect(truncate(clean(text), cells)).toBe(expected);
});
