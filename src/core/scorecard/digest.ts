import { createHash } from 'node:crypto';

/**
 * SHA-256 over the canonical JSON of a value: keys sorted, no white space, so that neither the order of keys nor the
 * layout of a file matters. The top level's `digest` is left out.
 *
 * @see RFC 8785 (JSON Canonicalization Scheme), of which this is the part that JSON.parse can give
 */
export function digestOf(value: Readonly<Record<string, unknown>>): string {
  const { digest: _own, ...rest } = value;
  return `sha256:${sha256(canonicalJson(rest))}`;
}

/** Hexadecimal SHA-256 of a text's UTF-8 bytes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Base64 SHA-256 of a text's UTF-8 bytes: what a Content-Security-Policy names a style by. */
export function sha256Base64(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** A copy with its keys in order, which JSON.stringify then keeps: with a function to sort them it would take twice as long. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const record = value as Readonly<Record<string, unknown>>;
  // A null prototype, so that a key named __proto__ stays a key.
  const copy: Record<string, unknown> = Object.hasOwn(record, '__proto__') ? Object.create(null) : {};
  for (const key of Object.keys(record).sort()) copy[key] = sorted(record[key]);
  return copy;
}
