// What `import … from 'scorecard'` gives; its types stand in `library-types.ts`, and a test holds the two together.

export { parseRubric } from './core/rubric/parse-rubric.js';
export { applyVariant } from './core/rubric/variant.js';
export { digestOf } from './core/scorecard/digest.js';
export { parseScorecard } from './core/scorecard/parse-scorecard.js';
export { verifyScorecard } from './core/scorecard/verify-scorecard.js';
export { recommend } from './core/scoring/recommendation.js';
export { computeScore, coveragePercent } from './core/scoring/scoring.js';
export { fisherExact } from './core/stats/impact/fisher-exact.js';
export { flipTest, shortfall } from './core/stats/impact/one-different.js';
export { scoringRates } from './core/stats/impact/scoring-rates.js';
export { fourFifths, impactRatio, mostSelected, selectionRate } from './core/stats/impact/selection.js';
export { ratioInterval, wilsonInterval, zTest } from './core/stats/impact/two-proportions.js';
export { decisionStudy } from './core/stats/reliability/decision-study.js';
export { ratersFor, spearmanBrown } from './core/stats/reliability/spearman-brown.js';
