import { z } from 'zod';
import type { Checked, Path, Problem } from '../problem.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { type Rubric, RubricSchema } from './rubric.js';
import { checkRubricRules } from './rules/index.js';
import type { PartialRubric } from './rules/partial-rubric.js';

// Building validators with `new Function` costs more than it saves on one document.
z.config({ jitless: true });

/**
 * Checks data against the schema and against the rules that compare its parts, and finds all mistakes at once:
 * what the schema refuses is taken out, and the rules run over the rest.
 */
export function parseRubric(data: unknown): Checked<Rubric> {
  const parsed = RubricSchema.safeParse(data, { reportInput: true });
  if (parsed.success) {
    const problems = checkRubricRules(parsed.data);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
  }
  const shape = schemaProblems(parsed.error, RubricSchema);
  return { ok: false, problems: [...shape, ...checkRubricRules(salvage(data, shape))] };
}

/** The data without what was refused; what parses then gets the schema's defaults. */
function salvage(data: unknown, problems: readonly Problem[]): PartialRubric {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const rest: unknown = structuredClone(data);
  for (const { path } of problems) remove(rest, path);
  const scale = (rest as { scale?: unknown }).scale;
  if (typeof scale === 'object' && scale !== null) {
    (rest as { scale?: unknown }).scale = { min: 1, max: 5, ...scale };
  }
  return rest as PartialRubric;
}

function remove(data: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((node, step) => (node as Record<string, unknown>)?.[step], data);
  // List items become holes, so that the positions of the others still stand.
  if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[String(path.at(-1))];
}
