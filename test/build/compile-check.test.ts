import { expect, test } from 'vitest';
import { z } from 'zod';
import { compileChecks } from '../../src/build/compile-check.js';

const json = z.toJSONSchema;

test.each<[string, z.ZodType]>([
  ['a map that takes no other keys', z.strictObject({ id: z.string() })],
  ['a map with keys of a pattern', z.record(z.string().regex(/^a/), z.string())],
  ['a length that a text may have at most', z.string().max(3)],
  ['a multiple', z.number().multipleOf(5)],
])('%s is refused, not left unchecked', (_what, schema) => {
  expect(() => compileChecks({ isGood: json(schema) })).toThrow(RangeError);
});

test('what is written is small and says nothing but yes and no', () => {
  expect(
    compileChecks({ isGood: json(z.looseObject({ id: z.string().min(1), at: z.number().optional() })) }),
  ).toMatchInlineSnapshot(`
    "const c0 = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value["id"] === 'string' && value["id"].length >= 1) && (value["at"] === undefined || (Number.isFinite(value["at"])));
    export const isGood = (value) => (c0(value));
    "
  `);
});
