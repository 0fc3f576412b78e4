import type { Rubric } from '../rubric/rubric.js';
import { type Rating, ratingsOf } from '../rubric/scale.js';
import { rulesOf } from '../scoring/rules.js';
import { type Expected, expectedOf, type Given } from './expected.js';
import { MOST_RATERS, type SqlOptions } from './options.js';
import { stopIds } from './readings.js';

/** A made-up candidate, and what must come out. */
export interface Sample {
  readonly given: Given;
  readonly expected: Expected;
}

const TRIED = 1200;

/**
 * Made-up candidates for a rubric, always the same: of each kind of result as many, and of each kind those whose scores
 * lie nearest to where something changes.
 */
export function samplesOf(rubric: Rubric, options: SqlOptions, count: number): readonly Sample[] {
  const next = createSequence();
  const groups = new Map<string, Sample[]>();
  for (let at = 0; at < TRIED; at += 1) {
    const given = givenAt(at, { rubric, options, next });
    // Of whom a long table has no row, nothing can come out.
    if (isNobody(given)) continue;
    const expected = expectedOf(rubric, given, options.pool);
    const key = kindOf(expected);
    groups.set(key, [...(groups.get(key) ?? []), { given, expected }]);
  }
  const byNearness = [...groups.values()].map((group) =>
    group.map((sample) => ({ sample, away: awayOf(sample.expected, rubric) })).sort((a, b) => a.away - b.away),
  );
  const chosen: Sample[] = [];
  for (let round = 0; chosen.length < count; round += 1) {
    const row = byNearness.flatMap((group) => group[round]?.sample ?? []);
    if (row.length === 0) break;
    chosen.push(...row);
  }
  return chosen.slice(0, count);
}

function isNobody({ ratings, stops, misread }: Given): boolean {
  return ratings.flat().length + stops.length + misread === 0;
}

function kindOf(expected: Expected): string {
  const { recommendation, isBorderline, belowMinimum, stopFlags, minimumNotRated } = expected;
  return [recommendation, isBorderline, belowMinimum > 0, stopFlags > 0, minimumNotRated > 0].join(' ');
}

/** How far the score is from the nearest place where something changes, in hundredths. */
function awayOf({ score }: Expected, rubric: Rubric): number {
  const { bands, borderline } = rulesOf(rubric);
  const edges = [...bands.flatMap(({ from }) => from ?? []), ...(borderline ? [borderline.from, borderline.to] : [])];
  return score === undefined ? 0 : Math.min(...edges.map((edge) => Math.abs(100 * edge - score)));
}

interface Making {
  readonly rubric: Rubric;
  readonly options: SqlOptions;
  /** A whole number from 0 to below `limit`. */
  readonly next: (limit: number) => number;
}

/** One candidate of the kind that comes at this place: even, near one rating, with gaps, with flags, with mistakes. */
function givenAt(at: number, { rubric, options, next }: Making): Given {
  const { dimensions, scale } = rubric;
  const all = ratingsOf(scale);
  const kind = at % 8;
  const middle = next(all.length);
  const stops = stopIds(rubric, options);
  const ratingFor = (optional: boolean): Rating | 'invalid' => {
    if (kind === 0) return all[middle] ?? scale.min;
    if (optional && !options.areNumbers && next(4) === 0) return 'not-applicable';
    if (kind === 1 && next(3) === 0) return 'not-assessed';
    if (kind === 2 && next(6) === 0) return 'invalid';
    if (kind === 3) return all[next(all.length)] ?? scale.min;
    return all[Math.min(all.length - 1, Math.max(0, middle + next(3) - 1))] ?? scale.min;
  };
  const raters = (): number => {
    if (options.form === 'wide') return 1;
    return kind === 4 && next(20) === 0 ? MOST_RATERS + 1 : kind === 5 ? next(7) : 1 + next(2);
  };
  return {
    ratings: dimensions.map(({ optional }) => Array.from({ length: raters() }, () => ratingFor(optional))),
    stops: kind === 6 ? stops.filter(() => next(2) === 0) : [],
    misread: options.form === 'long' && kind === 7 && next(4) === 0 ? 1 : 0,
  };
}

/** Numbers that look random and are the same each time: the generator of Park and Miller. */
function createSequence(): (limit: number) => number {
  let state = 20_261_120;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * limit);
  };
}
