// What `import … from 'scorecard'` gives; its types stand in `library-types.ts`, and a test holds the two together. Those of
// the statistics are made from their code.

export { parseRubric } from './core/rubric/parse-rubric.js';
export { applyVariant } from './core/rubric/variant.js';
export { digestOf } from './core/scorecard/digest.js';
export { parseScorecard } from './core/scorecard/parse-scorecard.js';
export { verifyScorecard } from './core/scorecard/verify-scorecard.js';
export { recommend } from './core/scoring/recommendation.js';
export { computeScore, coveragePercent } from './core/scoring/scoring.js';
export * from './core/stats/library.js';
