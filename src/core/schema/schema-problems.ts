import type { z } from 'zod';
import { createProblem, type Path, type Problem } from '../problem.js';
import { colonText, nearest } from '../text/wording.js';

type Issue = z.core.$ZodIssue;

/** What a zod schema says of the input, in the program's own words: one problem for each mistake. */
export function schemaProblems(error: z.ZodError, schema: z.ZodType): readonly Problem[] {
  return withoutEchoes(error.issues.flatMap((issue) => issueProblems(issue, schema)));
}

/** Without keys that are missing because they are there under a mistyped name. */
function withoutEchoes(problems: readonly Found[]): readonly Problem[] {
  const meant = new Set(
    problems.flatMap(({ problem, meant }) =>
      meant === undefined ? [] : [place([...problem.path.slice(0, -1), meant])],
    ),
  );
  return problems.flatMap(({ problem }) =>
    problem.code === 'missing' && meant.has(place(problem.path)) ? [] : [problem],
  );
}

function place(path: Path): string {
  return JSON.stringify(path.map(String));
}

interface Found {
  readonly problem: Problem;
  /** The key that an unknown one was meant to be. */
  readonly meant?: string | undefined;
}

function issueProblems(issue: Issue, schema: z.ZodType): readonly Found[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const meant = meantKey(key, known);
      return { problem: createProblem('unknown-key', { key, known, meant }, [...path, key], 'key'), meant };
    });
  }
  if (issue.code === 'invalid_union') return unionProblems(issue, schema);
  return [{ problem: issueProblem(issue, path, schema) }];
}

/** The known key that was meant; what programs that read YAML 1.1 make of `yes` and `no` is known too. */
function meantKey(key: string, known: readonly string[]): string | undefined {
  const written = ({ true: 'yes', false: 'no' } as const)[key];
  return written !== undefined && known.includes(written) ? written : nearest(key, known);
}

function issueProblem(issue: Issue, path: Path, schema: z.ZodType): Problem {
  const name = label(path);
  switch (issue.code) {
    case 'invalid_type': {
      const { expected, input } = issue;
      if (input === undefined) return createProblem('missing', { name: String(path.at(-1)) }, path);
      return wrongType([expected], { path, input, schema });
    }
    case 'invalid_key':
      return createProblem('bad-key', { key: String(path.at(-1)), ...keyHint(issue) }, path, 'key');
    case 'invalid_value':
      return createProblem('bad-value', { name, input: issue.input, allowed: issue.values }, path);
    case 'too_small': {
      const { origin, minimum, inclusive } = issue;
      return createProblem('too-small', { name, origin, minimum, isInclusive: inclusive === true }, path);
    }
    case 'too_big':
      return createProblem('too-big', { name, origin: issue.origin, maximum: issue.maximum }, path);
    case 'invalid_format':
      return createProblem('bad-format', { name, hint: issue.message }, path);
    default:
      return createProblem('unfit', { name }, path);
  }
}

interface Place {
  readonly path: Path;
  readonly input: unknown;
  readonly schema: z.ZodType;
}

function wrongType(expected: readonly string[], { path, input, schema }: Place): Problem {
  const keys = expected.includes('object') ? keysAt(schema, path) : [];
  return createProblem('wrong-type', { name: label(path), expected, keys, input }, path);
}

/** Of several shapes that something may have, the mistakes in the one that it was meant to have. */
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, schema: z.ZodType): readonly Found[] {
  const path = issue.path as Path;
  const { input } = issue;
  const { discriminator, options } = issue as {
    readonly discriminator?: string;
    readonly options?: readonly unknown[];
  };
  if (discriminator !== undefined) {
    const found = (input as Readonly<Record<string, unknown>> | undefined)?.[discriminator];
    if (found === undefined) return [{ problem: createProblem('missing', { name: discriminator }, path) }];
    const allowed = [...(options ?? [])].sort();
    return [{ problem: createProblem('bad-value', { name: discriminator, input: found, allowed }, path) }];
  }
  const kinds = kindsOfUnion(issue);
  const expected = [...new Set(kinds.flatMap(([first]) => (first && isOtherType(first) ? typesOf(first) : [])))];
  const meant = kinds.filter((issues) => !issues.some(isOtherType)).toSorted((a, b) => a.length - b.length)[0];
  if (meant === undefined || (expected.includes('string') && isColonText(input, keysAt(schema, path)))) {
    if (input === undefined) return [{ problem: createProblem('missing', { name: String(path.at(-1)) }, path) }];
    return [{ problem: wrongType(meant ? ['string'] : expected, { path, input, schema }) }];
  }
  return meant.flatMap((one) => issueProblems({ ...one, path: [...path, ...one.path] } as Issue, schema));
}

/** The mistakes by each kind of a union, those of a union in it among them. */
function kindsOfUnion({ errors }: z.core.$ZodIssueInvalidUnion): readonly (readonly Issue[])[] {
  return errors.flatMap((issues): readonly (readonly Issue[])[] => {
    const [only, second] = issues;
    const isUnion = second === undefined && only?.code === 'invalid_union' && only.path.length === 0;
    return isUnion && !('discriminator' in only) ? kindsOfUnion(only) : [issues as readonly Issue[]];
  });
}

function isOtherType({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function typesOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  return issue.code === 'invalid_value' ? issue.values.map((value) => JSON.stringify(value)) : [];
}

/** A map that is a text with a colon: its only key is none that a map here has. */
function isColonText(input: unknown, known: readonly string[]): boolean {
  const text = colonText(input);
  return text !== undefined && !known.some((key) => text.startsWith(`${key}:`));
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
