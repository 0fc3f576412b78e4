import type { Scorecard } from '../scorecard/scorecard.js';

/** The systems whose scorecards are read. */
export type ImportSystem = 'greenhouse' | 'lever';

/** The id that a scorecard has in a system, where it was taken from there. */
export function sourceIdIn({ source }: Pick<Scorecard, 'source'>, system: ImportSystem): string | undefined {
  return source?.system === system ? source.id : undefined;
}
