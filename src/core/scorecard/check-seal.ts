import { createProblem, type Problem } from '../problem.js';
import { fitsDigest } from './digest.js';

/**
 * Why a scorecard is not as it was sealed; `undefined` where it is, and for a draft. What has a digest counts as sealed
 * whatever it says of its status, rows that somebody took out of a scorecard included.
 */
export function sealProblem(card: Readonly<Record<string, unknown>>): Problem | undefined {
  const { status, digest } = card;
  if (digest === undefined) {
    if (status !== 'submitted') return undefined;
    return createProblem('no-digest', {}, ['digest']);
  }
  if (!isDigest(digest) && status === undefined) return undefined;
  if (fitsDigest(card, digest)) return undefined;
  return createProblem('digest', {}, ['digest']);
}

/** Rows of other programs may have something else under that name. */
function isDigest(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('sha256:');
}
