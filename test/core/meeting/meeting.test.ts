import { describe, expect, test } from 'vitest';
import { toNumber } from '../../../src/core/numbers/rational.js';
import { amended, meetingAbout, sealed } from '../../support/meetings.js';

const LEE = sealed({ interviewer: 'J. Lee', ratings: [4, 2, 3], verdict: 'yes', day: '2026-11-20' });
const NOVAK = sealed({
  interviewer: 'A. Novak',
  ratings: [4, 5, 'not-assessed'],
  verdict: 'strong-no',
  day: '2026-11-21',
});
const DIAZ = sealed({ interviewer: 'R. Díaz', ratings: [3, 4, 3], verdict: 'no-decision', day: '2026-11-22' });

describe('what to talk about first', () => {
  test('is where ratings differ most by weight, the highest side first', () => {
    const { topics } = meetingAbout([LEE, NOVAK, DIAZ]);
    expect(topics.map(({ row, range, product }) => [row.dimension.id, range, product])).toEqual([
      ['care', 3, 90],
      ['depth', 1, 50],
    ]);
    expect(topics[0]?.sides.map(({ rating, members }) => [rating, members])).toEqual([
      [5, [1]],
      [4, [2]],
      [2, [0]],
    ]);
    expect(topics[0]?.sides[0]?.anchor).toBe('five');
  });

  test('is at most three dimensions, and none where all agree', () => {
    const same = meetingAbout([LEE, sealed({ interviewer: 'B. Same', ratings: [4, 2, 3] })]);
    expect(same.topics).toEqual([]);
  });
});

describe('ratings of a dimension', () => {
  test('are apart from half the scale on', () => {
    const { rows } = meetingAbout([LEE, NOVAK, DIAZ]);
    expect(rows.map(({ range, isApart }) => [range, isApart])).toEqual([
      [1, false],
      [3, true],
      [0, false],
    ]);
  });

  test('have a median and a mean of those that were given: not assessed is no zero', () => {
    const { rows } = meetingAbout([LEE, NOVAK, DIAZ]);
    expect(rows.map(({ median, mean }) => [median && toNumber(median), mean && toNumber(mean)])).toEqual([
      [4, 11 / 3],
      [4, 11 / 3],
      [3, 3],
    ]);
  });
});

describe('verdicts', () => {
  test('stand with the strongest objection first', () => {
    const { byVerdict } = meetingAbout([LEE, NOVAK, DIAZ]);
    expect(byVerdict.map(({ verdict }) => verdict?.is)).toEqual(['strong-no', 'yes', 'no-decision']);
  });
});

describe('the talk', () => {
  const AFTER = amended(LEE, { ratings: [4, 3, 3], verdict: 'no', day: '2026-11-25' }, 'A. Novak probed further');

  test('has not been while nobody sealed after it, unless it is said', () => {
    expect(meetingAbout([LEE, NOVAK, DIAZ]).isAfterTalk).toBe(false);
    expect(meetingAbout([LEE, NOVAK, DIAZ], true)).toMatchObject({ isAfterTalk: true, changes: [], before: undefined });
  });

  test('is told by what it changed: who, which ratings and verdict, and why', () => {
    const meeting = meetingAbout([LEE, NOVAK, DIAZ, AFTER]);
    expect(meeting).toMatchObject({ isAfterTalk: true, talkedOn: '2026-11-25' });
    expect(meeting.changes).toEqual([
      {
        member: 0,
        ratings: [{ at: 1, from: 2, to: 3 }],
        verdicts: [{ from: 'yes', to: 'no' }],
        reasons: ['A. Novak probed further'],
      },
    ]);
  });

  test('leaves the panel as it stood before it', () => {
    const { before } = meetingAbout([LEE, NOVAK, DIAZ, AFTER]);
    expect(before?.exact).toEqual(meetingAbout([LEE, NOVAK, DIAZ]).panel.exact);
  });

  test('moves nobody: whoever amends keeps their place', () => {
    const names = (meeting: ReturnType<typeof meetingAbout>) => meeting.panel.members.map(({ shown }) => shown);
    expect(names(meetingAbout([LEE, NOVAK, DIAZ, AFTER]))).toEqual(names(meetingAbout([LEE, NOVAK, DIAZ])));
    const { panel, rows } = meetingAbout([LEE, NOVAK, DIAZ, AFTER]);
    expect(rows.map(({ ratings }) => ratings.map(({ rating }) => rating))).toEqual(
      rows.map((_row, at) => panel.members.map((member) => member.ratings[at])),
    );
  });
});

describe('over several amendments', () => {
  const EARLY = amended(LEE, { ratings: [4, 3, 3], verdict: 'yes', day: '2026-11-23' }, 'figures', false);
  const FIRST = amended(EARLY, { ratings: [4, 4, 3], verdict: 'yes', day: '2026-11-25' }, 'the talk');
  const SECOND = amended(FIRST, { ratings: [5, 4, 3], verdict: 'yes', day: '2026-11-26' }, 'a typing error', false);
  const THIRD = amended(SECOND, { ratings: [5, 5, 3], verdict: 'no', day: '2026-11-27' }, 'a second talk');

  test('before is the last version from before the first talk, after it is the newest', () => {
    for (const [chain, to] of [
      [[LEE, EARLY, FIRST], [[1, 3, 4]]],
      [
        [LEE, EARLY, FIRST, SECOND],
        [
          [0, 4, 5],
          [1, 3, 4],
        ],
      ],
      [
        [LEE, EARLY, FIRST, SECOND, THIRD],
        [
          [0, 4, 5],
          [1, 3, 5],
        ],
      ],
    ] as const) {
      const { changes, isAfterTalk, talkedOn, before } = meetingAbout([...chain, NOVAK]);
      expect([isAfterTalk, talkedOn]).toEqual([true, '2026-11-25']);
      expect(changes.map(({ ratings }) => ratings.map(({ at, from, to: now }) => [at, from, now]))).toEqual([to]);
      expect(before?.members.find(({ shown }) => shown === 'J. Lee')?.ratings).toEqual([4, 3, 3]);
    }
  });

  test('tells each reason since the talk, and none from before it', () => {
    const { changes } = meetingAbout([LEE, EARLY, FIRST, SECOND, THIRD, NOVAK]);
    expect(changes[0]?.reasons).toEqual(['the talk', 'a typing error', 'a second talk']);
  });

  test('an amendment that says nothing of the talk but came after it, is no independent rating either', () => {
    const quiet = amended(DIAZ, { ratings: [3, 3, 3], day: '2026-11-26' }, 'looked at my notes', false);
    const { changes, before } = meetingAbout([LEE, EARLY, FIRST, NOVAK, DIAZ, quiet]);
    expect(changes.map(({ ratings }) => ratings.map(({ at, from, to }) => [at, from, to]))).toEqual([
      [[1, 3, 4]],
      [[1, 4, 3]],
    ]);
    expect(before?.members.find(({ shown }) => shown === 'R. Díaz')?.ratings).toEqual([3, 4, 3]);
  });

  test('whose first scorecard came after the talk is in no "before", and changed nothing', () => {
    const late = sealed({ interviewer: 'M. Okafor', ratings: [1, 1, 1], verdict: 'no', day: '2026-11-26' });
    const { changes, before, latecomers, comparable, possible, panel } = meetingAbout([LEE, EARLY, FIRST, NOVAK, late]);
    expect(before?.members.map(({ shown }) => shown)).toEqual(['A. Novak', 'J. Lee']);
    expect(latecomers.map((at) => panel.members[at]?.shown)).toEqual(['M. Okafor']);
    expect(changes).toHaveLength(1);
    expect([comparable, possible]).toEqual([6, 9]);
  });
});
