import { z } from 'zod';
import type { Checked } from '../problem.js';
import { measured } from '../schema/measured.js';
import { schemaProblems } from '../schema/schema-problems.js';
import type { Known } from './people-file.js';
import type { Pair } from './person.js';

const TextSchema = z.string().trim().min(1, measured);
const ListSchema = z.array(z.array(TextSchema).min(2, measured)).nullish();

const HoldSchema = z.strictObject({
  /** A name or an id. */
  person: TextSchema,
  why: TextSchema,
  since: TextSchema.exactOptional(),
  by: TextSchema.exactOptional(),
});

/** `people.yaml` of a store: each item of the first two is a list of names or ids. */
const PeopleFileSchema = z.strictObject({
  same: ListSchema,
  different: ListSchema,
  holds: z.array(HoldSchema).nullish(),
});

export function parsePeople(data: unknown): Checked<Known> {
  const parsed = PeopleFileSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, PeopleFileSchema) };
  const { same, different, holds } = parsed.data;
  return {
    ok: true,
    value: {
      same: same?.flatMap(neighbours) ?? [],
      different: different?.flatMap(allPairs) ?? [],
      holds: holds ?? [],
    },
  };
}

function neighbours(texts: readonly string[]): readonly Pair[] {
  return texts.slice(1).map((text, at): Pair => [texts[at] ?? '', text]);
}

function allPairs(texts: readonly string[]): readonly Pair[] {
  return texts.flatMap((one, at) => texts.slice(at + 1).map((other): Pair => [one, other]));
}
