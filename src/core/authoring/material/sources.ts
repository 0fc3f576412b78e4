import { z } from 'zod';
import { type Checked, createProblem, type Path, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { measured } from '../../schema/measured.js';
import { schemaProblems } from '../../schema/schema-problems.js';
import { onOneLine, textsOf } from '../texts.js';

const text = z.string().trim().min(1, measured);

/** What a document says, item by item, in the words of whoever read it. */
export const SourceListSchema = z.strictObject({
  document: text,
  title: text.optional(),
  items: z
    .array(
      z.strictObject({
        id: text,
        section: text.optional(),
        item: text,
        /** One of them stands in the part of the rubric that is the item's home. */
        words: z.array(text).min(1, measured),
      }),
    )
    .min(1, measured),
});

export type SourceList = z.output<typeof SourceListSchema>;

export function parseSourceList(data: unknown): Checked<SourceList> {
  const parsed = SourceListSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, SourceListSchema) };
  const ids = parsed.data.items.map(({ id }) => id);
  const problems = ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [createProblem('duplicate-id', { id, what: 'item' }, ['items', at, 'id'])],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

/**
 * Whether each item of a document has a home in the rubric that speaks of it. `at` is the position of the source in the
 * rubric; problems are placed there.
 */
export function checkSource(rubric: Rubric, at: number, list: SourceList): readonly Problem[] {
  const source = rubric.sources[at];
  if (!source) return [];
  const path: Path = ['sources', at];
  const parts = partsOf(rubric);
  const ids = list.items.map(({ id }) => id);
  const strangers = Object.keys(source.homes).filter((id) => !ids.includes(id));
  return [
    ...(list.document === source.document
      ? []
      : [createProblem('other-document', { document: source.document, listed: list.document }, [...path, 'items'])]),
    ...list.items.flatMap((item) => {
      const home = Object.hasOwn(source.homes, item.id) ? source.homes[item.id] : undefined;
      if (home === undefined) {
        return [createProblem('homeless-item', { id: item.id, item: item.item }, [...path, 'homes'], 'key')];
      }
      const there = parts.get(home);
      const place = [...path, 'homes', item.id];
      if (there === undefined) return [createProblem('unknown-home', { id: home, known: [...parts.keys()] }, place)];
      return item.words.some((word) => speaksOf(there, word))
        ? []
        : [createProblem('silent-home', { home, id: item.id, words: item.words }, place)];
    }),
    ...strangers.map((id) => createProblem('unknown-item', { id, known: ids }, [...path, 'homes', id], 'key')),
  ];
}

/** The texts of each part that can be a home, by its id; `rubric` stands for the rubric's own. */
function partsOf(rubric: Rubric): ReadonlyMap<string, string> {
  const { dimensions, redFlags, exercises, requirements, variants, sessions } = rubric;
  const parts = new Map([
    ['rubric', flatText([rubric.title, rubric.summary, rubric.weightsRationale, rubric.howToRate])],
  ]);
  for (const part of [...dimensions, ...redFlags, ...exercises, ...requirements, ...variants, ...sessions]) {
    parts.set(part.id, `${parts.get(part.id) ?? ''} ${flatText(part)}`);
  }
  return parts;
}

function flatText(part: unknown): string {
  return onOneLine(
    textsOf(part)
      .map(({ text }) => text)
      .join(' '),
  ).toLowerCase();
}

/** Whether a text has the word, or one that begins with it. */
function speaksOf(text: string, word: string): boolean {
  const wanted = onOneLine(word).toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
