import { createHash } from 'node:crypto';

/**
 * SHA-256 over the canonical JSON of a value: keys sorted, no white space, so that neither the order of keys nor the
 * layout of a file matters. The top level's `digest` is left out.
 *
 * @see RFC 8785 (JSON Canonicalization Scheme), of which this is the part that JSON.parse can give
 */
export function digestOf(value: Readonly<Record<string, unknown>>): string {
  const { digest: _own, ...rest } = value;
  return `sha256:${sha256OfJson(rest)}`;
}

/** Hexadecimal SHA-256 over the canonical JSON of a value. */
export function sha256OfJson(value: unknown): string {
  return sha256(canonicalJson(value));
}

/**
 * Whether a digest is that of a value. Version 0.1 put keys that are whole numbers, such as the labels of a scale to
 * 10, in the order of the numbers, before all others; what it sealed still counts as sealed.
 */
export function fitsDigest(value: Readonly<Record<string, unknown>>, digest: unknown): boolean {
  if (digest === digestOf(value)) return true;
  const { digest: _own, ...rest } = value;
  return digest === `sha256:${sha256(JSON.stringify(inOrderOfVersion01(rest)))}`;
}

/** Hexadecimal SHA-256 of a text's UTF-8 bytes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Base64 SHA-256 of a text's UTF-8 bytes: what a Content-Security-Policy names a style by. */
export function sha256Base64(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

/** Written out by hand, since it runs for each of thousands of files: JSON.stringify can't sort keys without a copy. */
function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as Readonly<Record<string, unknown>>;
  let text = '';
  // As text, so that "10" comes before "2": an object would put keys that are numbers in the order of the numbers.
  for (const key of Object.keys(record).sort()) {
    const entry = record[key];
    if (entry === undefined) continue;
    text += `${text === '' ? '' : ','}${quotedKey(key)}:${canonicalJson(entry)}`;
  }
  return `{${text}}`;
}

/** The keys of scorecards are always the same few. */
const QUOTED = new Map<string, string>();
const MOST_QUOTED = 1000;

function quotedKey(key: string): string {
  const known = QUOTED.get(key);
  if (known !== undefined) return known;
  const quoted = JSON.stringify(key);
  if (QUOTED.size < MOST_QUOTED) QUOTED.set(key, quoted);
  return quoted;
}

/** A copy whose keys JSON.stringify writes as version 0.1 did. */
function inOrderOfVersion01(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrderOfVersion01);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, inOrderOfVersion01(entry)]));
}
