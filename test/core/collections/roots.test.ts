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

test('a hundred thousand in a row are joined, and joined again, in no time', () => {
  const roots = createRoots();
  for (let at = 100_000; at > 0; at -= 1) roots.join(`${at - 1}`, `${at}`);
  for (let at = 0; at <= 100_000; at += 1) expect(roots.of(`${at}`)).toBe('0');
});
