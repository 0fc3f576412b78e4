import { expect, test } from 'vitest';
import * as library from '../src/index.js';
import type * as declared from '../src/library-types.js';

type Declared = typeof declared;

const STATISTICS = [
  ...([
    'decisionStudy',
    'fisherExact',
    'flipTest',
    'fourFifths',
    'impactRatio',
    'mostSelected',
    'ratersFor',
    'ratioInterval',
  ] as const),
  ...(['scoringRates', 'selectionRate', 'shortfall', 'spearmanBrown', 'wilsonInterval', 'zTest'] as const),
] as const;
type Statistic = (typeof STATISTICS)[number];

test('what the package declares is what it gives', () => {
  // The compiler is the test: results are at least what is declared, and arguments are taken as declared.
  const parseRubric: Declared['parseRubric'] = library.parseRubric;
  const parseScorecard: Declared['parseScorecard'] = library.parseScorecard;
  const computeScore: Declared['computeScore'] = library.computeScore;
  const coveragePercent: Declared['coveragePercent'] = library.coveragePercent;
  const recommend: Declared['recommend'] = library.recommend;
  const digestOf: Declared['digestOf'] = library.digestOf;
  const checked = [parseRubric, parseScorecard, computeScore, coveragePercent, recommend, digestOf];
  expect(Object.values(library)).toEqual(expect.arrayContaining(checked));
  const statistics: Pick<Declared, Statistic> = library;
  expect(Object.values(library)).toEqual(expect.arrayContaining(STATISTICS.map((name) => statistics[name])));
  expect(Object.keys(library)).toHaveLength(8 + STATISTICS.length);
});
