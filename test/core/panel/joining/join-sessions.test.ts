import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PanelCard } from '../../../../src/core/panel/card.js';
import { createEditionRegistry, editionOfRubric } from '../../../../src/core/panel/edition.js';
import { alignCards } from '../../../../src/core/panel/joining/align-cards.js';
import { joinSessions } from '../../../../src/core/panel/joining/join-sessions.js';
import { summarise } from '../../../../src/core/panel/summary.js';
import type { Rating } from '../../../../src/core/rubric/scale.js';
import { createRubric } from '../../../support/rubrics.js';
import { createCards, SESSIONS_RUBRIC } from '../../../support/scorecards.js';

type Parts = Parameters<typeof createCards>[0][number];

const rubric = SESSIONS_RUBRIC;

/** The cards as they stand once the rubric is at hand. */
function withRubric(parts: readonly Parts[]): readonly PanelCard[] {
  const registry = createEditionRegistry();
  const cards = createCards(
    parts.map((one) => ({ rubric, ...one })),
    registry,
  );
  const edition = editionOfRubric(rubric, undefined, registry);
  return joinSessions(cards, [{ edition, sessions: rubric.sessions }]).cards;
}

function onePanel(cards: readonly PanelCard[]) {
  const [group, ...others] = summarise(cards, 'score');
  expect(others).toEqual([]);
  return group!.ranked[0]!;
}

function pool(parts: readonly Parts[]) {
  return onePanel(withRubric(parts)).panel;
}

const MAKING: Parts = { session: 'making', interviewer: 'R. Panel', ratings: [4, undefined, 3] };
const CARING: Parts = { session: 'caring', interviewer: 'S. Panel', ratings: [undefined, 2] };
const TELLING: Parts = { session: 'telling', interviewer: 'T. Panel', ratings: [undefined, undefined, 4, 5] };

describe('sessions of several people', () => {
  test('are one panel, which the rules judge as a whole', () => {
    const panel = pool([MAKING, CARING, TELLING]);
    // 40·4 + 30·2 + 20·7/2 + 10·5 = 340 of 100
    expect(panel).toMatchObject({ hundredths: 340, coveragePercent: 100, recommendation: 'yes' });
    expect(panel.edition.dimensions.map(({ id }) => id)).toEqual(['depth', 'care', 'talk', 'tools']);
    expect(panel.dimensions.map(({ count }) => count)).toEqual([1, 1, 2, 1]);
  });

  test('that are not all in cover what they have of the whole rubric', () => {
    const panel = pool([MAKING]);
    expect(panel).toMatchObject({ coveragePercent: 60, recommendation: 'incomplete' });
    expect(panel.because[0]).toMatchObject({ rule: 'coverage' });
    expect(panel.dimensions.map(({ state }) => state)).toEqual(['rated', 'not-held', 'rated', 'not-held']);
  });

  test('say which are in, and who held them', () => {
    const { sessions } = pool([MAKING, CARING]);
    expect(sessions).toEqual([
      { id: 'making', title: 'Making', isPlanned: true, isIn: true, interviewers: [{ name: 'R. Panel' }] },
      { id: 'caring', title: 'Caring', isPlanned: true, isIn: true, interviewers: [{ name: 'S. Panel' }] },
      { id: 'telling', title: 'Telling', isPlanned: true, isIn: false, interviewers: [] },
    ]);
  });

  test('are all in where a scorecard of the whole interview has the rest', () => {
    const { sessions, members } = pool([MAKING, { interviewer: 'S. Panel', ratings: [3, 3, 3, 'not-applicable'] }]);
    expect(sessions.map(({ isIn }) => isIn)).toEqual([true, true, true]);
    expect(members).toHaveLength(2);
  });

  test('have no spread, since scores on different dimensions differ by the dimensions', () => {
    expect(pool([MAKING, CARING, TELLING]).spread).toBeUndefined();
    const alike = pool([MAKING, { ...MAKING, interviewer: 'U. Panel', ratings: [1, undefined, 3] }, CARING]).spread;
    // 40·4 + 20·3 and 40·1 + 20·3 of 60
    expect(alike).toMatchObject({
      lowest: { numerator: 100, denominator: 60 },
      highest: { numerator: 220, denominator: 60 },
    });
  });
});

test('only interviewers who held the same dimensions tell how far interviewers differ', () => {
  const overlapping = createRubric(
    [
      { id: 'depth', weight: 40 },
      { id: 'care', weight: 30 },
      { id: 'talk', weight: 30 },
    ],
    {
      sessions: [
        { id: 'one', title: 'One', minutes: 45, dimensions: ['depth', 'care'] },
        { id: 'two', title: 'Two', minutes: 45, dimensions: ['depth', 'talk'] },
      ],
    },
  );
  const basis = (second: string) => {
    const parts = Array.from({ length: 11 }, (_, at) => [
      { candidate: `C ${at}`, session: 'one', interviewer: 'R. Panel', ratings: [3, 1, 5] },
      { candidate: `C ${at}`, session: second, interviewer: 'S. Panel', ratings: [4, 1, 5] },
    ]);
    const cards = createCards(parts.flat().map((one) => ({ rubric: overlapping, ...one })));
    return summarise(joinSessions(cards, []).cards, 'score')[0]!.basis;
  };
  // 40 of 70 apart
  expect(basis('one')).toMatchObject({
    type: 'panels',
    degreesOfFreedom: 11,
    deviation: expect.closeTo(40 / 70 / Math.SQRT2, 12),
  });
  expect(basis('two')).toEqual({ type: 'published', degreesOfFreedom: 0 });
});

describe('sessions of one person', () => {
  const both: readonly Parts[] = [MAKING, { ...TELLING, interviewer: 'R. Panel', day: '2026-11-21', verdict: 'no' }];

  test('are one voice, and the later rating of a dimension counts', () => {
    const panel = pool(both);
    expect(panel.members).toHaveLength(1);
    expect(panel.members[0]!.ratings).toEqual([4, 'not-held', 4, 5]);
    expect(panel.dimensions[2]!.count).toBe(1);
  });

  test('each have a verdict', () => {
    const [making, telling] = both as [Parts, Parts];
    const { members } = pool([{ ...making, verdict: 'strong-yes' }, telling]);
    expect(members[0]!.verdicts).toEqual([
      { session: 'making', is: 'strong-yes' },
      { session: 'telling', is: 'no' },
    ]);
  });

  test('are as late as the day on which they were held', () => {
    const [making, telling] = withRubric(both) as [PanelCard, PanelCard];
    const panel = onePanel([{ ...making, held: '2026-11-23' }, telling]).panel;
    expect(panel.members[0]!.ratings).toEqual([4, 'not-held', 3, 5]);
  });
});

test('not applicable is a dimension only where all who held it say so', () => {
  const whole: Parts = { interviewer: 'S. Panel', ratings: [3, 3, 3, 'not-applicable'] };
  const state = (...parts: readonly Parts[]) => pool(parts).dimensions[3]!.state;
  expect(state(MAKING, whole)).toBe('not-applicable');
  expect(state({ ...TELLING, ratings: [] }, whole)).toBe('not-assessed');
});

describe('a rubric that nobody has at hand', () => {
  const join = (parts: readonly Parts[]) =>
    joinSessions(createCards(parts.map((one) => ({ rubric, ...one }))), []).cards;

  test('is whole where the weights of the sessions add up to 100', () => {
    const { panel } = onePanel(join([MAKING, CARING, TELLING]));
    expect(panel).toMatchObject({ hundredths: 340, coveragePercent: 100, recommendation: 'yes' });
    expect(panel.sessions.map(({ id, isPlanned }) => [id, isPlanned])).toEqual([
      ['caring', undefined],
      ['making', undefined],
      ['telling', undefined],
    ]);
  });

  test('lacks what the weights lack of 100, and recommends nothing', () => {
    const { panel } = onePanel(join([MAKING, TELLING]));
    expect(panel).toMatchObject({ coveragePercent: 70, recommendation: 'incomplete' });
    expect(panel.because[0]).toEqual({ rule: 'session', text: 'two sessions of several' });
  });

  test('recommends nothing where nobody can tell what all equal weights are', () => {
    const equal = createRubric(
      ['a', 'b'].map((id) => ({ id }) as never),
      { sessions: ['a', 'b'].map((id) => ({ id, title: id, minutes: 30, dimensions: [id] })) },
    );
    const cards = createCards(['a', 'b'].map((session) => ({ rubric: equal, session, ratings: [4, 4] })));
    const { panel } = onePanel(joinSessions(cards, []).cards);
    expect(panel).toMatchObject({ hundredths: 400, recommendation: 'incomplete' });
  });

  test('is what a scorecard of the whole interview holds', () => {
    const { panel } = onePanel(join([MAKING, { interviewer: 'S. Panel', ratings: [3, 3, 3, 3] }]));
    expect(panel).toMatchObject({ coveragePercent: 100, recommendation: 'yes' });
    expect(panel.edition.isWhole).toBe(true);
  });

  test('stays apart from another of its version with other weights', () => {
    const heavier = createRubric(
      [
        { id: 'depth', weight: 80 },
        { id: 'talk', weight: 20 },
      ],
      { sessions: [{ id: 'making', title: 'Making', minutes: 45, dimensions: ['depth', 'talk'] }] },
    );
    const parts: readonly Parts[] = [MAKING, CARING, { ...MAKING, rubric: heavier, interviewer: 'U. Panel' }];
    const groups = summarise(join(parts), 'score');
    expect(groups.map(({ edition }) => edition.revision)).toEqual([1, 2]);
  });
});

test('scores of another version leave blank what no session of theirs held', () => {
  const newer = { ...rubric, version: '2.0.0' };
  const registry = createEditionRegistry();
  const cards = createCards(
    [
      { rubric, ...MAKING },
      { rubric: newer, candidate: 'Bo', ratings: [3, 3, 3, 3] },
    ],
    registry,
  );
  const whole = { edition: editionOfRubric(rubric, undefined, registry), sessions: rubric.sessions };
  const [moved] = alignCards(joinSessions(cards, [whole]).cards).cards;
  expect(moved).toMatchObject({ edition: { version: '2.0.0' }, ratings: [4, 'not-held', 3, 'not-held'] });
});

describe('whatever is rated', () => {
  const rating = fc.constantFrom<Rating | undefined>(1, 2, 3, 4, 5, 3, 4, undefined);
  const ratings = fc.tuple(rating, rating, rating, fc.oneof(rating, fc.constant<Rating>('not-applicable')));
  const apart = {
    ...rubric,
    sessions: [
      { id: 'one', title: 'One', minutes: 45, dimensions: ['depth', 'tools'] },
      { id: 'two', title: 'Two', minutes: 45, dimensions: ['care', 'talk'] },
    ],
  };
  const join = (parts: readonly Parts[]) => {
    const registry = createEditionRegistry();
    const cards = createCards(
      parts.map((one) => ({ rubric: apart, ...one })),
      registry,
    );
    const edition = editionOfRubric(apart, undefined, registry);
    return onePanel(joinSessions(cards, [{ edition, sessions: apart.sessions }]).cards);
  };
  const split = (interviewers: readonly [string, string], own: Parts['ratings']): readonly Parts[] => [
    { session: 'one', interviewer: interviewers[0], ratings: own },
    { session: 'two', interviewer: interviewers[1], ratings: own },
  ];

  test('an interview in sessions, by one person or two, is pooled as one scorecard of the whole', () => {
    fc.assert(
      fc.property(fc.array(ratings, { minLength: 1, maxLength: 3 }), fc.boolean(), (rows, isAlone) => {
        const whole = join(rows.map((own, at) => ({ interviewer: `R. Panel ${at}`, ratings: own })));
        const parts = rows.flatMap((own, at) => split([`R. Panel ${at}`, `${isAlone ? 'R' : 'S'}. Panel ${at}`], own));
        const { panel, standardError } = join(parts);
        expect(panel.exact).toEqual(whole.panel.exact);
        expect(panel.coverage).toEqual(whole.panel.coverage);
        expect(panel.because).toEqual(whole.panel.because);
        expect(panel.dimensions.map(({ state, count, sum }) => [state, count, sum])).toEqual(
          whole.panel.dimensions.map(({ state, count, sum }) => [state, count, sum]),
        );
        expect(standardError).toBe(whole.standardError);
        expect(panel.members).toHaveLength(isAlone ? rows.length : 2 * rows.length);
      }),
    );
  });

  test('the order in which scorecards are read doesn’t matter, with the rubric or without', () => {
    const sessions = fc.constantFrom('making', 'caring', 'telling', undefined);
    const parts = fc
      .uniqueArray(fc.record({ session: sessions, by: fc.constantFrom('R', 'S', 'T'), ratings }), {
        minLength: 1,
        selector: ({ session, by }) => `${session} ${by}`,
      })
      .map((all) =>
        all.map(
          ({ session, by, ratings: own }, at): Parts => ({
            ...(session === undefined ? {} : { session }),
            ...{ rubric, interviewer: `${by}. Panel`, ratings: own, day: `2026-11-${10 + at}` },
          }),
        ),
      );
    const facts = (read: readonly PanelCard[]) =>
      summarise(read, 'score').map(({ edition, basis, ranked }) => ({
        dimensions: edition.dimensions,
        basis,
        ranked: ranked.map(({ panel, standardError }) => ({
          ...{ exact: panel.exact, coverage: panel.coverage, sessions: panel.sessions, standardError },
          recommendation: panel.recommendation,
          members: panel.members.map(({ shown, ratings: own, verdicts }) => [shown, own, verdicts]),
        })),
      }));
    fc.assert(
      fc.property(
        parts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(facts(withRubric(shuffled))).toEqual(facts(withRubric(all)));
          expect(facts(joinSessions(createCards(shuffled), []).cards)).toEqual(
            facts(joinSessions(createCards(all), []).cards),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
