import { array, assert, constantFrom, integer, property } from 'fast-check';
import { wrapAnsi } from 'fast-wrap-ansi';
import { expect, test } from 'vitest';
import { wrapAnsi as standIn } from '../../src/build/stand-ins/wrap-ansi.js';

const piece = constantFrom(
  'a',
  'word',
  ' ',
  '  ',
  '…',
  '❯ ',
  '✔',
  '◉',
  '↑↓',
  '⏎ • ',
  '“q”',
  '漢字',
  'é',
  'e\u0301',
  '👩‍💻',
  '\t',
  '\u001b[1m',
  '\u001b[36m',
  '\u001b[39m',
  '\u001b[22m',
  '\u001b[0;1m',
  '\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007',
  '\u001b[2K',
  '\u001b[?25l',
  '\u001b[?25h',
);

test("a line is wrapped as by the library, with Inquirer's options and others", () => {
  const options = constantFrom(
    { trim: false, wordWrap: false },
    { trim: false, hard: true },
    { hard: true },
    undefined,
  );
  assert(
    property(array(piece, { maxLength: 12 }), integer({ min: 1, max: 40 }), options, (pieces, columns, chosen) => {
      const text = pieces.join('');
      expect(standIn(text, columns, chosen)).toBe(wrapAnsi(text, columns, chosen));
    }),
    { numRuns: 5000 },
  );
});
