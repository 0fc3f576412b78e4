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

test.each(['yesterday', '2026-11-20', '2026-11-20T09:30:00', '2026-02-30T10:00:00Z'])(
  'a time that is written %s is told what a time looks like',
  (startedAt) => {
    expect(parseScorecard({ ...CARD, startedAt })).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'bad-format',
          path: ['startedAt'],
          message: '"startedAt" must be a date with time and offset, such as 2026-11-20T09:30:00+01:00',
        },
      ],
    });
  },
);

test('a map in the place of a text is told, whatever stands in it', () => {
  expect(parseScorecard({ ...CARD, id: { length: { toString: 1 } } })).toMatchObject({
    ok: false,
    problems: [{ code: 'wrong-type', path: ['id'] }],
  });
});
