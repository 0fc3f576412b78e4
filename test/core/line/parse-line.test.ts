import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LineContext, type ParsedLine, parseLine } from '../../../src/core/line/parse-line.js';
import { HOME } from '../../support/fake-host.js';
import { AROUND_ZERO, createRubric, createScaledRubric, TENTHS } from '../../support/rubrics.js';

const { scale } = createRubric([{ id: 'craft', weight: 100 }]);
const BOARD: LineContext = { place: 'board', scale, dimensions: 8 };
const REVIEW: LineContext = { ...BOARD, place: 'review' };

interface Case {
  readonly line: string;
  readonly board: string;
  readonly review: string;
}

const { lines }: { lines: readonly Case[] } = JSON.parse(readFileSync(join(HOME, 'test/fixtures/lines.json'), 'utf8'));

/** What a line is, in the words of the fixture. */
function kindOf(parsed: ParsedLine): string {
  switch (parsed.type) {
    case 'rate':
      return `rate ${parsed.rating}`;
    case 'command':
      return `cmd ${parsed.name}`;
    case 'verdict':
      return `verdict ${parsed.is === 'no-decision' ? 'undecided' : parsed.is}`;
    default:
      return parsed.type;
  }
}

describe('a line is what the fixture says', () => {
  test.each(lines)('on the board: $line', ({ line, board }) => {
    expect(kindOf(parseLine(line, BOARD))).toBe(board);
  });

  test.each(lines)('in the review: $line', ({ line, review }) => {
    expect(kindOf(parseLine(line, REVIEW))).toBe(review);
  });
});

describe('a slash and a number is a dimension', () => {
  test.each<[string, ParsedLine]>([
    ['/3', { type: 'go', number: 3 }],
    ['/0', { type: 'go', number: 0 }],
    ['/3 kept it small', { type: 'file', number: 3, text: 'kept it small' }],
    ['/3 4', { type: 'rate-there', number: 3, rating: 4 }],
    ['/3 4 regions', { type: 'file', number: 3, text: '4 regions' }],
    ['/0 4', { type: 'file', number: 0, text: '4' }],
    ['/9', { type: 'note', text: '/9', hint: 'no-such-command' }],
    ['/03 words', { type: 'note', text: '/03 words', hint: 'no-such-command' }],
    ['／３ ４', { type: 'rate-there', number: 3, rating: 4 }],
    ['//3 words', { type: 'note', text: '/3 words' }],
  ])('%s', (line, parsed) => {
    expect(parseLine(line, BOARD)).toEqual(parsed);
    expect(parseLine(line, REVIEW)).toEqual(parsed);
  });
});

describe('a command is meant by a beginning that is no other’s', () => {
  test.each<[string, string]>([
    ['/s', 'cmd skip'],
    ['/FLAG', 'cmd flag'],
    ['/f 7 blamed the intern', 'cmd flag'],
    ['/anc 4', 'cmd anchors'],
    ['/ask 2', 'cmd ask'],
    ['/n', 'cmd next'],
    ['/na', 'cmd na'],
    ['/quit', 'cmd quit'],
    ['?', 'cmd help'],
    ['？', 'cmd help'],
    ['/a', 'keep'],
    ['/q', 'keep'],
    ['/su', 'keep'],
    ['/s bucket is public', 'note'],
    ['/skip no time left', 'cmd skip'],
  ])('%s', (line, kind) => {
    expect(kindOf(parseLine(line, BOARD))).toBe(kind);
  });

  test('and what is none says so, with the way to note it', () => {
    expect(parseLine('/a', BOARD)).toEqual({ type: 'keep', why: '/ask or /anchors?' });
    expect(parseLine('/reveiw', BOARD)).toEqual({ type: 'keep', why: 'no command /reveiw; //reveiw notes it' });
  });
});

test('a note that looks like more says which', () => {
  const hint = (line: string, context = BOARD) => {
    const parsed = parseLine(line, context);
    return parsed.type === 'note' ? parsed.hint : parsed.type;
  };
  expect(hint('12')).toBe('off-scale');
  expect(hint('4: held its load')).toBe('only-alone');
  expect(hint('4 - held its load')).toBe('only-alone');
  expect(hint('9: held its load')).toBeUndefined();
  expect(hint(':wq')).toBe('bare-command');
  expect(hint('submit', REVIEW)).toBeUndefined();
  expect(hint('4', REVIEW)).toBe('number-in-review');
  expect(hint('/tmp full')).toBe('no-such-command');
});

test('a verdict is given by its words alone, in any case', () => {
  for (const line of ['Strong Yes', 'strong-yes', '  STRONG   YES ']) {
    expect(parseLine(line, REVIEW)).toEqual({ type: 'verdict', is: 'strong-yes' });
  }
  expect(parseLine('yes, but', REVIEW)).toMatchObject({ type: 'note' });
});

test.each([
  [TENTHS, ['0', '3.5', '10', '/2 0.5'], ['3.25', '10.5', '11', '4.0', '7,5', '-1', '/2 4.0']],
  [AROUND_ZERO, ['-2', '-1', '0', '2', '/2 -2'], ['-3', '3', '1.5', '-0', '+1', '- 1', '/2 --1']],
])('a rating is one of the scale, spelt as the scale spells it', (range, ratings, others) => {
  const other = createScaledRubric(range, [{ id: 'a' }, { id: 'b' }]);
  const context: LineContext = { place: 'board', scale: other.scale, dimensions: 2 };
  for (const line of ratings) expect(kindOf(parseLine(line, context)), line).toMatch(/^rate/);
  for (const line of others) expect(kindOf(parseLine(line, context)), line).toMatch(/^(note|file)$/);
});

/** What a line would lose if its parse had no words for it; everything else has them. */
const signs = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '/',
        ' ',
        '4',
        '0',
        '3.5',
        '-',
        '１',
        '／',
        'flag',
        'skip',
        'f',
        'ask',
        'é',
        '\n',
        '\u00a0',
        '🔥',
      ),
    )
    .map((parts) => parts.join('')),
);

test('whatever is typed, its words are in a note or in what a command takes, or are nothing but the command', () => {
  fc.assert(
    fc.property(signs, fc.constantFrom(BOARD, REVIEW), (typed, context) => {
      const parsed = parseLine(typed, context);
      const squeeze = (text: string) => text.replace(/\s+/g, '');
      switch (parsed.type) {
        case 'note':
        case 'file':
          expect(squeeze(typed).endsWith(squeeze(parsed.text))).toBe(true);
          expect(squeeze(typed).length - squeeze(parsed.text).length).toBeLessThanOrEqual(4);
          break;
        case 'command':
          expect(squeeze(typed).normalize('NFKC').slice(1, 8).toLowerCase() + squeeze(parsed.words)).toContain(
            squeeze(parsed.words),
          );
          expect(squeeze(typed).endsWith(squeeze(parsed.words))).toBe(true);
          break;
        case 'rate':
          expect(String(parsed.rating)).toBe(typed.normalize('NFKC').trim());
          break;
        case 'empty':
          expect(typed.trim()).toBe('');
          break;
        default:
          expect(typed.normalize('NFKC').trim()).not.toBe('');
      }
    }),
    { numRuns: 2000 },
  );
});
