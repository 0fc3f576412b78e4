// The statistics that `import … from 'scorecard'` gives; their declarations are shipped as they stand in their files.

export type { ChanceCorrected } from './agreement/chance-corrected.js';
export { type CohenKappaOptions, cohenKappa } from './agreement/cohen-kappa.js';
export { type FleissOptions, fleissKappa } from './agreement/fleiss-kappa.js';
export { type GwetOptions, gwetAC } from './agreement/gwet-ac.js';
export { type KrippendorffAlpha, type KrippendorffOptions, krippendorffAlpha } from './agreement/krippendorff-alpha.js';
export type { Metric } from './agreement/metric.js';
export {
  type PairAgreement,
  type PercentAgreement,
  type PercentAgreementOptions,
  percentAgreement,
} from './agreement/percent-agreement.js';
export type { Kappa, KappaOptions } from './agreement/two-rater-kappa.js';
export { type WeightedKappaOptions, weightedKappa } from './agreement/weighted-kappa.js';
export type { AgreementWeights } from './agreement/weights.js';
export type { BootstrapOptions } from './bootstrap/bootstrap.js';
export { chanceAhead } from './chance-ahead.js';
export { chiSquareDistribution } from './distributions/chi-square.js';
export type { Distribution } from './distributions/distribution.js';
export { fDistribution } from './distributions/f.js';
export { normalDistribution } from './distributions/normal.js';
export { tDistribution } from './distributions/t.js';
export { type DecisionStudy, type DecisionStudyOptions, decisionStudy } from './generalizability/decision-study.js';
export type { ComponentName, Design } from './generalizability/designs.js';
export {
  type Generalizability,
  generalizability,
  type NestedRatings,
  type VarianceComponent,
} from './generalizability/generalizability.js';
export { type FisherExact, fisherExact, type Probability, type TwoByTwo } from './impact/fisher-exact.js';
export { type FlipTest, flipTest, type Shortfall, shortfall } from './impact/one-different.js';
export { scoringRates } from './impact/scoring-rates.js';
export { fourFifths, impactRatio, mostSelected, type Selection, selectionRate } from './impact/selection.js';
export { ratioInterval, wilsonInterval, type ZTest, zTest } from './impact/two-proportions.js';
export { kendallTau } from './kendall-tau.js';
export { type PlainWeightFlip, plainWeightFlips as weightFlips } from './plain-weight-flips.js';
export { compareRanks, type RankComparison } from './rank-comparison.js';
export type { Estimate, Interval, IntervalEstimate, NoValueReason } from './ratings/no-value.js';
export type { Category, DeclaredScale, Ratings } from './ratings/ratings.js';
export {
  type CronbachAlpha,
  type CronbachItem,
  type CronbachOptions,
  cronbachAlpha,
} from './reliability/cronbach-alpha.js';
export { type IccOptions, icc } from './reliability/icc.js';
export type { IccForm } from './reliability/icc-forms.js';
export type { Icc } from './reliability/icc-result.js';
export { type KendallW, kendallW } from './reliability/kendall-w.js';
export { type Rwg, type RwgOptions, rwg } from './reliability/rwg.js';
export { ratersFor, spearmanBrown } from './reliability/spearman-brown.js';
export { standardErrorOfMeasurement } from './reliability/standard-error-of-measurement.js';
export { type Halo, halo } from './severity/halo.js';
export {
  type CandidateEffect,
  type InterviewerEffect,
  type Severity,
  type SeverityOptions,
  severity,
} from './severity/severity.js';
