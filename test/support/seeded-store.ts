import { type SeededRandom, seededRandom } from '../../src/core/stats/bootstrap/seeded-random.js';
import { readShipped } from './rubrics.js';
import { scorecardFiles } from './scorecards.js';

/** How a store of many interviews came about. */
export interface SeededStore {
  readonly seed?: number;
  readonly candidates?: number;
  /** How much higher each rates the same candidates, in points, by name. */
  readonly interviewers?: Readonly<Record<string, number>>;
  /** How many of them see each candidate. */
  readonly each?: number;
  readonly months?: number;
  /** Whose interviewers they are, by the candidate's place: all of them unless given. */
  readonly seenBy?: (candidate: number) => readonly string[];
}

/** A. Novak is severe. */
export const INTERVIEWERS: Readonly<Record<string, number>> = {
  'A. Novak': -0.8,
  'J. Lee': 0.2,
  'K. Sato 佐藤': 0.1,
  'M. Okafor': 0,
  'R. Díaz': 0.3,
  'T. Vance': 0.2,
};

/**
 * Scorecards of candidates who differ, on the eight dimensions of head-infra: a rating is how good the candidate is, there
 * and in all, what the interviewer sees in them, how severe the interviewer is, and chance. One in twenty is missing.
 */
export function seededStore({
  seed = 1,
  candidates = 30,
  interviewers = INTERVIEWERS,
  each = 3,
  months = 6,
  seenBy = () => Object.keys(interviewers),
}: SeededStore = {}): Record<string, string> {
  const rubric = readShipped('head-infra');
  const random = seededRandom(seed);
  const parts = Array.from({ length: candidates }, (_candidate, at) => {
    const level = 3.1 + 0.8 * normal(random);
    const own = rubric.dimensions.map(() => 0.4 * normal(random));
    const from = seenBy(at);
    const first = random.below(from.length);
    const seen = Array.from({ length: Math.min(each, from.length) }, (_one, by) => {
      // From a start by chance in steps of one or two, so that pairs meet in turn.
      const step = from.length % 2 === 0 && by === each - 1 && at % 2 === 0 ? by + 1 : by;
      return from[(first + step) % from.length] ?? '';
    });
    const month = 1 + Math.floor((at * months) / candidates);
    return [...new Set(seen)].map((interviewer) => {
      const sees = 0.3 * normal(random);
      return {
        ...{ rubric, candidate: `Candidate ${at + 1}`, interviewer, verdict: 'yes' as const },
        day: `2026-${String(month).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
        ratings: own.map((dimension) => {
          const rating = level + dimension + sees + (interviewers[interviewer] ?? 0) + 0.5 * normal(random);
          return random.below(20) === 0 ? ('not-assessed' as const) : Math.min(5, Math.max(1, Math.round(rating)));
        }),
      };
    });
  }).flat();
  return scorecardFiles('scorecards', parts);
}

/** A normal deviate by Box and Muller. */
export function normal(random: SeededRandom): number {
  const [size, angle] = [(random.below(2 ** 32) + 1) / 2 ** 32, random.below(2 ** 32) / 2 ** 32];
  return Math.sqrt(-2 * Math.log(size)) * Math.cos(2 * Math.PI * angle);
}
