import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { command, quoteTyped, shellWord, splitTyped } from '../../../src/core/text/shell-words.js';

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

describe('shellWord', () => {
  test.each([
    ['out.rejects.csv', 'out.rejects.csv'],
    ['/srv/panel_2/山田-太郎.json', '/srv/panel_2/山田-太郎.json'],
    ['', "''"],
    ['A "B" $USER', `'A "B" $USER'`],
    ["it's", `'it'\\''s'`],
    ['~/x', "'~/x'"],
    ['=ls', "'=ls'"],
    ['a\u001b[31m\n\u202eb', "$'a\\033[31m\\012\\342\\200\\256b'"],
  ])('%s is typed as %s', (text, expected) => {
    expect(shellWord(text)).toBe(expected);
  });

  test('a real shell takes it for the same word, whatever is in it', () => {
    const signs = fc.constantFrom(
      'a',
      ' ',
      '"',
      "'",
      '$',
      '`',
      '\\',
      '!',
      '*',
      '~',
      '#',
      '=',
      '\n',
      '\u001b',
      '\u009b',
      '\u202e',
      '&',
      ';',
      '(',
      'é',
    );
    const words = fc.array(fc.string({ unit: signs }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (texts) => {
        const script = `printf '%s\\0' ${texts.map(shellWord).join(' ')}`;
        const told = execFileSync('bash', ['-c', script], { encoding: 'utf8' });
        expect(told).toBe(texts.map((text) => `${text}\0`).join(''));
      }),
      { numRuns: 30 },
    );
  });
});

describe('command', () => {
  test('a value is one word of it, a list as many as it has', () => {
    expect(command`scorecard batch ${'a b.csv'} ${['--role', '$(id)']}`).toBe(
      "scorecard batch 'a b.csv' --role '$(id)'",
    );
  });
});
