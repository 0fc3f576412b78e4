import { expect, test } from 'vitest';
import { z } from 'zod';
import { schemaProblems } from '../../../src/core/schema/schema-problems.js';

const Person = z.strictObject({ name: z.string(), id: z.string().optional() });
const Schema = z.strictObject({
  person: z.union([z.string(), Person]).optional(),
  people: z.array(z.union([z.string(), Person])).default([]),
  byRole: z.record(z.string(), z.union([z.string(), z.array(Person)])).optional(),
});

test.each<[string, object, string]>([
  ['at the top', { peple: [] }, 'unknown key "peple"; did you mean "people"?'],
  ['in one kind of a union', { person: { name: 'x', idd: 'y' } }, 'unknown key "idd"; did you mean "id"?'],
  ['in a list of a union', { people: [{ name: 'x', idd: 'y' }] }, 'unknown key "idd"; did you mean "id"?'],
  [
    'below a union of a union',
    { byRole: { toString: [{ name: 'x', idd: 'y' }] } },
    'unknown key "idd"; did you mean "id"?',
  ],
])('an unknown key %s is told with the one that was meant', (_where, data, message) => {
  const parsed = Schema.safeParse(data, { reportInput: true });
  expect(parsed.error && schemaProblems(parsed.error, Schema).map((problem) => problem.message)).toEqual([message]);
});

const Rated = z.union([
  z.union([z.number(), z.string(), z.null()]),
  z.strictObject({ rating: z.number(), evidence: z.union([z.string(), z.array(z.union([z.string(), Person]))]) }),
]);

function messages(schema: z.ZodType, data: unknown): readonly string[] {
  const parsed = schema.safeParse(data, { reportInput: true });
  return parsed.success
    ? []
    : schemaProblems(parsed.error, schema).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test.each<[string, unknown, string[]]>([
  [
    'is none of its kinds',
    [],
    [': "the document" must be a number, text, nothing or a map of keys (rating, evidence), not a list'],
  ],
  ['is wrong inside of one', { rating: 'x', evidence: 'y' }, ['rating: "rating" must be a number, not text']],
  [
    'is wrong inside of one inside of one',
    { rating: 1, evidence: [7] },
    ['evidence.0: "evidence 1" must be text or a map of keys (name, id), not the number 7; put it in quotes'],
  ],
  [
    'is text that a colon made a map of',
    { rating: 1, evidence: [{ Said: 'never again' }] },
    ['evidence.0: "evidence 1" must be text, not a map of keys; text with a colon needs quotes: "Said: never again"'],
  ],
  [
    'is a map with a mistake',
    { rating: 1, evidence: [{ name: 7 }] },
    ['evidence.0.name: "name" must be text, not the number 7; put it in quotes'],
  ],
])('what may have several kinds and %s is told by what may stand there', (_what, data, expected) => {
  expect(messages(Rated, data)).toEqual(expected);
});

test('a value of a union, and nothing where something must stand', () => {
  const schema = z.strictObject({ weights: z.union([z.record(z.string(), z.number()), z.literal('equal')]) });
  expect(messages(schema, { weights: 'even' })).toEqual([
    'weights: "weights" must be a map of keys or "equal", not text',
  ]);
  expect(messages(schema, {})).toEqual(['weights: "weights" is missing']);
});

test('what YAML 1.1 makes of yes and no is told as the key that was meant, and that as nothing else', () => {
  const Bands = z.strictObject({ yes: z.number(), no: z.number() });
  expect(messages(Bands, { true: 3, false: 2 })).toEqual([
    'true: unknown key "true"; did you mean "yes"?',
    'false: unknown key "false"; did you mean "no"?',
  ]);
  expect(messages(z.strictObject({ id: z.string() }), { true: 3 })).toEqual([
    'id: "id" is missing',
    'true: unknown key "true"; here may stand id',
  ]);
});
