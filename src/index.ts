// What `import … from 'scorecard'` gives; its types stand in `library-types.ts`, and a test holds the two together.

export { digestOf } from './core/digest.js';
export { parseRubric } from './core/parse-rubric.js';
export { parseScorecard } from './core/parse-scorecard.js';
export { recommend } from './core/recommendation.js';
export { computeScore, coveragePercent } from './core/scoring.js';
export { applyVariant } from './core/variant.js';
export { verifyScorecard } from './core/verify-scorecard.js';
