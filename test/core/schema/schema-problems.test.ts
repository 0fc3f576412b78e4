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
