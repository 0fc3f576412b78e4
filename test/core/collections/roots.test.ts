import { expect, test } from 'vitest';
import { createRoots } from '../../../src/core/collections/roots.js';

test('what is joined has one root, by however many steps', () => {
  const roots = createRoots();
  roots.join('a', 'b');
  roots.join('c', 'd');
  roots.join('b', 'd');
  expect(new Set(['a', 'b', 'c', 'd'].map(roots.of)).size).toBe(1);
  expect(roots.of('e')).toBe('e');
});

test('the first of two stands for both', () => {
  const roots = createRoots();
  roots.join('a', 'b');
  roots.join('c', 'b');
  expect(roots.of('a')).toBe('c');
});

test('a hundred thousand in a row have one root', () => {
  const roots = createRoots();
  const keys = Array.from({ length: 100_000 }, (_, at) => `${at}`);
  for (const key of keys.toReversed()) roots.join(`${Number(key) - 1}`, key);
  expect(new Set(keys.map(roots.of))).toEqual(new Set(['-1']));
});
