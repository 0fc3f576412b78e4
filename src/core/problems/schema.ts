import { didYouMean, mayStand } from '../text/wording.js';

/** What a schema refuses. `name` is the last name on the path, with its position where it is an item of a list. */
export const SCHEMA_WORDS = {
  'unknown-key': ({ key, known }: { key: string; known: readonly string[] }) =>
    `unknown key "${key}"${didYouMean(key, known) || mayStand(isShort(known) ? known.join(', ') : undefined)}`,
  missing: ({ name }: { name: string }) => `"${name}" is missing`,
  'wrong-type': ({ name, expected, input }: { name: string; expected: readonly string[]; input: unknown }) =>
    `"${name}" must be ${expected.map((type) => TYPES[type] ?? type).join(' or ')}, not ${describe(input)}`,
  /** Without a key: what stands there is a list or a map. */
  'bad-key': ({ key, hint }: { key?: string; hint?: string }) =>
    `${key === undefined ? 'a list or a map' : `"${key}"`} cannot be a key${hint === undefined ? '' : ` here: it ${hint}`}`,
  'bad-value': ({ name, input, allowed }: { name: string; input: unknown; allowed: readonly unknown[] }) =>
    `"${name}" must be one of ${allowed.join(', ')}${typeof input === 'string' ? didYouMean(input, allowed.map(String)) : ''}`,
  'too-small': (about: TooSmall) => tooSmall(about),
  'too-big': ({ name, origin, maximum }: { name: string; origin: string; maximum: number | bigint }) =>
    `"${name}" must ${origin === 'array' ? `have at most ${maximum} items` : `be at most ${maximum}`}`,
  /** The hint is the schema's own. */
  'bad-format': ({ name, hint }: { name: string; hint: string }) => `"${name}" ${hint}`,
  invalid: ({ name, reason }: { name: string; reason: string }) => `"${name}" is not valid: ${reason}`,
} satisfies Record<string, (about: never) => string>;

/** So few that a message can list them. */
function isShort({ length }: readonly string[]): boolean {
  return length > 0 && length <= 10;
}

interface TooSmall {
  readonly name: string;
  /** What has a size, as zod calls it: `string`, `array`, `number`. */
  readonly origin: string;
  readonly minimum: number | bigint;
  readonly isInclusive: boolean;
}

function tooSmall({ name, origin, minimum, isInclusive }: TooSmall): string {
  if (origin === 'string') return `"${name}" is empty`;
  if (origin === 'array') return `"${name}" needs at least ${minimum} ${Number(minimum) === 1 ? 'item' : 'items'}`;
  return `"${name}" must be ${isInclusive ? 'at least' : 'more than'} ${minimum}`;
}

const TYPES: Readonly<Record<string, string>> = {
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
