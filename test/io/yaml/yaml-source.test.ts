import { describe, expect, test } from 'vitest';
import { LIMITS, parseYamlSource } from '../../../src/io/yaml/yaml-source.js';

const bytes = (text: string) => new TextEncoder().encode(text);

function refused(text: string | Uint8Array): string {
  const parsed = parseYamlSource(typeof text === 'string' ? bytes(text) : text);
  return parsed.ok
    ? 'accepted'
    : parsed.problems.map(({ code, line, column }) => `${code} ${line}:${column}`).join(', ');
}

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`);
  return `a0: &a0 [lol]\n${levels.join('\n')}\n`;
}

describe('hostile YAML is refused, with its place', () => {
  test.each([
    ['an anchor that nothing names', 'a: &co Partners\n', 'anchor 1:8'],
    ['an alias', 'a: &x 1\nb: *x\n', 'alias 2:4'],
    ['a tag of its own', 'a: !secret 1\n', 'tag 1:12'],
    ['a core tag', 'a:\n  - !!binary AA==\n', 'tag 2:14'],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 'duplicate-key 3:1'],
    ['a number and a text that are one key', '1: a\n"1": b\n', 'duplicate-key 2:1'],
    ['__proto__', 'a:\n  __proto__: { polluted: true }\n', 'bad-key 2:3'],
    ['a list as a key', '? [a, b]\n: 1\n', 'bad-key 1:3'],
    ['several documents', 'a: 1\n---\nb: 2\n', 'several-documents 2:1'],
    ['nothing', '\n# only a comment\n', 'empty 1:1'],
    ['a syntax error', 'a: [1, 2\nb: 3\n', 'open-bracket 1:4'],
    ['brackets without end', '['.repeat(200_000), 'too-deep 1:1'],
    ['dashes without end', '- '.repeat(200_000), 'too-deep 1:1'],
    [
      'deep indentation',
      Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'too-deep 258:1',
    ],
  ])('%s', (_name, text, expected) => {
    expect(refused(text)).toBe(expected);
  });

  test('an alias bomb, at its first alias', () => {
    expect(refused(bomb())).toMatch(/^alias 2:/);
  });

  test('a file over the limit', () => {
    expect(refused(`a: ${'x'.repeat(LIMITS.bytes)}`)).toBe('too-large 1:1');
  });

  test.each([
    ['keys', 'k: 1\n'.repeat(LIMITS.tokens / 6)],
    ['aliases', `a: &a x\nb: [${'*a,'.repeat(LIMITS.tokens / 2)}]`],
    ['closed brackets', '}'.repeat(LIMITS.tokens + 1)],
    ['documents', '---\na\n'.repeat(LIMITS.tokens / 4)],
  ])('more %s than any rubric has, before anything is made of them', (_what, text) => {
    expect(refused(text)).toMatch(/^too-many-tokens /);
  });

  test('no more than two documents are read, and a hundred mistakes told', () => {
    expect(refused(`a: 1\n${'---\n"\\q"\n'.repeat(10_000)}`)).toBe('several-documents 2:1');
    const before = Error.stackTraceLimit;
    expect(refused('a: b: c\n'.repeat(5_000)).split(', ')).toHaveLength(100);
    expect(Error.stackTraceLimit).toBe(before);
  });

  test('what is not UTF-8', () => {
    expect(refused(Uint8Array.of(0x61, 0x3a, 0x20, 0xff, 0xfe))).toBe('not-utf8 1:1');
    expect(refused(new Uint8Array(Buffer.from('\ufeffa: b', 'utf16le')))).toBe('not-utf8 1:1');
  });

  test('a syntax error does not stop the others from being told', () => {
    expect(refused('a: 1: 2\nb: "open\n').split(', ').length).toBeGreaterThan(1);
  });
});

test('a map of 14,000 keys is read: duplicates are not looked for pair by pair', () => {
  const text = Array.from({ length: 14_000 }, (_, at) => `k${at}: 1\n`).join('');
  expect(parseYamlSource(bytes(text)).ok).toBe(true);
});

test.each([
  ['yes stays text', 'a: yes', { a: 'yes' }],
  ['a byte order mark is passed over', '\ufeffa: 1', { a: 1 }],
  ['JSON is YAML', '{"a": [1, "b"]}', { a: [1, 'b'] }],
  [
    'many keys on one line',
    `{${Array.from({ length: 100 }, (_, at) => `"k${at}": ${at}`).join(', ')}}`,
    Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`k${at}`, at])),
  ],
  ['line ends of Windows', 'a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
])('%s', (_name, text, data) => {
  const parsed = parseYamlSource(bytes(text));
  expect(parsed.ok && parsed.value.data).toEqual(data);
});

describe('a problem is found again in the text', () => {
  const parsed = parseYamlSource(bytes('a:\n  - b: 1\n    c: 2\n  - b: 3\nscale:\n  labels: { 1: x }\n'));
  const where = (path: (string | number)[], on?: 'key') => {
    if (!parsed.ok) throw new Error('not parsed');
    const { line, column } = parsed.value.locate({
      code: 'missing',
      message: 'x',
      severity: 'error',
      path,
      ...(on ? { on } : {}),
    });
    return `${line}:${column}`;
  };
  test.each([
    ['a value', ['a', 0, 'c'], undefined, '3:8'],
    ['a key', ['a', 0, 'c'], 'key', '3:5'],
    ['a list item', ['a', 1], undefined, '4:5'],
    ['a number as a key', ['scale', 'labels', '1'], 'key', '6:13'],
    ['what is missing: at what should hold it', ['a', 1, 'zzz'], undefined, '4:5'],
  ] as const)('%s', (_name, path, on, expected) => {
    expect(where([...path], on)).toBe(expected);
  });
});
