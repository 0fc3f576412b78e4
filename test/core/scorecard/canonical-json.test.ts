import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/core/scorecard/canonical-json.js';

/** The definition, without thought for speed. */
function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${plainly(entry)}`).join(',')}}`;
}

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: fc.nat(0xffff).map(codeUnit) }));

function codeUnit(code: number): string {
  return String.fromCharCode(code);
}

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(true, false, null),
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(text, fc.nat(20).map(String)), tie('value')),
  ),
})).value;

test('of any value it is the text that the definition gives, whatever was written before it', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(value)).toBe(plainly(value));
    }),
    { numRuns: 1000 },
  );
});

test('objects with the same keys in other orders, and with some of them, are each written by their own', () => {
  expect(canonicalJson([{ b: 1, a: 2 }, { a: 1, b: 2 }, { b: 1 }, { b: 1, a: undefined, c: 3 }, {}])).toBe(
    '[{"a":2,"b":1},{"a":1,"b":2},{"b":1},{"b":1,"c":3},{}]',
  );
});

test('only the value itself is written without the key that is left out, not what is in it', () => {
  expect(canonicalJson({ digest: 'x', z: { digest: 'y' }, a: 1 }, 'digest')).toBe('{"a":1,"z":{"digest":"y"}}');
});
