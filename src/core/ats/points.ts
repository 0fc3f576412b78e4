import { EXPORT_POINTS, type ExportPoint, type ExportSystem } from '../rubric/export-points.js';
import type { Rubric } from '../rubric/rubric.js';
import { isRated, type Rating, type ScaleRange } from '../rubric/scale.js';
import type { VerdictWord } from '../scoring/verdict.js';
import { ATS_WORDS } from '../table/ats-words.js';

/** What the ratings 1 to 5 are in each system where a rubric has no map of its own: among four points a 3 has none. */
const USUAL: Readonly<Record<ExportSystem, (rating: number) => ExportPoint | undefined>> = {
  greenhouse: (rating) => wordsFor('greenhouse', rating)[0]?.replaceAll(' ', '_'),
  lever: leverPoint,
  ashby: leverPoint,
  merge: (rating) => MERGE.get(rating),
};

const MERGE = new Map<number, ExportPoint>([
  [5, 'STRONG_YES'],
  [4, 'YES'],
  [2, 'NO'],
  [1, 'DEFINITELY_NO'],
]);

/** The words of a system that are read as a rating. */
function wordsFor(system: keyof typeof ATS_WORDS, rating: Rating): readonly string[] {
  return Object.entries(ATS_WORDS[system].ratings).flatMap(([word, value]) => (value === rating ? [word] : []));
}

/** Which of four points a rating of 1 to 5 is; `undefined` for what lies between two. */
export function leverPoint(rating: Rating): number | undefined {
  const [point] = EXPORT_POINTS.lever.filter((one) => wordsFor('lever', rating).includes(String(one)));
  return point;
}

/** A rating in another system: the point, whether the rubric's own map gave it, or that there is none. */
export type Counterpart =
  | { readonly type: 'point'; readonly point: ExportPoint; readonly isMapped: boolean }
  | { readonly type: 'none' };

export type PointMap = NonNullable<NonNullable<Rubric['export']>[ExportSystem]>;

/** What finds the counterparts of ratings in a system: by the rubric's map where it has one, else by the usual points. */
export function counterpartsIn(
  system: ExportSystem,
  scale: ScaleRange,
  map: PointMap | undefined,
): (rating: Rating) => Counterpart {
  return (rating) => {
    if (!isRated(rating)) return { type: 'none' };
    const mapped = map?.[String(rating)];
    if (mapped !== undefined) return { type: 'point', point: mapped, isMapped: true };
    const point = map === undefined && isOneToFive(scale) ? USUAL[system](rating) : undefined;
    return point === undefined ? { type: 'none' } : { type: 'point', point, isMapped: false };
  };
}

/** Halves have no counterpart of their own, but do not keep the whole ratings from having one. */
export function isOneToFive({ min, max }: ScaleRange): boolean {
  return min === 1 && max === 5;
}

/** The interviewer's call as each system says it. Lever and Ashby have no word for no call at all. */
export const OVERALL = {
  greenhouse: {
    'strong-yes': 'strong_yes',
    yes: 'yes',
    no: 'no',
    'strong-no': 'definitely_not',
    'no-decision': 'no_decision',
  },
  merge: {
    'strong-yes': 'STRONG_YES',
    yes: 'YES',
    no: 'NO',
    'strong-no': 'DEFINITELY_NO',
    'no-decision': 'NO_DECISION',
  },
  score: { 'strong-yes': 4, yes: 3, no: 2, 'strong-no': 1, 'no-decision': undefined },
} as const satisfies Record<string, Record<VerdictWord, ExportPoint | undefined>>;
