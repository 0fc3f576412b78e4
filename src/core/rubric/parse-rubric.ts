import { z } from 'zod';
import type { Checked, Problem } from '../problem.js';
import { withoutRefused } from '../schema/partial.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { type Base, fillDimensions } from './extend.js';
import { type Rubric, RubricSchema, usualBar } from './rubric.js';
import { checkRubricRules } from './rules/index.js';
import type { PartialRubric } from './rules/partial-rubric.js';

// Building validators with `new Function` costs more than it saves on one document.
z.config({ jitless: true });

/**
 * Checks data against the schema and against the rules that compare its parts, and finds all mistakes at once:
 * what the schema refuses is taken out, and the rules run over the rest. Before that, dimensions are filled from `base`,
 * the rubric that this one extends.
 */
export function parseRubric(data: unknown, base?: Base): Checked<Rubric> {
  const filled = fillDimensions(data, base);
  const checked = parseWhole(filled.data);
  if (checked.ok) return filled.problems.length > 0 ? { ok: false, problems: filled.problems } : checked;
  return {
    ok: false,
    problems: [...filled.problems, ...checked.problems.filter((problem) => !filled.isEcho(problem))],
  };
}

function parseWhole(data: unknown): Checked<Rubric> {
  const parsed = RubricSchema.safeParse(data, { reportInput: true });
  if (parsed.success) {
    const problems = checkRubricRules(parsed.data);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
  }
  const shape = schemaProblems(parsed.error, RubricSchema);
  const problems = checkRubricRules(salvage(data, shape)).filter((problem) => !isEchoOf(shape, problem));
  return { ok: false, problems: [...shape, ...problems] };
}

/** Whether something is called missing that stood there and was refused: a weight, a point of another system. */
function isEchoOf(refused: readonly Problem[], { code, path: [, system] }: Problem): boolean {
  return refused.some(({ path }) => {
    if (code === 'some-weights') return path[0] === 'dimensions' && path[2] === 'weight';
    return code === 'missing-point' && path[0] === 'export' && path[1] === system;
  });
}

/** The data without what was refused; what is not given has the schema's defaults. */
function salvage(data: unknown, problems: readonly Problem[]): PartialRubric {
  const rest = withoutRefused(data, problems);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return rest;
  const given = 'scale' in data ? data.scale : {};
  if (typeof given !== 'object' || given === null) return rest;
  const { scale } = rest as PartialRubric;
  // A key that was refused stands for nothing, not for its default.
  const refused = Object.fromEntries(Object.keys(given).map((key) => [key, undefined]));
  const usual = { min: 1, max: 5, step: 1 as const, ...refused, ...scale };
  const { min, max } = usual;
  const bar = min === undefined || max === undefined || 'bar' in given ? undefined : usualBar({ min, max });
  return { ...rest, scale: { bar, ...usual } };
}
