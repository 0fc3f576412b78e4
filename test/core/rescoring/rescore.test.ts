import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whoIsWho } from '../../../src/core/panel/who.js';
import { rescore } from '../../../src/core/rescoring/rescore.js';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { createRubric } from '../../support/rubrics.js';
import { createCards, createScorecard, PANEL_RUBRIC, SESSIONS_RUBRIC } from '../../support/scorecards.js';

const DIMENSIONS = [
  { id: 'depth', weight: 50, minimum: 3 },
  { id: 'care', weight: 30 },
  { id: 'talk', weight: 20, optional: true },
];

/** The rubric of the scorecards with something changed. */
function changed(
  dimensions: Parameters<typeof createRubric>[0],
  more: Parameters<typeof createRubric>[1] = {},
): Rubric {
  return createRubric(dimensions, more);
}

function rescored(parts: Parameters<typeof createCards>[0], after: Rubric, before: Rubric = PANEL_RUBRIC) {
  const cards = createCards(parts);
  return rescore(cards, { before, after }, whoIsWho(cards));
}

const rating = fc.constantFrom(1, 2, 3, 4, 5, 'not-assessed' as const, undefined);
const ratings = fc.tuple(rating, rating, fc.oneof(rating, fc.constant('not-applicable' as const)));
const flags = fc.subarray(['stopper', 'worry']);

test('each recommendation is the one that a scorecard by the other rubric has', () => {
  const after = changed(
    [
      { id: 'care', weight: 60, minimum: 2 },
      { id: 'talk', weight: 10, optional: true },
      { id: 'depth', weight: 30 },
    ],
    {
      recommendation: {
        coverageAtLeast: 50,
        bands: { 'strong-yes': 4, yes: 3.2, no: 2 },
        strongYesNeeds: 3,
        borderline: 0.2,
      },
    },
  );
  fc.assert(
    fc.property(ratings, flags, (given, seen) => {
      const [depth, care, talk] = given;
      const from = createScorecard({ ratings: given, flags: seen }).result;
      const to = createScorecard({ rubric: after, ratings: [care, talk, depth], flags: seen }).result;
      const { turned, total } = rescored([{ ratings: given, flags: seen }], after).scorecards;
      const isRefused = !given.some((one) => typeof one === 'number') && total === 0;
      const expected = from.recommendation === to.recommendation || isRefused ? [] : [[from, to]];
      expect(
        turned.map((one) =>
          [one.from, one.to].map(({ recommendation, hundredths }) => ({ recommendation, score: hundredths })),
        ),
      ).toEqual(
        expected.map((pair) =>
          pair.map(({ recommendation, score }) => ({
            recommendation,
            score: score === undefined ? undefined : Math.round(score * 100),
          })),
        ),
      );
    }),
  );
});

test('by one rubric twice nothing differs', () => {
  fc.assert(
    fc.property(fc.array(ratings, { maxLength: 4 }), (all) => {
      const parts = all.map((given, at) => ({ ratings: given, interviewer: `Interviewer ${at}` }));
      const { scorecards, panels } = rescored(parts, PANEL_RUBRIC);
      expect([...scorecards.turned, ...panels.turned]).toEqual([]);
    }),
  );
});

test('panels are pooled, those of one candidate together, whichever version their scorecards are of', () => {
  const parts = [
    { candidate: 'Ada Example', interviewer: 'J. Lee', ratings: [3, 5, 5] },
    {
      candidate: 'Ada Example',
      interviewer: 'A. Novak',
      ratings: [3, 2, 2],
      rubric: changed(DIMENSIONS, { version: '2.0.0' }),
    },
    { candidate: 'Bo Sample', interviewer: 'J. Lee', ratings: [4, 4, 4] },
  ];
  const strict = changed([{ id: 'depth', weight: 50, minimum: 4 }, ...DIMENSIONS.slice(1)]);
  const { scorecards, panels } = rescored(parts, strict);
  expect(scorecards).toMatchObject({ total: 3, counts: [{ from: 'yes', to: 'no', count: 1 }] });
  expect(panels).toMatchObject({ total: 2, counts: [{ from: 'yes', to: 'no', count: 1 }] });
  expect(panels.turned[0]?.cards).toHaveLength(2);
});

test('a red flag has the severity that each rubric gives it', () => {
  const redFlags = [
    { id: 'stopper', flag: 'Something that stops', severity: 'concern' },
    { id: 'worry', flag: 'Something that worries', severity: 'concern' },
  ];
  const { scorecards } = rescored([{ ratings: [4, 4, 4], flags: ['stopper'] }], changed(DIMENSIONS, { redFlags }));
  expect(scorecards.counts).toEqual([{ from: 'no', to: 'yes', count: 1 }]);
});

test('not applicable is not assessed where the rubric does not allow it', () => {
  const strict = changed([
    { id: 'depth', weight: 30 },
    { id: 'care', weight: 30 },
    { id: 'talk', weight: 40 },
  ]);
  const { scorecards } = rescored([{ ratings: [4, 4, 'not-applicable'] }], strict);
  expect(scorecards.counts).toEqual([{ from: 'yes', to: 'incomplete', count: 1 }]);
});

test('scorecards of one session count in panels alone', () => {
  const parts = [
    { rubric: SESSIONS_RUBRIC, session: 'making', interviewer: 'J. Lee', ratings: [4, undefined, 4] },
    { rubric: SESSIONS_RUBRIC, session: 'caring', interviewer: 'A. Novak', ratings: [undefined, 4] },
  ];
  const { scorecards, panels, ofSessions } = rescored(parts, SESSIONS_RUBRIC, SESSIONS_RUBRIC);
  expect({ scorecards: scorecards.total, panels: panels.total, ofSessions }).toEqual({
    scorecards: 0,
    panels: 1,
    ofSessions: 2,
  });
});

test.each([
  [
    'scale',
    changed(DIMENSIONS, {
      scale: { min: 0, max: 5, bar: 3, labels: { 0: 'None', 1: 'Far', 2: 'Below', 3: 'Meets', 4: 'Above', 5: 'Well' } },
      dimensions: DIMENSIONS.map((one) => ({
        name: one.id,
        meetsBar: 'Does it.',
        anchors: { 0: 'zero', 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five' },
        questions: [{ ask: 'What?' }],
        ...one,
      })),
    }),
  ],
  ['dimensions', changed([{ id: 'other', weight: 100 }])],
] as const)('what cannot be scored again is told: %s', (why, after) => {
  const { scorecards, leftOut } = rescored([{ ratings: [4, 4, 4] }], after);
  expect(scorecards.total).toBe(0);
  expect(leftOut).toMatchObject([{ why, by: 'after' }]);
});

test('a variant that a rubric no longer has cannot be scored by it', () => {
  const { leftOut } = rescored([{ ratings: [4, 4, 4], variant: 'gone' }], PANEL_RUBRIC);
  expect(leftOut).toMatchObject([{ why: 'variant', by: 'before' }]);
});

test('parts that scorecards and a rubric do not share are told once each, with how many they bear on', () => {
  const after = changed(
    [
      { id: 'depth', weight: 50 },
      { id: 'care', weight: 30 },
      { id: 'fresh', weight: 20 },
    ],
    { redFlags: [{ id: 'worry', flag: 'Something that worries', severity: 'concern' }] },
  );
  const parts = [
    { interviewer: 'J. Lee', ratings: [4, 4, 4], flags: ['stopper'] },
    { interviewer: 'A. Novak', ratings: [4, 4, undefined] },
  ];
  expect(rescored(parts, after).remarks).toEqual([
    { what: 'unrated', id: 'fresh', count: 2, by: 'after' },
    { what: 'dropped', id: 'talk', count: 1, by: 'after' },
    { what: 'flag', id: 'stopper', count: 1, by: 'after' },
  ]);
  expect(rescored(parts, after, after).remarks.map(({ by }) => by)).toEqual(['both', 'both', 'both']);
});
