import { gwetAC } from '../stats/agreement/gwet-ac.js';
import { type KrippendorffAlpha, krippendorffAlpha } from '../stats/agreement/krippendorff-alpha.js';
import type { IntervalEstimate } from '../stats/ratings/no-value.js';
import { icc } from '../stats/reliability/icc.js';
import type { IccForm } from '../stats/reliability/icc-forms.js';
import { type Figure, GATES, isMissing, type Missing, missing } from './figure.js';
import { alphaLabel, iccLabel } from './labels.js';
import type { RatedRow, RatingTable } from './rating-table.js';

export interface Alpha extends Figure {
  /** Ratings that could be paired, and candidates who have such. */
  readonly pairable: number;
  readonly candidates: number;
  readonly resamples: number;
  /** `undefined` where the interval spans several. */
  readonly label: string | undefined;
}

/** Candidates whom two rated on a dimension. */
export function candidatesByTwo(rows: readonly RatedRow[]): number {
  const isByTwo = ({ ratings }: RatedRow) => ratings.filter((rating) => rating !== undefined).length > 1;
  return new Set(rows.filter(isByTwo).map(({ candidate }) => candidate)).size;
}

/** Krippendorff's ordinal alpha over candidates and dimensions, its interval over candidates. */
export function alphaOf(rows: readonly RatedRow[], { edition }: Pick<RatingTable, 'edition'>, seed: number) {
  const candidates = candidatesByTwo(rows);
  if (candidates < GATES.candidates) return missing('candidates-by-two', GATES.candidates, candidates);
  const found: KrippendorffAlpha = krippendorffAlpha(
    rows.map(({ ratings }) => ratings),
    {
      ...{ metric: 'ordinal', scale: edition.scale },
      bootstrap: { seed, clusters: rows.map(({ candidate }) => candidate) },
    },
  );
  const figure = figureOf(found);
  if (isMissing(figure)) return figure;
  const { pairable, bootstrap } = found;
  const alpha: Alpha = {
    ...{ ...figure, pairable, candidates, resamples: bootstrap?.resamples ?? 0 },
    label: alphaLabel(figure.interval),
  };
  return alpha;
}

/** Gwet's AC2 with quadratic weights over the declared scale: it stays up where almost all ratings are alike. */
export function ac2Of({ rows, edition }: Pick<RatingTable, 'rows' | 'edition'>): Figure | Missing {
  const candidates = candidatesByTwo(rows);
  if (candidates < GATES.candidates) return missing('candidates-by-two', GATES.candidates, candidates);
  const options = { scale: edition.scale, weights: 'quadratic' } as const;
  return figureOf(
    gwetAC(
      rows.map(({ ratings }) => ratings),
      { ...options, clusters: rows.map(({ candidate }) => candidate) },
    ),
  );
}

export interface LabelledFigure extends Figure {
  readonly form: IccForm;
  /** `undefined` where the interval spans several. */
  readonly label: string | undefined;
}

/** Intraclass correlations of the interviewers' own scores. */
export interface ScoreReliability {
  /** `complete-rows`: of candidates whom all scored. `one-way`: of all, as if each had interviewers of their own. */
  readonly policy: 'complete-rows' | 'one-way';
  readonly candidates: number;
  readonly dropped: number;
  /** Scores for each candidate: how many interviewers, or Ebel's k0. */
  readonly scoresPerCandidate: number;
  readonly forms: readonly (LabelledFigure | (Missing & { readonly form: IccForm }))[];
}

const COMPLETE_FORMS = ['ICC(2,1)', 'ICC(2,k)', 'ICC(3,k)'] as const;
const ONE_WAY_FORMS = ['ICC(1,1)', 'ICC(1,k)'] as const;

export function scoreReliability({ scores, raters }: RatingTable): ScoreReliability | Missing {
  // Whose columns are of one person throughout, and hold a score.
  const scoring = raters.flatMap((_rater, at) => (scores.some((row) => row[at] !== undefined) ? [at] : []));
  const complete = icc(scores.map((row) => scoring.map((at) => row[at])));
  if (scoring.length > 1 && complete.candidates >= GATES.candidates) return reliabilityOf(complete, COMPLETE_FORMS);
  const byTwo = scores.filter((row) => row.filter((score) => score !== undefined).length > 1);
  if (byTwo.length < GATES.candidates) return missing('full-scores', GATES.candidates, byTwo.length);
  return reliabilityOf(icc(scores, { missing: 'one-way' }), ONE_WAY_FORMS);
}

function reliabilityOf(found: ReturnType<typeof icc>, forms: readonly IccForm[]): ScoreReliability {
  return {
    policy: found.missing === 'listwise' ? 'complete-rows' : 'one-way',
    candidates: found.candidates,
    dropped: found.dropped,
    scoresPerCandidate: found.ratingsPerCandidate ?? 0,
    forms: forms.map((form) => {
      const figure = figureOf(found.forms[form]);
      return isMissing(figure) ? { form, ...figure } : { form, ...figure, label: iccLabel(figure.interval) };
    }),
  };
}

/** Without an interval there is no number to be shown. */
function figureOf({ value, interval, reason }: IntervalEstimate): Figure | Missing {
  if (value === undefined) return missing(reason === 'all-identical' ? 'difference' : 'candidate-difference', 1, 0);
  return interval === undefined ? missing('interval', 1, 0) : { value, interval };
}
