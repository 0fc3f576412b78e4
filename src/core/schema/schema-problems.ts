import type { z } from 'zod';
import { createProblem, type Path, type Problem } from '../problem.js';

type Issue = z.core.$ZodIssue;

/** What a zod schema says of the input, in the program's own words: one problem for each mistake. */
export function schemaProblems(error: z.ZodError, schema: z.ZodType): readonly Problem[] {
  return error.issues.flatMap((issue) => issueProblems(issue, schema));
}

function issueProblems(issue: Issue, schema: z.ZodType): readonly Problem[] {
  const path = issue.path as Path;
  const name = label(path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((key) => createProblem('unknown-key', { key, known }, [...path, key], 'key'));
    }
    case 'invalid_type': {
      const { expected, input } = issue;
      if (input === undefined) return [createProblem('missing', { name: String(path.at(-1)) }, path)];
      return [createProblem('wrong-type', { name, expected: [expected], input }, path)];
    }
    case 'invalid_key':
      return [createProblem('bad-key', { key: String(path.at(-1)), ...keyHint(issue) }, path, 'key')];
    case 'invalid_value':
      return [createProblem('bad-value', { name, input: issue.input, allowed: issue.values }, path)];
    case 'too_small': {
      const { origin, minimum, inclusive } = issue;
      return [createProblem('too-small', { name, origin, minimum, isInclusive: inclusive === true }, path)];
    }
    case 'too_big':
      return [createProblem('too-big', { name, origin: issue.origin, maximum: issue.maximum }, path)];
    case 'invalid_format':
      return [createProblem('bad-format', { name, hint: issue.message }, path)];
    case 'invalid_union':
      return unionProblems(issue, schema);
    default:
      return [createProblem('invalid', { name, reason: issue.message.toLowerCase() }, path)];
  }
}

/** Of several shapes that something may have, the mistakes in the one that it was meant to have. */
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, schema: z.ZodType): readonly Problem[] {
  const path = issue.path as Path;
  const { discriminator, options } = issue as {
    readonly discriminator?: string;
    readonly options?: readonly unknown[];
  };
  if (discriminator !== undefined) {
    const input = (issue.input as Readonly<Record<string, unknown>> | undefined)?.[discriminator];
    if (input === undefined) return [createProblem('missing', { name: discriminator }, path)];
    return [createProblem('bad-value', { name: discriminator, input, allowed: [...(options ?? [])].sort() }, path)];
  }
  const meant = issue.errors.filter((issues) => !issues.some((one) => one.path.length === 0 && isOtherType(one)));
  const [only, second] = meant;
  const types = issue.errors.flatMap(([one]) => (one?.code === 'invalid_type' ? [one.expected] : []));
  if (only === undefined && types.length === issue.errors.length && issue.input !== undefined) {
    return [createProblem('wrong-type', { name: label(path), expected: types, input: issue.input }, path)];
  }
  if (only === undefined || second !== undefined) {
    return [createProblem('invalid', { name: label(path), reason: issue.message.toLowerCase() }, path)];
  }
  return only.flatMap((one) => issueProblems({ ...one, path: [...path, ...one.path] } as Issue, schema));
}

function isOtherType({ code }: Issue): boolean {
  return code === 'invalid_type' || code === 'invalid_value';
}

/** What the schema of the keys says of a key that it refuses. */
function keyHint({ issues: [first] }: z.core.$ZodIssueInvalidKey): { readonly hint?: string } {
  return first?.code === 'invalid_format' ? { hint: first.message } : {};
}

/** The last name on the path, with its position when it is a list item: `listenFor 2`. */
function label(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `${String(path.at(-2) ?? 'item')} ${last + 1}` : String(last ?? 'the document');
}

/**
 * The keys that a strict object schema knows at `path`, or those of a union of them; empty where the path leads
 * elsewhere.
 */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let current = kindsOf(schema);
  for (const step of path) {
    current = current.flatMap(({ shape, element, valueType }) =>
      kindsOf(shape ? (Object.hasOwn(shape, step) ? shape[step] : undefined) : (element ?? valueType)),
    );
  }
  return [...new Set(current.flatMap(({ shape }) => Object.keys(shape ?? {})))];
}

/** What a schema is, inside `default`, `optional`, `transform` and the like; all that it may be where it is a union. */
function kindsOf(schema: unknown): readonly Definition[] {
  const { def } = (schema ?? {}) as { readonly def?: Definition };
  if (def === undefined) return [];
  const inner = def.innerType ?? def.in;
  if (inner !== undefined) return kindsOf(inner);
  return def.options ? def.options.flatMap(kindsOf) : [def];
}

interface Definition {
  readonly options?: readonly unknown[];
  readonly innerType?: unknown;
  /** What a transformation is fed with. */
  readonly in?: unknown;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly shape?: Readonly<Record<string, unknown>>;
}
