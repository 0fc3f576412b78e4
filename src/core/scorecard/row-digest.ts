import { sha256OfJson } from './digest.js';
import type { Scorecard } from './scorecard.js';

/** What a row of a table says, in the words of a scorecard; a scorecard that was made of a row has it too. */
export interface RowContent
  extends Pick<Scorecard, 'candidate' | 'dimensions' | 'redFlags' | 'session' | 'held' | 'verdict'> {
  readonly interviewer?: Scorecard['interviewer'] | undefined;
  /** What could not be read of it. */
  readonly notes?: readonly { readonly text: string }[] | undefined;
  /** What it says of the rubric's requirements. */
  readonly requirements?: unknown;
}

/**
 * By which a row is known when its table is read again: hexadecimal SHA-256 over what its cells were read as, and the
 * digest of the rubric. So neither the line, other rows, columns that nothing was read from, the order and names of
 * columns nor the words that a map translates matter; a map that makes a cell say something else does, and so does any
 * change of the rubric. What is computed from the cells (score, reasons) is left out.
 */
export function rowDigest(
  { candidate, interviewer, session, held, dimensions, redFlags, requirements, verdict, notes }: RowContent,
  { sha256, variant }: Pick<Scorecard['rubric'], 'sha256' | 'variant'>,
): string {
  return sha256OfJson({
    rubric: sha256,
    variant,
    candidate,
    interviewer,
    session,
    held,
    ratings: dimensions.map(({ id, rating, evidence }) => ({ id, rating, evidence })),
    redFlags: redFlags.map(({ id, evidence }) => ({ id, evidence })),
    requirements,
    verdict,
    notes: notes?.map(({ text }) => text),
  });
}
