import { expect, test } from 'vitest';
import { parseScorecard } from '../../../src/core/scorecard/parse-scorecard.js';
import { createScorecard } from '../../support/scorecards.js';

const CARD = createScorecard({ ratings: [4, 3, 2] });

test.each<[string, unknown]>([
  ['a map with a key named toString', { toString: 1 }],
  ['a list', [[]]],
  ['nothing', null],
])('where one of several words must stand, %s is a problem', (_what, status) => {
  expect(parseScorecard({ ...CARD, status })).toMatchObject({
    ok: false,
    problems: [{ code: 'bad-value', path: ['status'] }],
  });
});
