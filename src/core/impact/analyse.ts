import { compareRational, type Rational } from '../numbers/rational.js';
import { fisherExact } from '../stats/impact/fisher-exact.js';
import { type FlipTest, flipTest, type Shortfall, shortfall } from '../stats/impact/one-different.js';
import { fourFifths, impactRatio, mostSelected, selectionRate } from '../stats/impact/selection.js';
import { ratioInterval, wilsonInterval, type ZTest, zTest } from '../stats/impact/two-proportions.js';
import type { Interval } from '../stats/ratings/no-value.js';
import type { CountSet, GroupCount } from './count-sets.js';
import type { ImpactForm } from './form.js';

/** With fewer, one person moves the ratio so far that it says nothing. */
export const FEWEST = { applicants: 30, selected: 5 } as const;

/** Of more people, Fisher's test takes long and the z test says the same. */
const MOST_FOR_FISHER = 20_000;

/** Per cent of all below which New York City's rule allows a category to be left out, with the reason. */
export const SMALL_CATEGORY = 2;

export interface Comparison {
  readonly ratio: Rational;
  readonly interval: Interval | undefined;
  /** What the tests say; `undefined` where the form asks for the ratio alone. */
  readonly tests:
    | {
        readonly isBelow: boolean;
        /** `undefined` for groups so large that the z test says the same. */
        readonly fisher: { readonly twoSided: number; readonly less: number } | undefined;
        readonly z: ZTest | undefined;
        readonly flip: FlipTest | undefined;
        readonly shortfall: Shortfall | undefined;
      }
    | undefined;
}

/**
 * Where a group stands. `reference`: it was selected most, and the others are held against it. Groups that are not
 * compared have their counts alone.
 */
export type Standing = 'reference' | 'compared' | 'few-applicants' | 'few-selected' | 'excluded' | 'alone';

export interface GroupResult extends GroupCount {
  readonly rate: Rational | undefined;
  readonly interval: Interval | undefined;
  readonly standing: Standing;
  readonly comparison: Comparison | undefined;
}

export interface SetResult extends Omit<CountSet, 'groups'> {
  readonly groups: readonly GroupResult[];
  readonly reference: GroupResult | undefined;
  /** Groups that are too small to be compared, and were selected at a higher rate than the reference. */
  readonly higher: readonly GroupResult[];
}

export interface AnalyseOptions {
  readonly form: ImpactForm;
  /** Why categories of less than 2% are left out; `undefined` where they are not. */
  readonly excludeSmall: string | undefined;
}

/** Holds the groups of a set against the one that was selected most. */
export function analyseSet(set: CountSet, options: AnalyseOptions): SetResult {
  const total = set.groups.reduce((sum, { applicants }) => sum + applicants, 0);
  const standings = set.groups.map((group) => standingOf(group, total, options));
  const able = set.groups.filter((_group, at) => standings[at] === undefined);
  const most = able.length < 2 ? undefined : able[mostSelected(able) ?? -1];
  const groups = set.groups.map((group, at): GroupResult => {
    const standing = standings[at] ?? (most === undefined ? 'alone' : group === most ? 'reference' : 'compared');
    const isShown = standing === 'compared' || (standing === 'reference' && options.form === 'local-law-144');
    return {
      ...group,
      standing,
      rate: selectionRate(group),
      interval: wilsonInterval(group.selected, group.applicants),
      comparison: most && isShown ? compare(group, most, options.form) : undefined,
    };
  });
  const reference = groups.find(({ standing }) => standing === 'reference');
  const isHigher = ({ standing, rate }: GroupResult) =>
    standing !== 'compared' && rate && reference?.rate && compareRational(rate, reference.rate) > 0;
  return { ...set, groups, reference, higher: groups.filter(isHigher) };
}

/** Why a group is not compared; `undefined` where it is. */
function standingOf(
  { applicants, selected }: GroupCount,
  total: number,
  { form, excludeSmall }: AnalyseOptions,
): Standing | undefined {
  if (form === 'local-law-144') {
    const isSmall = 100 * applicants < SMALL_CATEGORY * total;
    return applicants === 0 || (isSmall && excludeSmall !== undefined) ? 'excluded' : undefined;
  }
  if (applicants < FEWEST.applicants) return 'few-applicants';
  return selected < FEWEST.selected ? 'few-selected' : undefined;
}

function compare(group: GroupCount, reference: GroupCount, form: ImpactForm): Comparison | undefined {
  const ratio = impactRatio(group, reference);
  if (ratio === undefined) return undefined;
  const interval = ratioInterval(group, reference);
  if (form === 'local-law-144') return { ratio, interval, tests: undefined };
  const counts = ({ selected, applicants }: GroupCount) => [selected, applicants - selected] as const;
  const isLarge = group.applicants + reference.applicants > MOST_FOR_FISHER;
  const fisher = isLarge ? undefined : fisherExact([counts(group), counts(reference)]);
  return {
    ratio,
    interval,
    tests: {
      isBelow: fourFifths(group, reference) ?? false,
      fisher: fisher && { twoSided: fisher.twoSided.value, less: fisher.less.value },
      z: zTest(group, reference),
      flip: flipTest(group, reference),
      shortfall: shortfall(group, reference),
    },
  };
}
