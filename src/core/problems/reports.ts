/** What becomes of several scorecards of one interviewer for one candidate, where a table's rows are sealed. */
export const REPORT_WORDS = {
  'same-row': ({ first }: { first: number }) => `says the same as line ${first}: together they are one scorecard`,
  'several-rows': ({ interviewer, candidate, lines, counts }: SeveralRows) =>
    `${interviewer} has ${lines.length} rows for ${candidate} (lines ${lines.join(', ')}): ${counts === undefined ? 'none counts, a later scorecard does' : `line ${counts} counts, the later by day and line`}`,
  'later-scorecard': ({ counts, ...about }: LaterScorecard) =>
    counts === 'row'
      ? `${repeated(about)}; this one is the later, and counts in its place`
      : `${repeated(about)}; that one is of a later day, and still counts`,
  'replaced-row': (about: Repeated) => `is sealed already, and does not count any more: ${repeated(about)}`,
} satisfies Record<string, (about: never) => string>;

interface SeveralRows {
  readonly interviewer: string;
  readonly candidate: string;
  readonly lines: readonly number[];
  /** The line that counts; `undefined` where a scorecard of the store does. */
  readonly counts: number | undefined;
}

interface Repeated {
  readonly interviewer: string;
  readonly candidate: string;
  /** The day of the other scorecard's interview. */
  readonly day: string;
  readonly scores: { readonly of: number | undefined; readonly other: number | undefined };
}

interface LaterScorecard extends Repeated {
  readonly counts: 'row' | 'other';
}

function repeated({ interviewer, candidate, day, scores: { of, other } }: Repeated): string {
  return `${interviewer} has another scorecard for ${candidate}, of ${day} (${score(other)} there, ${score(of)} here)`;
}

function score(points: number | undefined): string {
  return points === undefined ? 'no score' : points.toFixed(2);
}
