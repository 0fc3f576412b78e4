import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteTyped, splitTyped } from '../../../src/core/text/shell-words.js';

describe('splitTyped', () => {
  test.each([
    ['scorecard rep', ['scorecard'], 'rep', ''],
    ['scorecard report ', ['scorecard', 'report'], '', ''],
    ['a "Ada Ex', ['a'], 'Ada Ex', '"'],
    ["a 'Ada Ex", ['a'], 'Ada Ex', "'"],
    ['a Ada\\ Ex', ['a'], 'Ada Ex', ''],
    ['a "x \\" $y" b', ['a', 'x " $y'], 'b', ''],
    ['a "" ', ['a', ''], '', ''],
    ["a 'it'\\''s' ", ['a', "it's"], '', ''],
    ['a --role=le', ['a'], '--role=le', ''],
  ])('%s', (line, before, current, quote) => {
    expect(splitTyped(line)).toMatchObject({ before, current, quote });
  });

  test('takes away the quotes that quoteTyped has put around any text', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(word, (text) => {
        expect(splitTyped(`a ${quoteTyped(text, '')} `).before).toEqual(['a', text]);
        expect(splitTyped(`a "${quoteTyped(text, '"')}" `).before).toEqual(['a', text]);
        expect(splitTyped(`a '${quoteTyped(text, "'")}' `).before).toEqual(['a', text]);
      }),
    );
  });
});
