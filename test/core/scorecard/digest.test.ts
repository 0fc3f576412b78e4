import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, fitsDigest } from '../../../src/core/scorecard/digest.js';

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;

test('the digest is over JSON without white space, its keys in the order of their text, nested ones too', () => {
  const value = { b: [{ z: 1, a: 'ü "quoted"' }, null], labels: { 2: 'two', 10: 'ten' }, a: 1.5, left: undefined };
  expect(digestOf(value)).toBe(
    sha256('{"a":1.5,"b":[{"a":"ü \\"quoted\\"","z":1},null],"labels":{"10":"ten","2":"two"}}'),
  );
});

test('neither the order of keys nor the digest itself changes it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const backwards = Object.fromEntries(Object.entries(record).reverse());
      expect(digestOf({ ...backwards, digest: 'sha256:other' })).toBe(digestOf({ ...record, digest: undefined }));
    }),
  );
});

test('a key named __proto__ is a key like any other', () => {
  expect(digestOf(JSON.parse('{"__proto__":{"a":1}}'))).toBe(sha256('{"__proto__":{"a":1}}'));
});

test('what version 0.1 sealed, keys that are numbers in the order of the numbers, still fits its digest', () => {
  const value = { labels: { 2: 'two', 10: 'ten' }, a: 1 };
  expect(fitsDigest(value, sha256('{"a":1,"labels":{"2":"two","10":"ten"}}'))).toBe(true);
  expect(fitsDigest(value, digestOf(value))).toBe(true);
  expect(fitsDigest({ ...value, a: 2 }, sha256('{"a":1,"labels":{"2":"two","10":"ten"}}'))).toBe(false);
});
