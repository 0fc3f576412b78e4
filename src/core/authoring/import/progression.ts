import { z } from 'zod';
import { type Checked, createMistake, problemAt } from '../../problem.js';
import { measured } from '../../schema/measured.js';
import { schemaProblems } from '../../schema/schema-problems.js';
import { onOneLine } from '../texts.js';
import type { Ladder } from './ladder.js';

const TextSchema = z.union([z.string(), z.number()]);

const ContentSchema = z.object({
  level: TextSchema,
  criteria: z.array(z.string()).nullish(),
  exampleCriteria: z
    .array(z.object({ criteria: z.string().nullish(), examples: z.array(z.string()).nullish() }))
    .nullish(),
});

/** The front matter of Monzo's open progression framework (github.com/monzo/progression-framework). */
const ProgressionSchema = z.object({
  title: z.string().nullish(),
  topics: z
    .array(
      z.object({
        name: z.string(),
        title: z.string().nullish(),
        content: z.array(ContentSchema).nullish(),
      }),
    )
    .min(1, measured),
});

/** A ladder from a progression framework: topics are competencies, each with criteria and examples by level. */
export function ladderOfProgression(data: unknown): Checked<Ladder> {
  const parsed = ProgressionSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, ProgressionSchema) };
  const { title, topics } = parsed.data;
  const levels = levelsOf(topics.flatMap(({ content }) => content?.map(({ level }) => String(level)) ?? []));
  if (levels.length === 0) return { ok: false, problems: [problemAt(createMistake('no-level', {}), ['topics'])] };
  const filled = topics.filter(({ content }) => (content?.length ?? 0) > 0);
  return {
    ok: true,
    value: {
      ...(title ? { title: withoutSigns(title) } : {}),
      levels,
      competencies: filled.map((topic) => ({
        name: withoutSigns(topic.title ?? '') || topic.name,
        texts: levels.map((level) =>
          sentences(
            topic.content?.flatMap((content) => (String(content.level) === level ? criteriaOf(content) : [])) ?? [],
          ),
        ),
      })),
      leftOut: topics.flatMap((topic) =>
        filled.includes(topic) ? [] : [`the topic "${topic.name}", which has no content`],
      ),
    },
  };
}

/** Each level once, in the order of its number, or of the file where it has none. */
function levelsOf(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort((a, b) => Number(a) - Number(b) || 0);
}

function criteriaOf({ criteria, exampleCriteria }: z.output<typeof ContentSchema>): readonly string[] {
  return [
    ...(criteria ?? []),
    ...(exampleCriteria?.flatMap(({ criteria: heading, examples }) => [
      ...(heading ? [heading] : []),
      ...(examples ?? []),
    ]) ?? []),
  ];
}

function sentences(texts: readonly string[]): string {
  return texts
    .map(onOneLine)
    .filter(Boolean)
    .map((text) => (/[.!?:;]$/.test(text) ? text : `${text}.`))
    .join(' ');
}

/** A heading without the pictures at its front. */
function withoutSigns(text: string): string {
  return onOneLine(text.replace(/[^\p{L}\p{N}\p{P}\s&+]/gu, ''));
}
