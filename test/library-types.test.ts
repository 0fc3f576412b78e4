import { expect, test } from 'vitest';
import * as statistics from '../src/core/stats/library.js';
import * as library from '../src/index.js';
import type * as declared from '../src/library-types.js';

type Declared = typeof declared;

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
  expect(Object.keys(library).filter((name) => !(name in statistics))).toHaveLength(8);
});
