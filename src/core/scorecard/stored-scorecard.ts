import { z } from 'zod';
import { type Evidence, type Scorecard, ScorecardSchema } from './scorecard.js';
import { type Scorecard1, Scorecard1Schema } from './scorecard-1.js';

/** A scorecard as its file has it, of any version: what its digest is over. */
export const StoredScorecardSchema = z.discriminatedUnion('schemaVersion', [ScorecardSchema, Scorecard1Schema]);
export type StoredScorecard = Scorecard | Scorecard1;

/**
 * A scorecard of any version in the shape of the present one, for everything but its digest, which is over the file as
 * it is. What version 1 did not keep (when a note was made, which rule gave a reason) is left out.
 */
export function upgradeScorecard(stored: StoredScorecard): Scorecard {
  if (stored.schemaVersion === 2) return stored;
  const { candidate, interviewer, dimensions, redFlags, result, ...rest } = stored;
  return {
    ...rest,
    schemaVersion: 2,
    candidate: { name: candidate },
    interviewer: { name: interviewer },
    dimensions: dimensions.map(({ evidence, ...dimension }) => ({
      ...dimension,
      ...(evidence ? { evidence: evidence.map(noted) } : {}),
    })),
    redFlags: redFlags.map(({ evidence, ...flag }) => ({
      ...flag,
      ...(evidence ? { evidence: [noted(evidence)] } : {}),
    })),
    result: { ...result, because: result.because.map((text) => ({ rule: UNTOLD, text })) },
  };
}

/** The rule of a reason for which version 1 kept only the words. */
export const UNTOLD = 'untold';

function noted(text: string): Evidence {
  return { text };
}
