import { expect, test } from 'vitest';
import { matchesPatterns, parseAllowedSigners, timeOf } from '../../../src/core/signature/allowed-signers.js';

test('a line has principals, options and a key; comments and empty lines say nothing', () => {
  const text = [
    '# who signs',
    '',
    '"R. Panel,r@example.com" namespaces="scorecard,git",valid-after="20260101Z" ssh-ed25519 AAAA a comment',
    '  *@example.com\tssh-rsa BBBB',
  ].join('\r\n');
  expect(parseAllowedSigners(text)).toEqual({
    badLines: [],
    signers: [
      {
        principals: 'R. Panel,r@example.com',
        key: 'AAAA',
        isAuthority: false,
        namespaces: 'scorecard,git',
        validAfter: '20260101Z',
        validBefore: undefined,
        line: 3,
      },
      expect.objectContaining({ principals: '*@example.com', key: 'BBBB', line: 4 }),
    ],
  });
});

test.each([
  'r@example.com',
  'r@example.com AAAA',
  'r@example.com restrict ssh-ed25519 AAAA',
  'r@example.com valid-after="soon" ssh-ed25519 AAAA',
  '"r@example.com ssh-ed25519 AAAA',
])('a line that is not understood counts for nobody: %s', (line) => {
  expect(parseAllowedSigners(line)).toEqual({ signers: [], badLines: [1] });
});

test.each<[string, string, boolean]>([
  ['ada', 'ada', true],
  ['ada', 'adam', false],
  ['a*a', 'ada', true],
  ['a*', 'a', true],
  ['a?', 'a', false],
  ['*@example.com', 'ada@example.com', true],
  ['*@example.com', 'ada@example.com.evil', false],
  ['bo,ada', 'ada', true],
  ['*,!ada', 'ada', false],
  ['!bo', 'ada', false],
  ['', 'ada', false],
])('"%s" takes "%s": %s', (patterns, name, expected) => {
  expect(matchesPatterns(patterns, name)).toBe(expected);
});

test('a hostile pattern costs no more than its length times that of the name', () => {
  const start = performance.now();
  expect(matchesPatterns('*a'.repeat(2000), 'a'.repeat(1999))).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

test.each<[string, number | undefined]>([
  ['20261120Z', Date.UTC(2026, 10, 20)],
  ['202611201430Z', Date.UTC(2026, 10, 20, 14, 30)],
  ['20261120143059Z', Date.UTC(2026, 10, 20, 14, 30, 59)],
  ['20261120', new Date(2026, 10, 20).getTime()],
  ['20261320Z', undefined],
  ['2026', undefined],
])('the time %s', (text, expected) => {
  expect(timeOf(text)).toBe(expected);
});
