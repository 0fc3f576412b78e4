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
      return [createProblem('wrong-type', { name, expected, input }, path)];
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

/** The keys that a strict object schema knows at `path`; empty where the path leads elsewhere. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let current: unknown = schema;
  for (const step of [...path, undefined]) {
    current = unwrap(current);
    if (step === undefined) break;
    const { shape, element, valueType } = (current as { def?: Definition }).def ?? {};
    current = shape ? shape[String(step)] : (element ?? valueType);
  }
  return Object.keys((current as { def?: Definition } | undefined)?.def?.shape ?? {});
}

interface Definition {
  readonly innerType?: unknown;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly shape?: Readonly<Record<string, unknown>>;
}

/** The schema inside `default`, `optional` and the like. */
function unwrap(schema: unknown): unknown {
  let current = schema;
  for (;;) {
    const inner = (current as { def?: Definition } | undefined)?.def?.innerType;
    if (inner === undefined) return current;
    current = inner;
  }
}
