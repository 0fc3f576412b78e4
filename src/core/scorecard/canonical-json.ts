/**
 * The canonical JSON of a value: keys sorted, no white space. `without` is a key that the value itself, not what is in
 * it, is written without. Written out by hand, since it runs for each of thousands of files: JSON.stringify can't sort
 * keys without a copy.
 *
 * @see RFC 8785 (JSON Canonicalization Scheme), of which this is the part that JSON.parse can give
 */
export function canonicalJson(value: unknown, without?: string): string {
  return appended('', value, without);
}

/** Each part is put to the end of the one text: texts of texts take longer to put together, and again to hash. */
function appended(before: string, value: unknown, without?: string): string {
  if (typeof value === 'string') return ESCAPED.test(value) ? before + JSON.stringify(value) : `${before}"${value}"`;
  // As JSON.stringify writes it, which takes ten times as long.
  if (typeof value === 'number' && Number.isFinite(value)) return `${before}${value}`;
  if (typeof value !== 'object' || value === null) return before + (JSON.stringify(value) ?? 'null');
  if (Array.isArray(value)) return `${appendedEach(`${before}[`, value)}]`;
  const record = value as Readonly<Record<string, unknown>>;
  let text = `${before}{`;
  let isFirst = true;
  for (const { key, first, later } of membersOf(Object.keys(record))) {
    const entry = record[key];
    if (entry === undefined || key === without) continue;
    text = appended(text + (isFirst ? first : later), entry);
    isFirst = false;
  }
  return `${text}}`;
}

function appendedEach(before: string, values: readonly unknown[]): string {
  let text = before;
  for (let at = 0; at < values.length; at += 1) text = appended(at === 0 ? text : `${text},`, values[at]);
  return text;
}

/** What JSON.stringify writes otherwise than as it is. */
const ESCAPED = /["\\\0-\x1f\ud800-\udfff]/;

/** A key with its colon, and with the comma that it has behind others. */
interface Member {
  readonly key: string;
  readonly first: string;
  readonly later: string;
}

/** Where a sequence of keys has led to; the keys of scorecards come in the same few sequences. */
interface Sequence {
  readonly next: Map<string, Sequence>;
  /** The members in their order, once an object had just these keys. */
  members?: readonly Member[];
}

const START: Sequence = { next: new Map() };
const MOST_SEQUENCES = 10_000;
let sequences = 0;

/** The members of an object that has these keys, in the order of the canonical form. */
function membersOf(keys: readonly string[]): readonly Member[] {
  let sequence = START;
  for (const key of keys) {
    const known = sequence.next.get(key);
    if (known === undefined && sequences >= MOST_SEQUENCES) return inOrder(keys);
    sequence = known ?? continued(sequence, key);
  }
  sequence.members ??= inOrder(keys);
  return sequence.members;
}

function continued(sequence: Sequence, key: string): Sequence {
  const longer: Sequence = { next: new Map() };
  sequence.next.set(key, longer);
  sequences += 1;
  return longer;
}

/** As text, so that "10" comes before "2": an object would put keys that are numbers in the order of the numbers. */
function inOrder(keys: readonly string[]): readonly Member[] {
  return [...keys].sort().map((key) => {
    const first = `${JSON.stringify(key)}:`;
    return { key, first, later: `,${first}` };
  });
}
