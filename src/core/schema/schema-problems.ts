import type { z } from 'zod';
import { createProblem, type Path, type Problem } from '../problem.js';
import { didYouMean } from '../text/wording.js';

type Issue = z.core.$ZodIssue;

/** What a zod schema says of the input, in the program's own words: one problem for each mistake. */
export function schemaProblems(error: z.ZodError, schema: z.ZodType): readonly Problem[] {
  return error.issues.flatMap((issue) => issueProblems(issue, schema));
}

function issueProblems(issue: Issue, schema: z.ZodType): readonly Problem[] {
  const path = issue.path as Path;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((key) =>
        createProblem('unknown-key', `unknown key "${key}"${didYouMean(key, known)}`, [...path, key], 'key'),
      );
    }
    case 'invalid_type':
      return issue.input === undefined
        ? [createProblem('missing', `"${String(path.at(-1))}" is missing`, path)]
        : [
            createProblem(
              'wrong-type',
              `"${label(path)}" must be ${typeNames[issue.expected] ?? issue.expected}, not ${describe(issue.input)}`,
              path,
            ),
          ];
    case 'invalid_key':
      return [createProblem('bad-key', `"${String(path.at(-1))}" can't stand here as a key`, path, 'key')];
    case 'invalid_value':
      return [
        createProblem(
          'bad-value',
          `"${label(path)}" must be one of ${issue.values.join(', ')}${didYouMean(typeof issue.input === 'string' ? issue.input : '', issue.values.map(String))}`,
          path,
        ),
      ];
    case 'too_small':
      return [createProblem('too-small', smallMessage(issue, label(path)), path)];
    case 'too_big':
      return [createProblem('too-big', `"${label(path)}" must be at most ${issue.maximum}${unit(issue.origin)}`, path)];
    case 'invalid_format':
      return [createProblem('bad-format', `"${label(path)}" ${formatHint(path)}`, path)];
    default:
      return [createProblem('invalid', `"${label(path)}" is not valid: ${issue.message.toLowerCase()}`, path)];
  }
}

function smallMessage(issue: z.core.$ZodIssueTooSmall, name: string): string {
  if (issue.origin === 'string') return `"${name}" is empty`;
  if (issue.origin === 'array')
    return `"${name}" needs at least ${issue.minimum} ${issue.minimum === 1 ? 'item' : 'items'}`;
  return `"${name}" must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
}

function unit(origin: string): string {
  return origin === 'array' ? ' items' : '';
}

function formatHint(path: Path): string {
  if (path.at(-1) === 'version') return 'must be three numbers, such as 1.0.0';
  return 'must begin with a lower-case letter and hold only lower-case letters, digits and hyphens';
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
};

function describe(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of keys';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return `the number ${value}`;
  return String(value);
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
