import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseYamlSource } from '../../../src/io/yaml/yaml-source.js';

function read(text: string) {
  const parsed = parseYamlSource(new TextEncoder().encode(text));
  return parsed.ok
    ? { told: [], data: parsed.value.data }
    : {
        told: parsed.problems.map(({ code, line, column }) => `${line}:${column} ${code}`),
        data: parsed.mended?.data,
      };
}

describe('a slip of the hand is told once, at its place, and what was meant is read on', () => {
  test.each<[string, string, string[], unknown]>([
    ['a colon in a text', 'a: Tell me: what # why\nb: 1\n', ['1:4 unquoted-colon'], { a: 'Tell me: what', b: 1 }],
    [
      'two of them',
      'a: x: y\nb:\n  - c: d: e\n',
      ['1:4 unquoted-colon', '3:8 unquoted-colon'],
      { a: 'x: y', b: [{ c: 'd: e' }] },
    ],
    ['a colon at the end of a text', 'a: Say this:\nb: 1\n', ['1:4 unquoted-colon'], { a: 'Say this:', b: 1 }],
    [
      'a colon on the second line of a text',
      'a: text that\n  Goes On: here\n',
      ['2:3 unquoted-colon'],
      { a: 'text that Goes On: here' },
    ],
    ['a colon between braces', 'a: [{ b: x: y, c: 1 }]\n', ['1:10 unquoted-colon'], { a: [{ b: 'x: y', c: 1 }] }],
    ['a colon between curly quotes', 'a: “b: c”\n', ['1:4 unquoted-colon'], { a: '“b: c”' }],
    ['no-break spaces', 'a:\n\u00a0\u00a0b: 1\n\u00a0 c: 2\n', ['2:1 indent-space'], { a: { b: 1, c: 2 } }],
    [
      'ideographic spaces',
      'a:\n\u3000b: 1\n\u3000c: x: y\n',
      ['2:1 indent-space', '3:5 unquoted-colon'],
      { a: { b: 1, c: 'x: y' } },
    ],
    ['a zero-width space', 'a: 1\n\u200bb: 2\n', ['2:1 indent-space'], { a: 1, b: 2 }],
    ['tabs', 'a:\n\t- b: 1\n\t  c: 2\nd: 3\n', ['2:1 indent-space'], { a: [{ b: 1, c: 2 }], d: 3 }],
    ['a no-break space behind a colon', 'a:\n  b:\u00a01\n  c: 2\n', ['2:5 no-space'], { a: { b: 1, c: 2 } }],
    ['no space behind a colon', 'name:Ada\nb: 1\n', ['1:5 no-space'], { name: 'Ada', b: 1 }],
    [
      'no space behind any colon',
      'a:\n  1:Shows\n  2:Knows\n',
      ['2:4 no-space', '3:4 no-space'],
      { a: { 1: 'Shows', 2: 'Knows' } },
    ],
    ['no space behind a colon in braces', 'a: { rating:4, b: 1 }\n', ['1:12 no-space'], { a: { rating: 4, b: 1 } }],
    ['no space behind a hyphen', 'a:\n  -one\n  -two\n', ['2:3 no-space', '3:3 no-space'], { a: ['one', 'two'] }],
    ['a wide colon', 'name：Ada\nb: 1\n', ['1:5 wide-colon'], { name: 'Ada', b: 1 }],
    [
      'dashes as hyphens',
      'a:\n  – b: 1\n    c: 2\n  – b: 3\n',
      ['2:3 list-mark', '4:3 list-mark'],
      { a: [{ b: 1, c: 2 }, { b: 3 }] },
    ],
    ['dots as hyphens', 'a:\n• one\n• two\n', ['2:1 list-mark', '3:1 list-mark'], { a: ['one', 'two'] }],
    ['a quote that is not closed', 'a: "open\nb: 2\nc: "x"\n', ['1:4 open-quote'], { a: '"open', b: 2, c: 'x' }],
    ['an apostrophe in quotes', "a: 'don't'\nb: 1\n", ['1:4 quote-inside'], { a: "'don't'", b: 1 }],
    ['quotes in quotes', 'a: ["a "b" c", d]\n', ['1:5 quote-inside'], { a: ['"a "b" c"', 'd'] }],
    ['text behind quotes', 'a: "No" was said: by all\n', ['1:4 quote-inside'], { a: '"No" was said: by all' }],
    ['a path in double quotes', 'a: "C:\\Users"\n', ['1:7 bad-escape'], { a: '"C:\\Users"' }],
    ...['@', '`', '%', '*', '!', '>', '|', ',', '}'].map((sign): [string, string, string[], unknown] => [
      `text that begins with ${sign}`,
      `a: ${sign} 5: x\nb: 1\n`,
      ['1:4 unquoted-start'],
      { a: `${sign} 5: x`, b: 1 },
    ]),
    ['text that is taken for the head of a block', 'a: >5\nb: 1\n', ['1:4 unquoted-start'], { a: '>5', b: 1 }],
    ['text behind a bracket', 'a: [sic] he said\n', ['1:4 unquoted-start'], { a: '[sic] he said' }],
    ['a hyphen behind a key', 'a: - b\n', ['1:4 unquoted-start'], { a: '- b' }],
    ['a column too far', 'a:\n  - b: x\n     c: y\n', ['3:6 bad-indent'], { a: [{ b: 'x', c: 'y' }] }],
    ['a column too near', 'a:\n  - b: x\n   c: y\n    d: z\n', ['3:4 bad-indent'], { a: [{ b: 'x', c: 'y', d: 'z' }] }],
    ['a list item a column too far', '- a\n - b\n- c\n', ['2:2 bad-indent'], ['a', 'b', 'c']],
    ['a list below a text', 'a: b\n    - c\n', ['2:5 list-in-text'], { a: 'b - c' }],
    ['a bracket that is not closed', 'a: [1, 2\nb: 3\n', ['1:4 open-bracket'], undefined],
    ['a bracket inside of brackets', 'a: { x: [1, 2 }\n', ['1:9 open-bracket'], undefined],
    [
      'a missing comma',
      '{"a": "x" "b": 2,\n"c": 3\n"d": 4}\n',
      ['1:11 missing-comma', '3:1 missing-comma'],
      { a: 'x', b: 2, c: 3, d: 4 },
    ],
    [
      'a comma in a text between braces',
      'a: { b: Compared two, before }\n',
      ['1:23 cut-in-braces'],
      { a: { b: 'Compared two, before' } },
    ],
    [
      'line ends of Windows',
      "a:\r\n  - b: x: y\r\n    c: 'don't'\r\n",
      ['2:8 unquoted-colon', '3:8 quote-inside'],
      { a: [{ b: 'x: y', c: "'don't'" }] },
    ],
    ['a mistake behind a byte order mark', '\ufeffa: b: c\n', ['1:4 unquoted-colon'], { a: 'b: c' }],
  ])('%s', (_name, text, told, data) => {
    expect(read(text)).toEqual({ told, data });
  });
});

test.each([
  ['a block of text', 'a: |\n  foo: bar: baz\n  – x\n  "y\nb: >2\n    c: d\n'],
  ['a quoted text of several lines', 'a: "multi\n   line: x\n   – y"\nb: 1\n'],
  ['addresses and times', 'a: http://x.example\nb:\n  http://x.example/y\nc: 12:30\n'],
  [
    'hyphens, dashes and negative numbers in texts',
    'a: well-known – or so\nb:\n  – an aside\nc: [-1, -x]\nd:\n  -1\n'.replace('b:\n  – an aside\n', ''),
  ],
  ['brackets over several lines', 'a: [one,\n  "two: x", { b: 1,\n  c: 2 }\n]\nd: 1\n'],
  ['a comment with anything in it', '# a: b: c\na: 1 # "x: y\n\t# tab\n'],
])('%s is read as it stands', (_name, text) => {
  expect(read(text).told).toEqual([]);
});

test('the same slip on many lines is one message where it is one cause', () => {
  const parsed = parseYamlSource(new TextEncoder().encode(`a:\n${'\u00a0\u00a0- x\n'.repeat(40)}`));
  expect(!parsed.ok && parsed.problems.map(({ message }) => message)).toEqual([
    'no-break spaces (U+00A0) where the indentation needs plain ones, here and on 39 more lines',
  ]);
});

test('whatever a program writes as YAML is read as it stands', () => {
  const word = fc.constantFrom(
    'a',
    'key:1',
    '- x',
    '-x',
    '–',
    '– dash',
    'C #',
    ': ',
    'x: y',
    "don't",
    '"q"',
    '>5',
    '|',
    '@me',
    '&co',
    '*',
    '：',
    'A b',
    '\n',
  );
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
  const { data } = fc.letrec((tie) => ({
    data: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.array(tie('data'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('data'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  }));
  const layout = fc.record({
    lineWidth: fc.constant(0),
    indent: fc.constantFrom(2, 3, 4),
    indentSeq: fc.boolean(),
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
    defaultStringType: fc.constantFrom(
      'PLAIN' as const,
      'QUOTE_DOUBLE' as const,
      'QUOTE_SINGLE' as const,
      'BLOCK_LITERAL' as const,
    ),
  });
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), data, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
      layout,
      (written, options) => {
        const yaml = stringify(written, { ...options, aliasDuplicateObjects: false, defaultKeyType: 'PLAIN' });
        expect(read(yaml)).toEqual({ told: [], data: parse(yaml) });
      },
    ),
    { numRuns: 100 },
  );
});

describe('whatever is typed into a file', () => {
  const WELL = 'a: one\nb:\n  - c: "two"\n    d: [x, { e: 1 }]\n  - text\nf: |\n  g\n';
  const typed = fc.constantFrom(
    ':',
    ': ',
    ' ',
    '"',
    "'",
    '#',
    ' #',
    '-',
    '\t',
    '\n',
    '[',
    '}',
    ',',
    '*',
    '&',
    '!',
    '>',
    '\u00a0',
    '–',
    '\\',
  );
  const edits = fc.array(fc.tuple(fc.nat(WELL.length), typed, fc.nat(2)), { minLength: 1, maxLength: 4 });

  test('mistakes have a place in it and words of ours', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const text = all.reduce((before, [at, sign, cut]) => before.slice(0, at) + sign + before.slice(at + cut), WELL);
        const parsed = parseYamlSource(new TextEncoder().encode(text));
        const lines = text.split('\n');
        for (const { line = 0, column = 0, message } of parsed.ok ? [] : parsed.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
          expect(message).not.toMatch(/mapping|scalar|implicit|token|flow|block|YAML:|collection|\bnode\b/i);
        }
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
