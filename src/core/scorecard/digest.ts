import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/**
 * SHA-256 over the canonical JSON of a value: keys sorted, no white space, so that neither the order of keys nor the
 * layout of a file matters. The top level's `digest` is left out.
 */
export function digestOf(value: Readonly<Record<string, unknown>>): string {
  return `sha256:${sha256(canonicalJson(value, 'digest'))}`;
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
  return hash('sha256', text, 'hex');
}

/** Base64 SHA-256 of a text's UTF-8 bytes: what a Content-Security-Policy names a style by. */
export function sha256Base64(text: string): string {
  return hash('sha256', text, 'base64');
}

/** A copy whose keys JSON.stringify writes as version 0.1 did. */
function inOrderOfVersion01(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrderOfVersion01);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, inOrderOfVersion01(entry)]));
}
