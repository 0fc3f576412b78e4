import { colonText, didYouMean, mayStand, shorten } from '../text/wording.js';

/** What a schema refuses. `name` is the last name on the path, with its position where it is an item of a list. */
export const SCHEMA_WORDS = {
  /** `meant`: the one of the known keys that it most likely is. */
  'unknown-key': ({ key, known, meant }: { key: string; known: readonly string[]; meant: string | undefined }) =>
    `unknown key "${key}"${meant === undefined ? mayStand(isShort(known) ? known.join(', ') : undefined) : `; did you mean "${meant}"?`}`,
  missing: ({ name }: { name: string }) => `"${name}" is missing`,
  'wrong-type': (about: WrongType) => wrongType(about),
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
  unfit: ({ name }: { name: string }) => `"${name}" is nothing that may stand here`,
} satisfies Record<string, (about: never) => string>;

interface WrongType {
  readonly name: string;
  /** As zod calls them; values as JSON. */
  readonly expected: readonly string[];
  /** Those of a map that may stand there. */
  readonly keys?: readonly string[];
  readonly input: unknown;
}

function wrongType({ name, expected, keys = [], input }: WrongType): string {
  const map = isShort(keys) ? `a map of keys (${keys.join(', ')})` : 'a map of keys';
  const types = expected.map((type) => (type === 'object' ? map : (TYPES[type] ?? type)));
  const listed = types.length > 1 ? `${types.slice(0, -1).join(', ')} or ${types.at(-1)}` : types.join('');
  return `"${name}" must be ${listed}, not ${describe(input)}${expected.includes('string') ? asText(input) : expected.includes('number') ? asNumber(input) : ''}`;
}

/** The number that a text was meant to be: in quotes, with a comma, or with a sign for per cent. */
function asNumber(input: unknown): string {
  const [, whole, decimals] = (typeof input === 'string' && /^ *(-?\d+)(\.\d+|,\d{1,2})? *%? *$/.exec(input)) || [];
  return whole === undefined ? '' : `; write ${whole}${decimals?.replace(',', '.') ?? ''}`;
}

/** How something becomes the text that is needed. */
function asText(input: unknown): string {
  if (typeof input === 'number' || typeof input === 'boolean') return '; put it in quotes';
  const text = colonText(input);
  return text === undefined ? '' : `; text with a colon needs quotes: "${shorten(text)}"`;
}

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
  null: 'nothing',
  record: 'a map of keys',
};

function describe(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of keys';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isFinite(value) ? `the number ${value}` : 'a number without end';
  return String(value);
}
